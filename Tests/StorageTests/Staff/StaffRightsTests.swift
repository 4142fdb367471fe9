import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

@Suite("Every role against every operation")
struct StaffRightsTests {
    /// Written out by hand, never read from the code: operation, then phone service, professional, supervisor, main
    /// user.
    private static let written = """
        see-bookings       all      own      nothing  nothing
        book               all      all      nothing  nothing
        move               all      own      nothing  nothing
        cancel             all      own      nothing  nothing
        read-description   nothing  own      nothing  nothing
        record-meeting     nothing  own      nothing  nothing
        grant-right        nothing  own      nothing  nothing
        withdraw-right     nothing  own      nothing  nothing
        write-message      all      own      nothing  nothing
        change-timetable   nothing  own      all      all
        hand-over          nothing  own      all      nothing
        see-workload       nothing  nothing  all      nothing
        see-reports        nothing  nothing  all      all
        see-arrangements   all      nothing  all      nothing
        record-call        all      nothing  nothing  nothing
        manage-staff       nothing  nothing  nothing  all
        read-log           nothing  nothing  nothing  all
        show-client-data   nothing  own      nothing  nothing
        erase-client-data  nothing  nothing  nothing  all
        purge              nothing  nothing  nothing  all
        """

    private static let roles: [StaffRole] = [.phoneService, .professional, .supervisor, .mainUser]

    private static let table: [String: [String]] = {
        let rows = written.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Array($0.dropFirst())) })
    }()

    @Test("The table has every role and every operation")
    func whole() {
        #expect(Set(Self.table.keys) == Set(StaffOperation.allCases.map(\.rawValue)))
        #expect(Set(Self.roles) == Set(StaffRole.allCases))
        #expect(Self.table.values.allSatisfy { $0.count == Self.roles.count })
        #expect(
            Set(StaffMethod.all.compactMap(\.operation)) == Set(StaffOperation.allCases),
            "an operation that no method asks for")
    }

    @Test("Every method of a staff session is tried here")
    func everyMethod() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Sources/BookingCore/Sessions")
        var declared: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasPrefix("Staff") {
            declared += PublicMethods.names(
                in: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
        }
        #expect(declared.count > 30)
        // These two ask for nothing of the store's.
        let unchecked = ["newToken()", "rules(of:)"]
        #expect(declared.sorted() == (StaffMethod.all.map(\.name) + unchecked).sorted())
    }

    @Test(
        "Each role does its own and no more, and each refusal is one line of the log", arguments: StaffRole.allCases)
    func everything(role: StaffRole) throws {
        for method in StaffMethod.all {
            for whose in ["aino", "eero"] {
                let scene = try SignedInFixture()
                try check(method, of: whose, as: role, in: scene)
            }
        }
    }

    private func check(
        _ method: StaffMethod, of whose: String, as role: StaffRole, in scene: SignedInFixture
    ) throws {
        let session = try scene.session(role)
        let what = "\(role.rawValue), \(method.name), \(whose)"
        if isAllowed(method, of: whose, to: role) {
            #expect(throws: Never.self, "\(what)") { try method.call(session, scene, whose) }
            #expect(try scene.log().allSatisfy { $0.hasSuffix("|0") }, "\(what)")
            return
        }
        let operation = try #require(method.operation, "\(what)")
        let before = try everything(in: scene)
        #expect(throws: StaffRefusal.notPermitted(operation, role), "\(what)") {
            try method.call(session, scene, whose)
        }
        let booking =
            switch method.subject {
            case .booking: try scene.booking(of: whose).reference
            case .cancelled: scene.cancelled.reference
            case .professional, .openToOwner, .filtered, .nothing: BookingReference?.none
            }
        let line = SignedInFixture.refused(operation, by: session.member, purpose: method.purpose, on: booking)
        #expect(try scene.log() == [line], "\(what)")
        #expect(try everything(in: scene) == before, "\(what)")
    }

    private func isAllowed(_ method: StaffMethod, of whose: String, to role: StaffRole) -> Bool {
        guard let operation = method.operation, let column = Self.roles.firstIndex(of: role) else { return true }
        let isTheirs = role == .professional && whose == "aino"
        if method.subject == .openToOwner, isTheirs { return true }
        switch Self.table[operation.rawValue]?[column] {
        case "all": return true
        case "own": return method.subject == .filtered || isTheirs && method.subject != .nothing
        default: return false
        }
    }

    /// What a refused try must leave as it was.
    private func everything(in scene: SignedInFixture) throws -> [String] {
        let tables = ["booking", "description", "advice", "message", "booking_right", "journey", "call_draft"]
        return try tables.map { String(try scene.place.number("SELECT count(*) FROM \($0)")) }
            + scene.place.texts("SELECT id || role || is_locked FROM staff ORDER BY id")
            + scene.place.texts("SELECT reference || status || coalesce(attendance, '') FROM booking ORDER BY id")
    }
}

/// Reads the names of public methods out of Swift source, so that none is forgotten.
enum PublicMethods {
    static func names(in source: String) -> [String] {
        source.matches(of: /public func (\w+)(?:<[^>]*>)?\(/).map { match in
            let labels = parameters(source[match.range.upperBound...]).map { parameter in
                (parameter.split(whereSeparator: { $0 == " " || $0 == ":" }).first ?? "") + ":"
            }
            return "\(match.output.1)(\(labels.joined()))"
        }
    }

    /// The parameters up to the closing parenthesis, each without spaces around it.
    private static func parameters(_ text: Substring) -> [String] {
        var depth = 0
        var parameters = [""]
        for character in text {
            if character == ")", depth == 0 { break }
            if "([{".contains(character) { depth += 1 }
            if ")]}".contains(character) { depth -= 1 }
            if character == ",", depth == 0 {
                parameters.append("")
            } else {
                parameters[parameters.count - 1].append(character)
            }
        }
        return parameters.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }
}
