import BookingCore
import SocialServices

/// A booking in the fixed shape that other programs read. Holds nothing that the client wrote.
struct BookingRow: Encodable {
    let reference: String
    let start: String
    let minutes: Int
    let method: String
    let professional: String
    let status: String
    let serviceTask: String
    let municipality: String

    init(_ booking: Booking, on clock: WallClock) {
        reference = booking.reference.grouped
        start = clock.iso8601(booking.slot.start)
        minutes = booking.slot.minutes
        method = booking.method.rawValue
        professional = booking.professionalName
        status = booking.status.rawValue
        serviceTask = booking.slot.task.rawValue
        municipality = booking.slot.municipality.rawValue
    }

    static func print(_ booking: Booking, on clock: WallClock, as format: Format) throws {
        let row = BookingRow(booking, on: clock)
        let table = Table(
            headings: [
                "reference", "start", "minutes", "method", "professional", "status", "serviceTask", "municipality",
            ],
            rows: [
                [
                    row.reference, row.start, String(row.minutes), row.method, row.professional, row.status,
                    row.serviceTask, row.municipality,
                ]
            ])
        try Output.result(row, table, as: format)
    }
}
