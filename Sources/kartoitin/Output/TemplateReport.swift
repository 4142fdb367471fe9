import BookingCore
import Foundation
import SocialServices

/// What a weekly template opened and what it left out, as it is printed.
struct TemplateReport: Encodable {
    struct Opened: Encodable {
        let start: String
        let minutes: Int
        /// Only of times that clients book.
        let appointmentType: String?
        let methods: [String]
        /// Only of times that are for no client.
        let purpose: String?
    }

    struct Skipped: Encodable {
        /// Local: a time that does not exist has no offset.
        let start: String
        let minutes: Int
        let why: String
    }

    let opened: [Opened]
    let skipped: [Skipped]

    init(_ opening: TemplateOpening, on clock: WallClock) {
        opened = opening.slots.map { slot in
            Opened(
                start: clock.iso8601(slot.start), minutes: slot.minutes,
                appointmentType: slot.purpose == nil ? slot.appointmentType : nil,
                methods: slot.methods.sorted().map(\.rawValue), purpose: slot.purpose)
        }
        skipped = opening.skipped.map { skipped in
            Skipped(
                start: "\(skipped.day)T\(skipped.from)", minutes: skipped.minutes, why: skipped.reason.explanation)
        }
    }

    func print(as format: Format) throws {
        let openedRows = opened.map {
            [
                $0.start, String($0.minutes), $0.appointmentType ?? "", $0.methods.joined(separator: " "),
                $0.purpose ?? "", "opened",
            ]
        }
        let skippedRows = skipped.map { [$0.start, String($0.minutes), "", "", "", "skipped: \($0.why)"] }
        let rows = openedRows + skippedRows
        let table = Table(
            headings: ["start", "minutes", "appointmentType", "methods", "purpose", "result"],
            rows: rows.sorted { $0[0] < $1[0] })
        try Output.result(self, table, as: format)
    }
}

extension TemplateOpening.Skipped.Reason {
    fileprivate var explanation: String {
        switch self {
        case .closed(.holiday(let holiday)): "public holiday, \(holiday.rawValue)"
        case .closed(.eve): "closed on the eve of a holiday"
        case .closed(.county(let reason)): "closed, \(reason)"
        case .doesNotExist: "the clock skips this time when summer time begins"
        case .past: "it has begun or is over"
        }
    }
}
