import BookingCore
import ContentLibrary
import Dialogue
import Foundation

extension ProfessionalDesk {
    /// Records an absence after the bookings it hits were seen, and offers to hand those over.
    func recordAbsence() throws(NavigationRequest) {
        guard let period = try askPeriod(), let reason = try askText(words(.professional.absenceReason), longest: 200)
        else {
            return
        }
        let absence = Absence(
            professional: me.id, start: period.lowerBound, end: period.upperBound, reason: reason)
        let hit = try done { try session.timetables.record(absence, isDryRun: true) }
        guard let hit else { return }
        show(hit)
        guard try agrees(words(.professional.absenceCheck(hit.count))) else {
            return talk.say(.professional.nothingDone)
        }
        let recorded = try done { try session.timetables.record(absence, isDryRun: false) }
        guard let recorded else { return }
        talk.say(.professional.absenceKept)
        if !recorded.isEmpty, try agrees(words(.professional.absenceHandover)) { try handOver(period) }
    }

    private func show(_ bookings: [Booking]) {
        if bookings.isEmpty { return }
        talk.show(
            [.blank]
                + bookings.map { booking in
                    TextBlock(TerminalText(row(booking, at: dates.short(booking.slot.start))), indent: 2, hanging: 4)
                })
    }

    func handOver() throws(NavigationRequest) {
        if let period = try askPeriod() { try handOver(period) }
    }

    /// Gives the bookings of a period to colleagues after it was seen what would become of each.
    private func handOver(_ period: Range<Date>) throws(NavigationRequest) {
        while let colleagues = try chooseColleagues() {
            guard let rest = try chooseRest() else { continue }
            func order(isDryRun: Bool) -> HandoverOrder {
                HandoverOrder(
                    professional: me.id, from: period.lowerBound, until: period.upperBound, colleagues: colleagues,
                    rest: rest, isDryRun: isDryRun)
            }
            let preview = try done {
                try session.timetables.handOver(order(isDryRun: true))
            }
            guard let preview else { return }
            if preview.steps.isEmpty { return talk.say(.professional.handoverNothing) }
            show(preview)
            if !preview.isComplete {
                talk.say(.professional.handoverNot)
                continue
            }
            guard try agrees(words(.professional.handoverCheck)) else { return talk.say(.professional.nothingDone) }
            let made = try done {
                try session.timetables.handOver(order(isDryRun: false))
            }
            guard let made else { return }
            if lines(of: made) != lines(of: preview) { show(made) }
            return talk.say(made.isComplete ? .professional.handoverDone : .professional.handoverNot)
        }
    }

    /// By id; empty for anybody.
    private func chooseColleagues() throws(NavigationRequest) -> [String]? {
        let items = try colleagues().map { Menu.Item(id: $0.id, text: $0.name) }
        let any = Menu.Item(id: "any", text: words(.professional.handoverAnybody))
        let menu = Menu(
            title: words(.professional.handoverTo), items: [any] + items, kind: .several(exclusive: ["any"]))
        guard case .items(let chosen) = try talk.choose(menu) else { return nil }
        return chosen == ["any"] ? [] : chosen
    }

    private func chooseRest() throws(NavigationRequest) -> Set<HandoverOrder.Rest>? {
        let choices: [(String, Phrase, Set<HandoverOrder.Rest>)] = [
            ("none", .professional.restNone, []), ("move", .professional.restMove, [.move]),
            ("cancel", .professional.restCancel, [.cancel]),
            ("both", .professional.restBoth, [.move, .cancel]),
        ]
        let items = choices.map { Menu.Item(id: $0.0, text: words($0.1)) }
        let chosen = try talk.choose(Menu(title: words(.professional.handoverRest), items: items))?.item
        return choices.first { $0.0 == chosen }?.2
    }

    private func show(_ handover: Handover) {
        talk.show([.blank] + lines(of: handover).map { TextBlock(TerminalText($0), indent: 2, hanging: 4) })
    }

    private func lines(of handover: Handover) -> [String] {
        handover.steps.map { step in
            "\(dates.short(step.booking.slot.start)) · \(step.booking.client.name) → \(told(step.outcome))"
        }
    }

    private func told(_ outcome: Handover.Outcome) -> String {
        switch outcome {
        case .handedOver(let new): new.professionalName
        case .moved(let new):
            words(.professional.fateMoved(dates.short(new.slot.start), new.professionalName))
        case .cancelled: words(.professional.fateCancelled)
        case .begun: words(.professional.fateBegun)
        case .unassigned: words(.professional.fateNone)
        }
    }
}
