import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

/// One visitor's conversation. Holds all that is known of them, and is gone when they are.
final class KioskVisit {
    private let tools: DeskTools
    private let console: any Console
    private let voice: Voice?
    private let notes = VisitNotes()
    private var context: DialogContext
    private let keeper: HoldKeeper
    private let settings: KioskSettings
    /// The line of the house, where no screen has shown it yet.
    private let notice: String?

    /// The walk that is going on.
    private var interview: Interview
    /// What was answered before a detour to "I want to talk to a human being".
    private var earlierSteps: [Interview.Step] = []
    private var details: BookingDetails
    /// The booking that is being made, to go on with in another language.
    private var pending: PendingBooking?
    private var wantsMyBooking = false
    /// The reference of a booking made earlier, typed where something else was asked for.
    private var typedReference: BookingReference?
    private var hasLostCode = false
    /// How often in this visit what was told of a lost reference fitted no booking.
    private var lostMisses = 0
    /// How many words in this visit opened no booking.
    private var wrongWords = 0
    /// Where a time was booked, for the count of journeys: the outcome or, by right, the appointment type, by id.
    private var bookedPlace: String?

    init(
        tools: DeskTools, console: any Console, language: Language, settings: KioskSettings, voice: Voice?,
        notice: String?
    ) {
        self.settings = settings
        self.notice = notice
        self.tools = tools
        self.console = console
        self.voice = voice
        context = Self.context(tools, console, language, voice, notes)
        keeper = HoldKeeper(desk: tools.visitor)
        interview = Interview(tree: tools.content.tree)
        details = BookingDetails(needs: SpecialNeeds(meetingLanguage: language))
    }

    /// A visitor's conversation in one language.
    ///
    /// - Parameter notes: what the visitor has told so far.
    static func context(
        _ tools: DeskTools, _ console: any Console, _ language: Language, _ voice: Voice? = nil,
        _ notes: VisitNotes = VisitNotes()
    ) -> DialogContext {
        let words = tools.content.words(in: language)
        let county = tools.content.county
        let conversation = Conversation(
            console: console, words: words, keys: .kiosk,
            urgent: UrgentScreen(county: county, words: words, contacts: county.urgentContacts), voice: voice,
            listener: tools.listener(in: language), notes: notes)
        return DialogContext(tools: tools, conversation: conversation, desk: tools.visitor, isSpoken: false)
    }

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }

    /// From now on a visitor who says nothing for long is asked, and then the visit ends.
    func startIdleClock() {
        conversation.idle = IdleTimeout(warnAfter: settings.idleWarning, endAfter: settings.idleEnd, in: words)
    }

    /// Nil when the visit came to its end and the next visitor may come.
    func run() -> EndReason? {
        welcome()
        while true {
            do throws(NavigationRequest) {
                try converse()
                return nil
            } catch {
                switch error {
                case .ended(let reason): return reason
                case .language: speak(nextLanguage)
                case .speak(let language): speak(language)
                case .leave:
                    giveUpBooking()
                    return farewell()
                case .restart:
                    giveUpBooking()
                    interview = Interview(tree: tools.content.tree)
                    earlierSteps = []
                    notes.forget()
                    details = BookingDetails(needs: SpecialNeeds(meetingLanguage: words.language))
                case .human:
                    giveUpBooking()
                    earlierSteps = steps
                    interview = Interview(tree: tools.content.tree, startingAt: tools.content.tree.human)
                case .anotherMatter: beginAnotherMatter()
                case .myBooking(let reference):
                    giveUpBooking()
                    wantsMyBooking = true
                    typedReference = reference
                case .lostCode:
                    giveUpBooking()
                    wantsMyBooking = true
                    hasLostCode = true
                }
            }
        }
    }

    /// What was told stays; the time that was held does not.
    private func giveUpBooking() {
        keeper.reset()
        pending = nil
        wantsMyBooking = false
        hasLostCode = false
    }

    /// Goes on in another language, with every answer and the time that is held.
    private func speak(_ language: Language) {
        let old = conversation
        // Until the visitor says otherwise, they are met in the language that they read.
        if details.needs.meetingLanguage == words.language, !details.answered.contains(.language) {
            details.needs.meetingLanguage = language
        }
        context = Self.context(tools, console, language, voice, notes)
        conversation.goodbye = old.goodbye
        conversation.leaveQuestion = old.leaveQuestion
        if old.idle != nil { startIdleClock() }
    }

    private var nextLanguage: Language {
        let all = tools.content.languages
        let position = all.firstIndex(of: words.language).map { ($0 + 1) % all.count } ?? 0
        return all[position]
    }

    /// What is done when the visitor has gone and nothing of theirs is on the screen any more: a server that does not
    /// answer may keep it waiting for a few seconds, in which the next visitor can begin.
    func finish() {
        keeper.release()
        countJourney()
    }

    /// Everything that was answered and led here.
    private var steps: [Interview.Step] { earlierSteps + interview.path }

    private func welcome() {
        let isClosed = tools.visitor.isKnownClosed(within: .milliseconds(200))
        conversation.show(WelcomePage(words: words, notice: notice, isClosed: isClosed, isDemo: tools.isDemo).blocks)
    }

    private func farewell() -> EndReason? {
        do throws(NavigationRequest) {
            conversation.say(conversation.goodbye)
            try conversation.pause(.booking.doneEnter)
            return nil
        } catch {
            if case .ended(let reason) = error { return reason }
            return nil
        }
    }

    /// Questions, then what they lead to, until the visit has come to its end.
    private func converse() throws(NavigationRequest) {
        conversation.subject = Subject(steps.flags)
        if let pending, try book(pending) { return }
        if wantsMyBooking, try showMyBooking() { return }
        while true {
            conversation.subject = Subject(steps.flags)
            guard try goesOn(words.says(interview.position)) else {
                goBack()
                continue
            }
            switch interview.position {
            case .question(let question):
                if try ask(question) == .myBooking, try showMyBooking() { return }
            case .outcome(let outcome):
                if try present(outcome) { return }
            case .nowhere:
                // Only a tree that was not checked leads here; if even the way to a human being is broken, the visit
                // ends.
                throw interview.start == tools.content.tree.human ? NavigationRequest.leave : NavigationRequest.human
            }
        }
    }

    /// Whether the conversation goes on here. A language that is begun may have no words for what comes next: then the
    /// visitor goes on in another, with every answer, or goes back.
    ///
    /// - Parameter isSaid: whether the language has the words.
    private func goesOn(_ isSaid: Bool) throws(NavigationRequest) -> Bool {
        if isSaid { return true }
        guard let language = try LanguageDialog(context: context).chooseWhole() else { return false }
        throw .speak(language)
    }

    private func countJourney() {
        let count = JourneyCount(position: interview.position, isBegun: !steps.isEmpty, bookedPlace: bookedPlace)
        for events in count.events(dangers: notes.dangers) {
            try? tools.visitor.count(events, in: words.language)
        }
    }

    // Questions.

    private enum Reaction: Equatable {
        case answered
        /// The visitor has a booking already and wants to see it.
        case myBooking
    }

    /// Asks a question until it is answered, or goes back to the one before.
    private func ask(_ question: Question) throws(NavigationRequest) -> Reaction {
        let isFirst = question.id == tools.content.tree.start && steps.isEmpty
        let menu =
            isFirst
            ? Menu(first: question, of: tools.content, in: words)
            : Menu(for: question, in: words, above: questionNumber)
        guard let selection = try conversation.choose(menu) else {
            goBack()
            return .answered
        }
        startIdleClock()
        if selection.item == Menu.myBookingID { return .myBooking }
        if question.kind != .words, case .words(let text) = selection {
            // What they wrote begins their description, whatever they choose; what is told in several goes is kept
            // together.
            details.add(ownWords: [text])
            if let begun = try OwnWordsDialog(context: context).interview(from: text) { interview = begun }
            return .answered
        }
        // The menu lets through only what the question takes.
        try? interview.answer(question.id, selection.answer)
        return .answered
    }

    /// Which question it is, of how many: the first grows with each answer, the second never does.
    private var questionNumber: String {
        let (number, left) = (interview.path.count + 1, interview.questionsLeft)
        return left == 1
            ? words(.shared.lastQuestion(number)) : words(.shared.questionNumber(number, number + left - 1))
    }

    /// One question back; from the first question of a detour, back to where it began.
    private func goBack() {
        if interview.stepBack() { return }
        if interview.start != tools.content.tree.start {
            var resumed = Interview(tree: tools.content.tree)
            for step in earlierSteps { try? resumed.answer(step.question.id, step.answer) }
            interview = resumed
            earlierSteps = []
        } else {
            conversation.say(.shared.noWayBack)
        }
    }

    // Outcomes and bookings.

    /// Shows an outcome and what can be done next. True when the visit has come to its end.
    private func present(_ outcome: Outcome) throws(NavigationRequest) -> Bool {
        let page = OutcomePage(context: context, outcome: outcome, steps: steps)
        while true {
            switch try page.choose() {
            case nil:
                goBack()
                return false
            case .book:
                if let type = page.type, try book(type, for: outcome) { return true }
            case .change:
                if let (question, answer) = try context.chooseChange(of: interview) {
                    try? interview.answer(question, answer)
                    return false
                }
            case .human: throw .human
            case .leave: throw .leave
            case .read(let id):
                switch try page.read(id) {
                case .enough: throw .leave
                case .book: if let type = page.type, try book(type, for: outcome) { return true }
                case .back, nil: continue
                }
            }
        }
    }

    private func book(_ type: AppointmentType, for outcome: Outcome) throws(NavigationRequest) -> Bool {
        keeper.reset()
        // In the language that is chosen now the outcome is told anew.
        guard try goesOn(!words.isBegun) else { return false }
        let pause = BookingPause(context: context, told: .store.paused, contacts: outcome.contacts)
        guard try pause.isOver() else { return false }
        if outcome.isQuiet, details.messages == .both {
            details.messages = .none
            conversation.say(.booking.quiet)
        }
        return try book(PendingBooking(type: type, outcome: outcome))
    }

    /// True when a time was booked and the visit has come to its end; false when the visitor went back.
    private func book(_ booking: PendingBooking) throws(NavigationRequest) -> Bool {
        pending = booking
        let draft = booking.draft(in: words)
        var dialog = KioskBooking(context, keeper, draft, details, steps: steps, isArranged: booking.isArranged)
        defer {
            details = dialog.details
            pending?.wish = dialog.wish
            pending?.isArranged = dialog.isArranged
        }
        let made = try dialog.run()
        pending = nil
        guard let made else { return false }
        bookedPlace = draft.outcome ?? draft.type.id
        conversation.leaveQuestion = .booking.leaveBooked
        conversation.goodbye = .booking.goodbyeBooked
        if try ConfirmationDialog(context: context, booking: made).run() { throw .anotherMatter }
        return true
    }

    /// From the first question on, with the visitor's name, number and needs.
    private func beginAnotherMatter() {
        countJourney()
        bookedPlace = nil
        interview = Interview(tree: tools.content.tree)
        earlierSteps = []
        wantsMyBooking = false
        details.ownWords = ""
        details.hope = ""
        details.other = OtherPerson()
        details.answered.subtract([.description, .hope, .other])
        notes.forget()
        conversation.say(.booking.doneAnother)
    }

    /// Finds a booking by reference and phone number or word, or by what its client tells who has lost the reference, and
    /// changes it if the visitor wants; or books with a right, whose code looks the same. True when the visit has come to its
    /// end; false for the way back.
    private func showMyBooking() throws(NavigationRequest) -> Bool {
        wantsMyBooking = true
        let isEnd = try findMyBooking()
        wantsMyBooking = false
        return isEnd
    }

    private func findMyBooking() throws(NavigationRequest) -> Bool {
        guard try goesOn(!words.isBegun) else { return false }
        guard try BookingPause(context: context, told: .store.pausedOwn).isOver() else { return false }
        // A booking that is there keeps the words that it has.
        let conversation = conversation
        conversation.keepsWords = false
        defer { conversation.keepsWords = true }
        let dialog = MyBookingDialog(context: context, keeper: keeper)
        while true {
            if hasLostCode {
                let lost = try LostCodeDialog(context: context, misses: lostMisses).find()
                hasLostCode = false
                switch lost {
                case .booking(let booking)?: return try dialog.show(booking)
                case .missed?: lostMisses += 1
                case nil: break
                }
                continue
            }
            let reference = typedReference
            typedReference = nil
            switch try dialog.find(reference, after: wrongWords) {
            case nil: return false
            case .lost: hasLostCode = true
            case .booking(let booking): return try dialog.show(booking)
            case .right(let right): if try book(by: right) { return true }
            case .nothing: conversation.say(.change.findNothing)
            // The same answer: no one learns whether the reference is one.
            case .wrongWord:
                wrongWords += 1
                conversation.say(.change.findNothing)
            }
        }
    }

    /// Books a follow-up time. True when it is booked; false if the right opens nothing, or the visitor went back.
    private func book(by right: BookingRight) throws(NavigationRequest) -> Bool {
        guard let type = context.begin(with: right, &details) else { return false }
        let left = right.grant.uses - right.used
        if left > 1 { conversation.say(.change.rightLeft(left)) }
        keeper.reset()
        return try book(PendingBooking(type: type, leave: .right(right.code)))
    }
}
