import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import Mapper
import SocialServices

/// An outcome as it is on a day: what clients can book there themselves.
struct OpenedOutcome {
    private let walks: WalksToOutcome
    /// What is booked, by id; nil if nothing is.
    private let type: AppointmentType?
    /// The ways to meet that are open, each with the municipalities where it is, if not everywhere.
    private let open: [String]
    /// When more opens next; nil if that is not settled, or all is open.
    private let next: CalendarDay?

    init(_ walks: WalksToOutcome, of county: CountyContext, on day: CalendarDay) {
        let content = county.content
        let outcome = content.tree.outcomes[walks.outcome]
        let type = outcome?.appointmentType.flatMap(content.services.appointment)
        let now = county.clock.start(of: day)
        self.walks = walks
        self.type = type
        guard let type, let outcome else {
            open = []
            next = nil
            return
        }
        let places = content.county.municipalities
        open = type.methods.compactMap { method in
            let there = places.filter { type.rules.isOpen(method, in: $0, for: outcome.service, now: now) }
            if there.isEmpty { return nil }
            if there.count == places.count { return method.rawValue }
            return "\(method.rawValue) (\(there.map(\.rawValue).joined(separator: " ")))"
        }
        next = type.rules.nextOpening(for: outcome.service, after: now)
    }

    static func table(of tree: QuestionTree) -> Table<Self> {
        Table(
            "outcomes",
            [
                Column("outcome") { $0.walks.outcome },
                Column("from") { tree.question(at: $0.walks.entrance) },
                Column("walks") { $0.walks.count },
                Column("books") { $0.type?.id },
                Column("open") { $0.open.joined(separator: ", ") },
                Column("opens") { $0.next?.description },
            ])
    }
}
