import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

/// One visitor's conversation. Holds all that is known of them, and is gone when they are.
final class KioskVisit {
    private let tools: DeskTools
    private let context: DialogContext
    private let keeper: HoldKeeper
    private let settings: KioskSettings

    /// The walk that is going on.
    private var interview: Interview
    /// What was answered before a detour to "I want to talk to a human being".
    private var earlierSteps: [Interview.Step] = []
    private var details: BookingDetails
    /// Where a time was booked, for the count of journeys: the outcome or, by right, the appointment type, by id.
    private var bookedPlace: String?

    init(
        tools: DeskTools, console: any Console, language: Language, settings: KioskSettings, voice: Voice?
    ) {
        self.settings = settings
        self.tools = tools
        let words = tools.content.words(in: language)
        let urgentHelp = Contacts(county: tools.content.county, words: words).urgentHelp
        let conversation = Conversation(
            console: console, words: words, keys: .kiosk, urgentHelp: urgentHelp, voice: voice)
        context = DialogContext(tools: tools, conversation: conversation, desk: tools.visitor, isSpoken: false)
        keeper = HoldKeeper(desk: tools.visitor)
        interview = Interview(tree: tools.content.tree)
        details = BookingDetails(needs: SpecialNeeds(meetingLanguage: language))
    }

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }

    /// From now on a visitor who says nothing for long is asked, and then the visit ends.
    func startIdleClock() {
        let seconds = String(Int(settings.idleEnd))
        conversation.idle = IdleTimeout(
            warnAfter: settings.idleWarning, endAfter: settings.idleEnd,
            warning: TerminalText(words(.shared.idleWarning(seconds))))
    }

    /// Nil when the visit came to its end and the next visitor may come.
    func run() -> EndReason? {
        welcome()
        while true {
            do throws(NavigationRequest) {
                try converse()
                return nil
            } catch {
                if case .ended(let reason) = error { return reason }
                keeper.reset()
                switch error {
                case .leave:
                    return farewell()
                case .restart:
                    interview = Interview(tree: tools.content.tree)
                    earlierSteps = []
                    details = BookingDetails(needs: SpecialNeeds(meetingLanguage: words.language))
                case .human:
                    earlierSteps = steps
                    interview = Interview(tree: tools.content.tree, startingAt: tools.content.tree.human)
                // No key of the kiosk: its visitors choose their language at the start.
                case .language, .ended: continue
                }
            }
        }
    }

    /// What is done when the visitor has gone and nothing of theirs is on the screen any more: a server that does not
    /// answer may keep it waiting.
    func finish() {
        keeper.release()
        countJourney()
    }

    /// Everything that was answered and led here.
    private var steps: [Interview.Step] { earlierSteps + interview.path }

    private func welcome() {
        let county = words.county
        var blocks: [TextBlock] = [
            .blank, .paragraph(TerminalText("\(county.name) · \(words(.kiosk.programName))").styled(.strong)), .blank,
            .paragraph(TerminalText(words(.kiosk.welcome))),
            .paragraph(TerminalText(words(.shared.privacy("\(county.name), \(county.official)")))),
            .paragraph(TerminalText(words(.kiosk.anonymous))),
        ]
        if tools.isDemo { blocks.append(.paragraph(TerminalText(words(.shared.demoNotice)).styled(.warning))) }
        blocks += [.blank, .paragraph(TerminalText(words(.kiosk.keysLine)).styled(.quiet))]
        conversation.show(blocks)
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
        while true {
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

    /// Counts that a visit began and where it ended, by the ids of the content: nothing of the person.
    ///
    /// A visit without an answer is none. A count that cannot be written is lost; no one waits for it.
    private func countJourney() {
        let end: JourneyEvent
        if let bookedPlace {
            end = JourneyEvent(.booked, at: bookedPlace)
        } else {
            switch interview.position {
            case .outcome(let outcome): end = JourneyEvent(.outcome, at: outcome.id)
            case .question(let question): end = JourneyEvent(.left, at: question.id)
            case .nowhere: return
            }
            if steps.isEmpty { return }
        }
        try? tools.visitor.count([JourneyEvent(.began), end], in: words.language)
    }

    // Questions.

    private enum Reaction: Equatable {
        case answered
        /// The visitor has a booking already and wants to see it.
        case myBooking
    }

    /// The id of the item after the first question's options.
    private static let myBookingID = "my-booking"

    /// Asks a question until it is answered, or goes back to the one before.
    private func ask(_ question: Question) throws(NavigationRequest) -> Reaction {
        let isFirst = question.id == tools.content.tree.start && steps.isEmpty
        var menu = Menu(for: question, in: words, above: isFirst ? nil : questionsLeft)
        if isFirst {
            // The first question also leads to a booking made earlier, and takes a person's own words.
            menu.items.append(Menu.Item(id: Self.myBookingID, text: words(.kiosk.myBooking)))
            menu.takeOwnWords(for: question, of: tools.content, in: words)
        }
        guard let selection = try conversation.choose(menu) else {
            goBack()
            return .answered
        }
        startIdleClock()
        if selection.item == Self.myBookingID { return .myBooking }
        if question.kind != .words, case .words(let text) = selection {
            // What they wrote begins their description, whatever they choose; what is told in several goes is kept
            // together.
            let told = details.ownWords.isEmpty ? text : details.ownWords + "\n" + text
            details.ownWords = String(told.prefix(SituationDescription.longestOwnWords))
            if let begun = try OwnWordsDialog(context: context).interview(from: text) { interview = begun }
            return .answered
        }
        // The menu lets through only what the question takes.
        try? interview.answer(question.id, selection.answer)
        return .answered
    }

    private var questionsLeft: String {
        let count = interview.questionsLeft
        return count == 1 ? words(.shared.oneQuestionLeft) : words(.shared.questionsLeft(count))
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
        let told = words.outcomes[outcome.id]?.prompts ?? []
        return try book(
            BookingDraft(
                type: type, service: outcome.service, outcome: outcome.id,
                prompts: told.isEmpty ? words.appointments[type.id]?.prompts ?? [] : told))
    }

    /// True when a time was booked; false when the visitor went back.
    private func book(_ draft: BookingDraft) throws(NavigationRequest) -> Bool {
        keeper.reset()
        var dialog = KioskBooking(context, keeper, draft, details, steps: steps)
        defer { details = dialog.details }
        guard let booking = try dialog.run() else { return false }
        bookedPlace = draft.outcome ?? draft.type.id
        conversation.show(
            [.blank, .paragraph(TerminalText(words(.booking.confirmed)).styled(.strong)), .blank]
                + context.whatToKeep(of: booking, reference: .booking.referenceLine(booking.reference.grouped))
                + [.blank, .paragraph(TerminalText(context.howToCancel(booking)))])
        try conversation.pause(.booking.doneEnter)
        return true
    }

    /// Finds a booking by reference and phone number and changes it if the visitor wants; or books with a right, whose
    /// code looks the same. True when the visit has come to its end; false for the way back.
    private func showMyBooking() throws(NavigationRequest) -> Bool {
        let dialog = MyBookingDialog(context: context, keeper: keeper)
        while true {
            switch try dialog.find() {
            case nil: return false
            case .booking(let booking): return try dialog.show(booking)
            case .right(let right): if try book(by: right) { return true }
            case .nothing: conversation.say(.change.findNothing)
            }
        }
    }

    /// Books a follow-up time. True when it is booked; false if the right opens nothing, or the visitor went back.
    private func book(by right: BookingRight) throws(NavigationRequest) -> Bool {
        guard let type = context.begin(with: right, &details) else { return false }
        let left = right.grant.uses - right.used
        if left > 1 { conversation.say(.change.rightLeft(left)) }
        return try book(
            BookingDraft(
                type: type, prompts: words.appointments[type.id]?.prompts ?? [], leave: .right(right.code)))
    }
}
