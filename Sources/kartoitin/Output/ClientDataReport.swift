import BookingCore
import Foundation
import SocialServices

/// All that is kept of a client, as it is printed for them.
struct ClientDataReport: Encodable {
    let bookings: [Kept]
    let rights: [RightRow]
    /// Bookings with other professionals, who show theirs.
    let others: Int

    struct Kept: Encodable {
        let reference: String
        /// Everything else by name; what is empty is left out.
        let fields: [Field]
    }

    struct Field: Encodable {
        let name: String
        let value: String
    }

    init(_ data: ClientData, on clock: WallClock, now: Date) {
        bookings = data.records.map { record in
            let fields = Self.booking(record.booking, on: clock) + Self.texts(record, on: clock)
            return Kept(
                reference: record.booking.reference.grouped,
                fields: fields.compactMap { name, value in value.map { Field(name: name, value: $0) } }
                    .filter { !$0.value.isEmpty })
        }
        rights = data.rights.map { RightRow($0, on: clock, now: now) }
        others = data.others
    }

    private static func booking(_ booking: Booking, on clock: WallClock) -> [(String, String?)] {
        [
            ("name", booking.client.name), ("phone", booking.client.phone.international),
            ("email", booking.client.email?.address), ("language", booking.client.language.rawValue),
            ("start", clock.iso8601(booking.slot.start)), ("minutes", String(booking.slot.minutes)),
            ("method", booking.method.rawValue), ("serviceTask", booking.slot.task.rawValue),
            ("service", booking.service), ("municipality", booking.slot.municipality.rawValue),
            ("professional", booking.professionalName), ("madeAt", clock.iso8601(booking.madeAt)),
            ("status", booking.status.rawValue), ("cancelledBy", booking.cancellation?.by.rawValue),
            ("cancelReason", booking.cancellation?.reason), ("attendance", booking.attendance?.rawValue),
            ("meetingLanguage", booking.needs.meetingLanguage.rawValue), ("interpreter", booking.needs.interpreter),
            ("signLanguage", booking.needs.signLanguage ? "yes" : nil), ("access", booking.needs.accessibility),
            ("guardReason", booking.guardReason),
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

    /// One row for each thing that is kept.
    private var table: Table {
        var table = Table(headings: ["reference", "field", "value"])
        for booking in bookings {
            table.rows += booking.fields.map { [booking.reference, $0.name, $0.value] }
        }
        table.rows += rights.map { [$0.code, "right", "\($0.appointmentType) \($0.state) \($0.expires)"] }
        return table
    }

    func print(as format: Format) throws { try Output.result(self, table, as: format) }
}
