import BookingCore
import CivilTime
import Foundation
import SocialServices

/// All that is kept of a client, as it is printed for them.
struct ClientDataPage {
    /// Something that is kept, by name.
    private struct Field {
        let name: String
        let value: String
    }

    private let bookings: [(reference: BookingReference, fields: [Field])]
    private let rights: [BookingRight]
    /// Bookings with other professionals, who show theirs.
    private let others: Int
    private let now: Date

    init(_ data: ClientData, at now: Date, on clock: WallClock) {
        bookings = data.records.map { record in
            let fields = Self.booking(record.booking, on: clock) + Self.texts(record, on: clock)
            let kept = fields.compactMap { name, value in value.map { Field(name: name, value: $0) } }
            return (record.booking.reference, kept.filter { !$0.value.isEmpty })
        }
        rights = data.rights
        others = data.others
        self.now = now
    }

    private static func booking(_ booking: Booking, on clock: WallClock) -> [(String, String?)] {
        [
            ("name", booking.client.name), ("birthYear", booking.client.birthYear.map(String.init)),
            ("phone", booking.client.phone?.international),
            ("email", booking.client.email?.address), ("language", booking.client.language.rawValue),
            ("start", clock.iso8601(booking.slot.start)), ("minutes", String(booking.slot.minutes)),
            ("method", booking.method.rawValue), ("serviceTask", booking.slot.task.rawValue),
            ("service", booking.service), ("municipality", booking.slot.municipality.rawValue),
            ("professional", booking.slot.professional), ("professionalName", booking.professionalName),
            ("madeAt", clock.iso8601(booking.createdAt)), ("status", booking.status.rawValue),
            ("cancelledBy", booking.cancellation?.by.rawValue), ("cancelReason", booking.cancellation?.reason),
            ("attendance", booking.attendance?.rawValue),
            ("meetingLanguage", booking.needs.meetingLanguage.rawValue), ("interpreter", booking.needs.interpreter),
            ("signLanguage", booking.needs.signLanguage ? "yes" : nil),
            ("accessibility", booking.needs.accessibility), ("guardReason", booking.guardReason),
            ("consent", booking.consent?.rawValue),
        ]
    }

    private static func texts(_ record: ClientRecord, on clock: WallClock) -> [(String, String?)] {
        let description = record.description
        let flags = (description?.flags.map(\.rawValue).sorted() ?? []).joined(separator: " ")
        let answers = description?.answers.map { ("answer", Optional("\($0.asked) \($0.told)")) } ?? []
        let messages = record.messages.map { message in
            let head = "\(clock.iso8601(message.due)) \(message.kind.rawValue) \(message.channel.rawValue)"
            return ("message", Optional("\(head) \(message.recipient)" + (message.text.map { ": \($0)" } ?? "")))
        }
        return [("ownWords", description?.ownWords), ("hope", description?.hope), ("flags", flags)]
            + [("outcome", description?.outcome)] + answers
            + [("advice", record.advice?.text), ("stored", record.advice?.stored), ("shared", record.advice?.shared)]
            + messages
    }

    private static let fieldTable = Table<Field>(
        "fields",
        [
            Column("name") { $0.name },
            Column("value") { $0.value },
        ])

    private static let bookingTable = Table<(reference: BookingReference, fields: [Field])>(
        "bookings",
        [
            Column("reference") { $0.reference },
            // Everything else by name.
            Column("fields", in: .json) { fieldTable.json($0.fields) },
        ])

    /// One row for each thing that is kept.
    private func grid(on clock: WallClock?) -> Grid {
        var grid = Grid(headings: ["reference", "field", "value"])
        for booking in bookings {
            grid.rows += booking.fields.map { [booking.reference.grouped, $0.name, $0.value] }
        }
        grid.rows += rights.map { right in
            let state = right.trouble(at: now)?.rawValue ?? "valid"
            let value = "\(right.grant.appointmentType) \(state) \(right.grant.expires.cell(on: clock))"
            return [right.code.grouped, "right", value]
        }
        return grid
    }

    func print(by printer: Printer) throws {
        let json: [String: JSON] = [
            "bookings": Self.bookingTable.json(bookings),
            "rights": BookingTables.rights(at: now).json(rights, on: printer.clock), "others": .whole(others),
        ]
        try printer.print(json: .fields(json), grid: grid(on: printer.clock))
    }
}
