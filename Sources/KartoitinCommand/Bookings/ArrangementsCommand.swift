import BookingCore
import CivilTime
import ContentLibrary
import Desks
import SocialServices

extension Command {
    static let arrangements = Command(
        words: ["arrangements"],
        summary:
            "meetings that need an interpreter, a guard or something else; for the phone service or a supervisor",
        options: [.from(), .until()] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let words = content.words(in: try call.language(in: content) ?? content.languages.first ?? .finnish)
        let (from, until) = try call.period(on: clock)
        let session = try call.session(content, try call.store(of: content))
        let found = try session.arrangements(from: from, until: until, purpose: "")
        let rows = found.map { booking in
            ArrangementRow(
                booking, on: clock, at: words.place(booking.slot.municipality, in: content.county))
        }
        try ArrangementRow.print(rows, as: format)
        return .done
    }
}

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
