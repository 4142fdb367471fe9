import BookingCore
import Foundation
import SocialServices
import TestValues
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
        correct-client     all      own      nothing  nothing
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

    /// They are counted, not named: a method that gets another name gets it in `StaffMethod.all` by the compiler.
    @Test("Every method of a staff session and of its parts is tried here")
    func everyMethod() throws {
        let declared = try PublicMethods.countOfSession()
        #expect(declared > 30)
        // Two ask for nothing of the store's: that for a new token, and that for the rules of a type.
        #expect(declared == StaffMethod.all.count + 2, "a method of the session is not in StaffMethod.all, or twice")
    }

    @Test(
        "Each role does its own and no more, and each refusal is one line of the log", arguments: StaffRole.allCases)
    func eachMethodIsChecked(role: StaffRole) throws {
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
            case .professional, .openToOwner, .filtered, .client, .nothing: BookingReference?.none
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

/// Counts the public methods of `StaffSession` and of the parts that it hands out, in whatever files they are: one that
/// is not tried is found.
private enum PublicMethods {
    static func countOfSession() throws -> Int {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Sources/BookingCore")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var bodies: [String: [Substring]] = [:]
        for case let file as URL in files where file.pathExtension == "swift" {
            var type: String?
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if line.hasPrefix("}") { type = nil }
                if let match = line.firstMatch(of: #/^[a-z ]*(?:struct|class|extension) (\w+)/#) {
                    type = String(match.output.1)
                }
                if let type { bodies[type, default: []].append(line) }
            }
        }
        let session = bodies["\(StaffSession.self)"] ?? []
        // A part is made of nothing but the session's access: `public var meetings: StaffMeetings { StaffMeetings(access) }`.
        let parts = session.compactMap { $0.firstMatch(of: #/public var \w+: (\w+) \{ \1\(/#)?.output.1 }
        let lines = session + parts.flatMap { bodies[String($0)] ?? [] }
        return lines.count { $0.contains(#/^ {4}(public|package) func /#) }
    }
}
