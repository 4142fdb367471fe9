import BookingCore
import ContentLibrary
import Dialogue
import Foundation

/// Hands the bookings of a period over to colleagues.
struct HandoverDialog {
    let desk: ProfessionalContext

    private var words: Words { desk.words }

    /// Hands over the bookings of a period that is asked for.
    func handOver() throws(NavigationRequest) {
        if let period = try DateQuestions(desk: desk).period() { try handOver(period) }
    }

    /// Hands over the bookings of a period after the outcome of each was seen.
    func handOver(_ period: Range<Date>) throws(NavigationRequest) {
        while let colleagues = try chooseColleagues() {
            guard let rest = try chooseRest() else { continue }
            func handOver(isDryRun: Bool) throws -> Handover {
                let order = HandoverOrder(
                    professional: desk.professional.id, from: period.lowerBound, until: period.upperBound,
                    colleagues: colleagues, rest: rest, isDryRun: isDryRun)
                return try desk.session.timetables.handOver(order)
            }
            guard let preview = try desk.perform({ try handOver(isDryRun: true) }) else { return }
            if preview.steps.isEmpty { return desk.talk.say(.professional.handoverNothing) }
            show(preview)
            if !preview.isComplete {
                desk.talk.say(.professional.handoverNot)
                continue
            }
            guard try desk.agrees(words(.professional.handoverCheck)) else {
                return desk.talk.say(.professional.nothingDone)
            }
            guard let made = try desk.perform({ try handOver(isDryRun: false) }) else { return }
            if lines(of: made) != lines(of: preview) { show(made) }
            return desk.talk.say(made.isComplete ? .professional.handoverDone : .professional.handoverNot)
        }
    }

    /// - Returns: their ids, none for any colleague; nil for the way back.
    private func chooseColleagues() throws(NavigationRequest) -> [String]? {
        let any = Menu.Item(id: "any", text: words(.professional.handoverAnybody))
        let items = try [any] + desk.colleagues().map { Menu.Item(id: $0.id, text: $0.name) }
        let menu = Menu(title: words(.professional.handoverTo), items: items, kind: .several(exclusive: [any.id]))
        guard case .items(let chosen) = try desk.talk.choose(menu) else { return nil }
        return chosen == [any.id] ? [] : chosen
    }

    /// What becomes of the bookings that no colleague can take.
    private func chooseRest() throws(NavigationRequest) -> Set<HandoverOrder.Rest>? {
        let options: [MenuOption<Set<HandoverOrder.Rest>>] = [
            MenuOption("none", words(.professional.restNone), []),
            MenuOption("move", words(.professional.restMove), [.move]),
            MenuOption("cancel", words(.professional.restCancel), [.cancel]),
            MenuOption("both", words(.professional.restBoth), [.move, .cancel]),
        ]
        return try desk.choose(words(.professional.handoverRest), from: options)
    }

    private func show(_ handover: Handover) {
        desk.talk.show([.blank] + lines(of: handover).map { TextBlock(TerminalText($0), indent: 2, hanging: 4) })
    }

    private func lines(of handover: Handover) -> [String] {
        handover.steps.map { step in
            let start = desk.dates.short(step.booking.slot.start)
            return "\(start) · \(step.booking.client.name) → \(text(of: step.outcome))"
        }
    }

    private func text(of outcome: Handover.Outcome) -> String {
        switch outcome {
        case .handedOver(let new): new.professionalName
        case .moved(let new):
            words(.professional.fateMoved(desk.dates.short(new.slot.start), new.professionalName))
        case .cancelled: words(.professional.fateCancelled)
        case .begun: words(.professional.fateBegun)
        case .unassigned: words(.professional.fateNone)
        }
    }
}
