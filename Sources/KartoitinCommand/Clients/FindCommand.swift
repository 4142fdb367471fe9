import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

private struct FindOptions: StaffCommandOptions {
    let text = Operand("TEXT", .text)
    let signIn = SignInOptions()
}

/// Something that a search gives.
private struct Finding {
    let kind: String
    let id: String
    let name: String
}

extension Command {
    private static let findings = Table<Finding>(
        "found", [Column("kind") { $0.kind }, Column("id") { $0.id }, Column("name") { $0.name }])

    static let find = Command(
        "find", "clients, bookings, workers, offices and what can be booked, by name, number or code", FindOptions()
    ) { call in
        let county = try call.county()
        let session = try call.signedIn()
        let text = try call[\.text].trimmingCharacters(in: .whitespaces)
        guard !text.isEmpty else {
            throw Failure(.usage, "find needs what is looked for, for example: find \"kirsi virtanen\"")
        }
        let found =
            try clients(text, session) + workers(text, session) + places(text, county) + appointments(text, county)
        try county.printer.print(rows: found, as: findings)
        if found.isEmpty {
            call.remark("nothing was found; look for a name, a number, a code, a worker or an office")
        }
        return .done
    }

    private static func clients(_ text: String, _ session: StaffSession) throws -> [Finding] {
        if let reference = BookingReference(typed: text), text.contains(where: \.isNumber) {
            let found = try? session.booking(reference, purpose: "")
            return found.map { [Finding(kind: "booking", id: $0.reference.grouped, name: "")] } ?? []
        }
        let found: [KnownClient]
        if let phone = try? PhoneNumber(typed: text) {
            found = try session.clients.find(phone: phone)
        } else if NameKey(text).words.isEmpty {
            found = []
        } else {
            found = try session.clients.find(named: text)
        }
        // Nothing of a client is shown but who is there: the caller shows first who they are.
        return found.map { Finding(kind: "client", id: "\($0.id)", name: $0.client.name) }
    }

    private static func workers(_ text: String, _ session: StaffSession) throws -> [Finding] {
        try session.timetables.professionals().filter { $0.id == text || isNear(text, $0.name) }
            .map { Finding(kind: "worker", id: $0.id, name: $0.name) }
    }

    private static func places(_ text: String, _ county: CountyContext) -> [Finding] {
        county.content.county.offices.compactMap { office in
            let name = county.words.name(.office, office.id)
            return office.id == text || isNear(text, name) ? Finding(kind: "office", id: office.id, name: name) : nil
        }
    }

    private static func appointments(_ text: String, _ county: CountyContext) -> [Finding] {
        county.content.services.appointments.compactMap { type in
            let name = county.words.name(.task, type.task.rawValue)
            return type.id == text || isNear(text, name)
                ? Finding(kind: "appointment-type", id: type.id, name: name) : nil
        }
    }

    /// `true` if each word that is looked for is one of a name, but for one letter.
    private static func isNear(_ text: String, _ name: String) -> Bool {
        let (wanted, words) = (NameKey(text).words, NameKey(name).words)
        return !wanted.isEmpty && wanted.allSatisfy { word in words.contains { NameKey.isNear(word, $0) } }
    }
}
