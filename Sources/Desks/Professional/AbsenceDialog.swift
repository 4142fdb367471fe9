import BookingCore
import ContentLibrary
import Dialogue

/// Records an absence of the professional.
struct AbsenceDialog {
    let desk: ProfessionalContext

    private var words: Words { desk.words }

    /// Records an absence after the bookings within it were seen, and offers to hand those over.
    func record() throws(NavigationRequest) {
        guard let period = try DateQuestions(desk: desk).period(),
            let reason = try desk.askText(words(.professional.absenceReason), longest: 200)
        else { return }
        let absence = Absence(
            professional: desk.professional.id, start: period.lowerBound, end: period.upperBound, reason: reason)
        guard let found = try desk.perform({ try desk.session.timetables.record(absence, isDryRun: true) }) else {
            return
        }
        show(found)
        guard try desk.agrees(words(.professional.absenceCheck(found.count))) else {
            return desk.talk.say(.professional.nothingDone)
        }
        guard let left = try desk.perform({ try desk.session.timetables.record(absence, isDryRun: false) }) else {
            return
        }
        desk.talk.say(.professional.absenceKept)
        if !left.isEmpty, try desk.agrees(words(.professional.absenceHandover)) {
            try HandoverDialog(desk: desk).handOver(period)
        }
    }

    private func show(_ bookings: [Booking]) {
        if bookings.isEmpty { return }
        let rows = bookings.map { words.row(of: $0, at: desk.dates.short($0.slot.start)) }
        desk.talk.show([.blank] + rows.map { TextBlock(TerminalText($0), indent: 2, hanging: 4) })
    }
}
