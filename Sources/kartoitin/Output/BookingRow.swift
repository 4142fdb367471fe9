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

    private static let headings = [
        "reference", "start", "minutes", "method", "professional", "status", "serviceTask", "municipality",
    ]

    private var cells: [String] {
        [reference, start, String(minutes), method, professional, status, serviceTask, municipality]
    }

    static func print(_ booking: Booking, on clock: WallClock, as format: Format) throws {
        let row = BookingRow(booking, on: clock)
        try Output.result(row, Table(headings: headings, rows: [row.cells]), as: format)
    }

    /// The bookings of a series.
    static func print(_ bookings: [Booking], on clock: WallClock, as format: Format) throws {
        let rows = bookings.map { BookingRow($0, on: clock) }
        try Output.result(["bookings": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}
