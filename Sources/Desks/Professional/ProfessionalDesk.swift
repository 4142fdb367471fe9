public import BookingCore
import CivilTime
import ContentLibrary
public import Dialogue
import Foundation
public import SocialServices

/// A professional's desk: the day and the week, the situation behind each booking, and what is done about it.
///
/// Everything goes through the session of whoever signed in; the store itself is asked for free times alone.
public final class ProfessionalDesk {
    let tools: DeskTools
    let session: StaffSession
    let files: DeskFiles
    let talk: Conversation
    let words: Words
    let dates: DateWords
    /// Whose desk it is.
    let me: Professional
    /// Records of advice that were written and not kept yet.
    var unfinishedAdvice: [BookingReference: Advice] = [:]
    /// Messages that were written and not kept yet.
    var unfinishedLetters: [BookingReference: String] = [:]

    /// Throws `notPermitted` for another role, after the try was logged, and `noSuchProfessional` where no timetable has
    /// the account's id.
    public init(
        tools: DeskTools, session: StaffSession, console: any Console, language: Language,
        settings: StaffSettings = StaffSettings(), files: DeskFiles = .disk
    ) throws {
        me = try session.timetables.ownTimetable()
        self.tools = tools
        self.session = session
        self.files = files
        words = tools.content.words(in: language)
        dates = DateWords(words: words, wallClock: tools.wallClock)
        talk = Conversation(staffAt: console, words: words, settings: settings)
    }

    /// Works until the professional leaves or nobody answers any more.
    public func run() -> EndReason? {
        do { try work() } catch .ended(let ending) { return ending } catch {}
        talk.say(.professional.goodbye)
        return nil
    }

    /// What is on the screen between two bookings.
    enum View {
        case day(CalendarDay)
        /// The week of a day.
        case week(CalendarDay)
    }

    /// Until the way back from the day.
    func work() throws(NavigationRequest) {
        var view = View.day(today)
        while true {
            switch view {
            case .day(let day):
                guard let next = try show(day: day) else { return }
                view = next
            case .week(let day): view = try show(weekOf: day)
            }
        }
    }

    var today: CalendarDay { tools.wallClock.calendarDay(of: tools.now()) }

    /// The beginning of a day.
    func start(of day: CalendarDay) -> Date { tools.wallClock.start(of: day) }

    /// Runs what the session does, again while the store fails and the professional wants. Nil where it was not done;
    /// that has been told.
    func done<Value>(_ operation: () throws -> Value) throws(NavigationRequest) -> Value? {
        let result = try talk.attempt(
            telling: .professional.trouble, givingUp: .professional.giveUp, report: tools.report, operation)
        switch result {
        case nil: return nil
        case .success(let value): return value
        case .failure(let error):
            tell(error)
            return nil
        }
    }

    /// The same of what gives nothing back. True where it was done.
    func succeeds(_ operation: () throws -> Void) throws(NavigationRequest) -> Bool {
        try done(operation) != nil
    }

    /// Asks for a few words. Nil for the way back.
    func askText(_ question: String, longest: Int, already: String = "") throws(NavigationRequest) -> String? {
        try talk.write(question, longest: longest, already: already) { typed in
            typed.isEmpty ? .failure(WritingFault(.professional.textNeeded)) : .success(typed)
        }
    }

    private func tell(_ error: any Error) {
        switch error {
        case StaffRefusal.notPermitted: talk.say(.professional.notPermitted)
        case BookingRefusal.alreadyCancelled, BookingRefusal.notFound: talk.say(.professional.gone)
        case BookingRefusal.alreadyPast: talk.say(.professional.past)
        case BookingRefusal.severalProfessionals: talk.say(.professional.several)
        case BookingRefusal.noLongerFree: talk.say(.professional.taken)
        case StaffRefusal.overlapping(let start): talk.say(.professional.overlapping(dates.short(start)))
        case StaffRefusal.noSuchProfessional, RightRefusal.workerLeft: talk.say(.professional.workerGone)
        default: talk.say(.professional.nothingDone)
        }
    }

    /// True for yes; the way back is no.
    func agrees(_ question: String) throws(NavigationRequest) -> Bool {
        try talk.agrees(question, yes: .professional.yes, no: .professional.no)
    }

    /// An act of a menu; its phrase begins with its key.
    func act(_ id: String, _ phrase: Phrase) -> Menu.Item {
        Menu.Item(id: id, keyed: words(phrase))
    }
}
