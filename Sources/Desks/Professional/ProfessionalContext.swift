import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation

/// What every page and dialog of a professional's desk works with.
struct ProfessionalContext {
    let tools: DeskTools
    let session: StaffSession
    let files: DeskFiles
    let talk: Conversation
    /// The owner of the desk.
    let professional: Professional

    var words: Words { talk.words }

    var dates: DateWords { DateWords(words: words, wallClock: tools.wallClock) }

    var today: CalendarDay { tools.wallClock.calendarDay(of: tools.now()) }

    /// The first moment of a day.
    func start(of day: CalendarDay) -> Date { tools.wallClock.start(of: day) }

    /// The county's appointment types of the professional's service task.
    var appointmentTypes: [AppointmentType] {
        tools.content.services.appointments.filter { professional.tasks.contains($0.task) }
    }

    /// The name of an appointment type; its id if the content has no name for it.
    func name(ofAppointmentType id: String) -> String { words.appointments[id]?.name ?? id }

    /// Runs an operation of the session, again while the store fails and the professional wants to try again. Tells why
    /// it was not done.
    ///
    /// - Returns: nil if it was not done.
    func perform<Value>(_ operation: () throws -> Value) throws(NavigationRequest) -> Value? {
        switch try attempt(operation) {
        case nil: return nil
        case .success(let value): return value
        case .failure(let error):
            tell(error)
            return nil
        }
    }

    /// Runs an operation of the session, again while the store fails and the professional wants to try again.
    ///
    /// - Returns: nil if the professional gave up.
    func attempt<Value>(_ operation: () throws -> Value) throws(NavigationRequest) -> Result<Value, any Error>? {
        try StoreAttempt(conversation: talk).run(
            telling: .professional.trouble, givingUp: .professional.giveUp, report: tools.report, operation)
    }

    private func tell(_ error: any Error) {
        switch error {
        case StaffRefusal.notPermitted: talk.say(.professional.notPermitted)
        case BookingRefusal.alreadyCancelled, BookingRefusal.notFound: talk.say(.professional.gone)
        case BookingRefusal.notBegun: talk.say(.professional.markEarly)
        case BookingRefusal.alreadyPast: talk.say(.professional.past)
        case BookingRefusal.severalProfessionals: talk.say(.professional.several)
        case BookingRefusal.noLongerFree: talk.say(.professional.taken)
        case StaffRefusal.overlapping(let start): talk.say(.professional.overlapping(dates.short(start)))
        case StaffRefusal.noSuchProfessional, RightRefusal.workerLeft: talk.say(.professional.workerGone)
        default: talk.say(.professional.nothingDone)
        }
    }

    /// The other professionals of the same service task.
    func colleagues() throws(NavigationRequest) -> [Professional] {
        let all = try perform { try session.timetables.professionals() } ?? []
        return all.filter { $0.task == professional.task && $0.id != professional.id }
    }

    /// Asks for a few words.
    ///
    /// - Parameters:
    ///   - longest: in characters.
    ///   - already: what was written before.
    /// - Returns: nil for the way back.
    func askText(_ question: String, longest: Int, already: String = "") throws(NavigationRequest) -> String? {
        try talk.write(question, longest: longest, already: already) { typed in
            typed.isEmpty ? .failure(WritingFault(.professional.textNeeded)) : .success(typed)
        }
    }

    /// Whether the professional says yes; the way back is no.
    func agrees(_ question: String) throws(NavigationRequest) -> Bool {
        try talk.agrees(question, yes: .professional.yes, no: .professional.no)
    }

    /// Asks for one of several values.
    ///
    /// - Returns: nil for the way back.
    func choose<Value>(_ title: String, from options: [MenuOption<Value>]) throws(NavigationRequest) -> Value? {
        let items = options.map { Menu.Item(id: $0.id, text: $0.text) }
        let chosen = try talk.choose(Menu(title: title, items: items))?.item
        return options.first { $0.id == chosen }?.value
    }
}

/// A value that a menu offers.
struct MenuOption<Value> {
    /// Accepted wherever the number is.
    let id: String
    let text: String
    let value: Value

    init(_ id: String, _ text: String, _ value: Value) {
        self.id = id
        self.text = text
        self.value = value
    }
}
