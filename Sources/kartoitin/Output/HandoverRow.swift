import BookingCore
import SocialServices

/// A booking that an absence hits, as it is printed: never who booked.
struct HitRow: Encodable {
    let reference: String
    let start: String
    let minutes: Int
    let method: String
    let municipality: String

    init(_ booking: Booking, on clock: WallClock) {
        reference = booking.reference.grouped
        start = clock.iso8601(booking.slot.start)
        minutes = booking.slot.minutes
        method = booking.method.rawValue
        municipality = booking.slot.municipality.rawValue
    }

    static let headings = ["reference", "start", "minutes", "method", "municipality"]

    var cells: [String] { [reference, start, String(minutes), method, municipality] }

    static func print(_ bookings: [Booking], on clock: WallClock, as format: Format) throws {
        let rows = bookings.map { HitRow($0, on: clock) }
        try Output.result(["bookings": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}

/// A booking of a handover with what became of it, as it is printed.
struct HandoverRow: Encodable {
    let reference: String
    let start: String
    let method: String
    /// handed-over, moved, cancelled, begun or not-placed.
    let result: String
    /// Who meets the client now; only where somebody else does or the time is another.
    let professional: String?
    let newStart: String?

    init(_ step: Handover.Step, on clock: WallClock) {
        reference = step.booking.reference.grouped
        start = clock.iso8601(step.booking.slot.start)
        method = step.booking.method.rawValue
        let new: Booking?
        switch step.fate {
        case .handedOver(let booking): (result, new) = ("handed-over", booking)
        case .moved(let booking): (result, new) = ("moved", booking)
        case .cancelled: (result, new) = ("cancelled", nil)
        case .begun: (result, new) = ("begun", nil)
        case .notPlaced: (result, new) = ("not-placed", nil)
        }
        professional = new?.slot.professional
        newStart = new.map { clock.iso8601($0.slot.start) }
    }

    static func print(_ handover: Handover, on clock: WallClock, as format: Format) throws {
        let rows = handover.steps.map { HandoverRow($0, on: clock) }
        let table = Table(
            headings: ["reference", "start", "method", "result", "professional", "newStart"],
            rows: rows.map {
                [$0.reference, $0.start, $0.method, $0.result, $0.professional ?? "", $0.newStart ?? ""]
            })
        try Output.result(["bookings": rows], table, as: format)
    }
}
