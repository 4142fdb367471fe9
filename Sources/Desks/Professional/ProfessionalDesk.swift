public import BookingCore
import CivilTime
import ContentLibrary
public import Dialogue
public import SocialServices

/// A professional's desk: the day and the week, the situation behind each booking, and what is done about it.
///
/// Everything goes through the session of the user who signed in.
public final class ProfessionalDesk {
    private let desk: ProfessionalContext
    private var drafts = MeetingDrafts()

    /// - Throws: a refusal of another role, after the attempt was logged; and `noSuchProfessional` if no timetable has
    ///   the account's id.
    public init(
        tools: DeskTools, session: StaffSession, console: any Console, language: Language,
        settings: StaffSettings = StaffSettings(), files: DeskFiles = .disk
    ) throws {
        let professional = try session.timetables.ownTimetable()
        let words = tools.content.words(in: language)
        desk = ProfessionalContext(
            tools: tools, session: session, files: files,
            talk: settings.conversation(at: console, in: words), professional: professional)
    }

    /// Works until the professional leaves.
    ///
    /// - Returns: why the conversation ended if it was not the professional who left.
    public func run() -> EndReason? {
        do { try work() } catch .ended(let ending) { return ending } catch {}
        desk.talk.say(.professional.goodbye)
        return nil
    }

    /// Works until the way back from the day.
    func work() throws(NavigationRequest) {
        var view = AgendaPage.View.day(desk.today)
        while true {
            switch try AgendaPage(reading: view, for: desk).choose() {
            case .back: return
            case .show(let next): view = next
            case .open(let booking): try open(booking)
            case .find(let reference): if let booking = try find(reference) { try open(booking) }
            case .openTimes: try TimetableDialog(desk: desk).openTimes(on: view.day)
            case .applyTemplate: try TimetableDialog(desk: desk).applyTemplate()
            case .recordAbsence: try AbsenceDialog(desk: desk).record()
            case .handOver: try HandoverDialog(desk: desk).handOver()
            }
        }
    }

    private func open(_ booking: Booking) throws(NavigationRequest) {
        try MeetingPage(desk: desk).open(booking, drafts: &drafts)
    }

    /// A booking that is not on the screen.
    private func find(_ reference: BookingReference) throws(NavigationRequest) -> Booking? {
        let found = try desk.attempt { try desk.session.booking(reference, purpose: AgendaPage.purpose) }
        switch found {
        case nil: return nil
        case .success(let booking?): return booking
        case .success(nil), .failure:
            // The same answer for both, so that references cannot be tried out.
            desk.talk.say(.professional.noSuch)
            return nil
        }
    }
}
