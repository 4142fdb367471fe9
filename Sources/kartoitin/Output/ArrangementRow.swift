import BookingCore
import SocialServices

/// A meeting for which something must be arranged, as it is printed for whoever arranges it.
struct ArrangementRow: Encodable {
    let reference: String
    let start: String
    let minutes: Int
    let method: String
    /// Of a meeting at an office.
    let place: String?
    let professional: String
    let meetingLanguage: String
    /// The language to interpret, in the client's words.
    let interpreter: String?
    let signLanguage: Bool
    /// What else the client needs, in their words.
    let access: String?
    /// Why a guard is asked for.
    let guardReason: String?
    let client: String
    let phone: String

    /// - Parameter place: the name of the office in a municipality.
    init(_ booking: Booking, on clock: WallClock, at place: String) {
        reference = booking.reference.grouped
        start = clock.iso8601(booking.slot.start)
        minutes = booking.slot.minutes
        method = booking.method.rawValue
        self.place = booking.method == .office ? place : nil
        professional = booking.professionalName
        meetingLanguage = booking.needs.meetingLanguage.rawValue
        interpreter = booking.needs.interpreter
        signLanguage = booking.needs.signLanguage
        access = booking.needs.accessibility
        guardReason = booking.guardReason
        client = booking.client.name
        phone = booking.client.phone.international
    }

    private static let headings = [
        "start", "minutes", "method", "place", "professional", "meetingLanguage", "interpreter", "signLanguage",
        "access", "guardReason", "client", "phone", "reference",
    ]

    private var cells: [String] {
        [
            start, String(minutes), method, place ?? "", professional, meetingLanguage, interpreter ?? "",
            signLanguage ? "yes" : "", access ?? "", guardReason ?? "", client, phone, reference,
        ]
    }

    static func print(_ rows: [ArrangementRow], as format: Format) throws {
        try Output.result(["arrangements": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}
