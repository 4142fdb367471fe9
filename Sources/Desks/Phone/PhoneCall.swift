import BookingCore
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

/// One call: what the caller said so far, and one step after another.
final class PhoneCall {
    enum End: Equatable {
        case over
        /// Nothing was begun, and the worker goes.
        case leftDesk
        case ended(EndReason)
    }

    /// What the call comes to if it ends without a new booking and it is not the place in the tree.
    private enum CallResult: String {
        case shown
        case cancelled
        case moved
        case consentRefused = "consent-refused"
    }

    private let tools: DeskTools
    private let session: StaffSession
    private let console: any Console
    private let settings: StaffSettings
    private let keeper: HoldKeeper
    private let drafts: CallDrafts
    private(set) var conversation: Conversation
    private var notes: CallNotes
    private var callResult: CallResult?

    init(
        tools: DeskTools, session: StaffSession, console: any Console, language: Language, settings: StaffSettings
    ) {
        self.settings = settings
        self.tools = tools
        self.session = session
        self.console = console
        keeper = HoldKeeper(desk: session)
        drafts = CallDrafts(calls: session.calls, report: tools.report)
        conversation = Self.conversation(in: language, tools, console, settings)
        notes = CallNotes(in: language)
    }

    private static func conversation(
        in language: Language, _ tools: DeskTools, _ console: any Console, _ settings: StaffSettings
    ) -> Conversation {
        let words = tools.content.words(in: language)
        let county = tools.content.county
        let urgent = UrgentScreen(listing: county.urgentContacts, of: county, in: words)
        let conversation = Conversation(console: console, words: words, keys: .phone, urgent: urgent)
        conversation.idle = settings.idle(in: words)
        return conversation
    }

    private var words: Words { conversation.words }

    private var context: DialogContext {
        DialogContext(tools: tools, conversation: conversation, desk: session, isSpoken: true)
    }

    private var interview: Interview? { notes.interview(in: tools.content.tree) }

    private var steps: [Interview.Step] { interview?.path ?? [] }

    func run(takingUp earlier: CallState?) -> End {
        welcome()
        var earlier = earlier
        while true {
            do throws(NavigationRequest) {
                if let state = earlier {
                    // What is taken up is known to be in the store.
                    drafts.takeUp(state)
                    try offer(state)
                    earlier = nil
                }
                if try converse() { return .over }
            } catch {
                switch error {
                case .language, .speak: speakNext()
                case .ended(let reason): return .ended(reason)
                case .leave, .restart, .human, .myBooking, .lostCode, .anotherMatter:
                    if callResult == nil, state == nil { return .leftDesk }
                    if let end = end() { return end }
                }
            }
        }
    }

    private func welcome() {
        let title = "\(words.county.name) · \(words(.phone.title)) · \(session.member.name)"
        conversation.show([.blank, .paragraph(TerminalText(title).styled(.strong))])
        if tools.isDemo {
            conversation.show([.paragraph(TerminalText(words(.shared.demoNotice)).styled(.warning))])
        }
        conversation.show([.paragraph(TerminalText(words(.phone.keys)).styled(.quiet))])
    }

    /// One step after another. True when the call is over.
    private func converse() throws(NavigationRequest) -> Bool {
        while true {
            conversation.subject = Subject(steps.flags)
            saveDraft()
            if let found = notes.found {
                try show(found)
            } else if let draft = notes.draft {
                if try book(draft) { return true }
            } else if let interview {
                switch interview.position {
                case .question(let question): try ask(question, of: interview)
                case .outcome(let outcome): try present(outcome, of: interview)
                case .nowhere:
                    // Where to go on is decided by a question that was jumped over: the walk begins before it.
                    notes.start = interview.start == tools.content.tree.start ? nil : tools.content.tree.start
                }
            } else {
                try search()
            }
        }
    }

    // Steps.

    private func search() throws(NavigationRequest) {
        let search = CallSearch(context: context, session: session) { query in
            self.notes.query = query
            self.saveDraft()
        }
        switch try search.run(again: notes.query) {
        case .place(let hit): notes.go(to: hit)
        case .phone(let phone): try findBookings(of: phone)
        case .named(let bookings, let name): try choose(among: bookings, titled: .phone.bookingsOfName(name))
        case .booking(let booking):
            notes.found = booking
            notes.query = ""
        case .right(let right): try begin(right)
        }
    }

    /// The coming bookings of a number, which is the caller's from now on.
    private func findBookings(of phone: PhoneNumber) throws(NavigationRequest) {
        notes.details.phone = phone
        notes.details.answered.insert(.phone)
        notes.query = ""
        saveDraft()
        let result = try context.attempt {
            try session.bookings(ofPhone: phone, from: session.now, purpose: CallNotes.purpose)
        }
        if case .failure(is StaffRefusal) = result { return conversation.say(.professional.notPermitted) }
        let bookings = ((try? result.get()) ?? []).filter { $0.status == .booked }
        if bookings.isEmpty { return conversation.say(.phone.numberKept(phone.grouped)) }
        try choose(among: bookings, titled: .phone.bookings(phone.grouped))
    }

    private func choose(among bookings: [Booking], titled title: Phrase) throws(NavigationRequest) {
        let choices = bookings.map { booking in
            Choice(Booking?.some(booking), id: booking.reference.grouped, context.row(of: booking))
        }
        let again = Choice(Booking?.none, id: "search", words(.phone.searchAgain))
        notes.found = try conversation.choose(titled: words(title), from: choices + [again]) ?? nil
    }

    /// Booking with the caller's right: the code alone is not enough, the number must be theirs.
    private func begin(_ right: BookingRight) throws(NavigationRequest) {
        let phone: PhoneNumber? =
            if let known = notes.details.phone {
                known
            } else {
                try conversation.write(
                    context.asked(.change.findPhone), longest: 100, check: PhoneNumber.checked)
            }
        guard let phone else { return }
        guard phone == right.grant.clientPhone else { return conversation.say(.change.findNothing) }
        guard let type = context.begin(with: right, &notes.details) else { return }
        notes.query = ""
        begin(BookingDraft(type: type, leave: .right(right.code)))
    }

    private func begin(_ draft: BookingDraft) {
        keeper.reset()
        notes.draft = draft
    }

    /// The text to say aloud, and what the worker should know of it.
    private func ask(_ question: Question, of interview: Interview) throws(NavigationRequest) {
        let hint = words.questions[question.id]?.staff
        var menu = Menu(for: question, in: words, above: hint.map { words(.phone.hint($0)) })
        menu.title = context.asked(menu.title)
        guard let selection = try conversation.choose(menu) else { return notes.goBack(in: interview) }
        notes.answers[question.id] = selection.answer
    }

    private func present(_ outcome: Outcome, of interview: Interview) throws(NavigationRequest) {
        let page = CallOutcomePage(context: context, outcome: outcome, steps: interview.path)
        let draft = page.type.map { BookingDraft(type: $0, service: outcome.service, outcome: outcome.id) }
        switch try page.choose() {
        case nil: notes.goBack(in: interview)
        case .end: throw .leave
        case .search:
            notes.start = nil
            notes.query = ""
        case .change:
            if let (question, answer) = try context.chooseChange(of: interview) { notes.answers[question] = answer }
        case .read(let id): page.read(id)
        case .otherTimes: if let draft { begin(draft) }
        case .time(let choice):
            guard let draft else { return }
            begin(draft)
            if try keeper.hold(choice, in: context) {
                OverriddenRules(context: context).mention(for: choice, of: draft.type)
            } else {
                conversation.say(.booking.taken)
                notes.draft = nil
            }
        }
    }

    private func show(_ booking: Booking) throws(NavigationRequest) {
        callResult = callResult ?? .shown
        let dialog = FoundBookingDialog(context: context, session: session, keeper: keeper, booking: booking)
        switch try dialog.run() {
        case .stays: break
        case .closed: notes.found = nil
        case .cancelled:
            callResult = .cancelled
            notes.found = nil
        case .moved(let moved):
            callResult = .moved
            notes.found = moved
        }
    }

    /// True when the call is over.
    private func book(_ draft: BookingDraft) throws(NavigationRequest) -> Bool {
        var dialog = CallBooking(context, session, keeper, draft, notes.details, steps: steps) { details in
            self.notes.details = details
            self.saveDraft()
        }
        defer { notes.details = dialog.details }
        let outcome = try dialog.step()
        notes.draft = dialog.draft
        switch outcome {
        case .goesOn: break
        case .givenUp: notes.draft = nil
        case .consentRefused: callResult = .consentRefused
        case .booked(let booking):
            close(counting: JourneyEvent(.callBooked, at: draft.outcome ?? draft.type.id))
            conversation.show(
                [.blank, .paragraph(TerminalText(context.asked(.booking.confirmed)).styled(.strong))]
                    + context.whatToKeep(of: booking, reference: .phone.reference(booking.reference.grouped))
                    + [InterpreterWords(context: context).promise(of: booking)].compactMap {
                        $0.map { .paragraph(TerminalText(context.asked($0))) }
                    })
            try waitForNext()
            return true
        }
        return false
    }

    /// The call is over whatever is typed here.
    private func waitForNext() throws(NavigationRequest) {
        do throws(NavigationRequest) {
            try conversation.pause(.phone.next)
        } catch {
            if case .ended = error { throw error }
        }
    }

    // The language of the caller, in which the desk speaks too.

    private func speakNext() {
        let all = tools.content.languages
        let place = all.firstIndex(of: words.language).map { ($0 + 1) % all.count } ?? 0
        speak(all[place])
        conversation.say(.phone.language(words(.shared.languageName)))
    }

    private func speak(_ language: Language) {
        conversation = Self.conversation(in: language, tools, console, settings)
        notes.details.needs.meetingLanguage = language
    }

    // The end of the call.

    /// Ends a call without a booking, counted with where it was. Nil if the worker changes their mind: what was typed of
    /// a caller goes with the call.
    private func end() -> End? {
        if !notes.details.name.isEmpty || !notes.details.ownWords.isEmpty {
            do throws(NavigationRequest) {
                let question = Phrase.phone.endQuestion
                guard try conversation.confirms(question, yes: .phone.endYes, no: .phone.endNo) else { return nil }
            } catch {
                if case .ended(let reason) = error { return .ended(reason) }
                return nil
            }
        }
        keeper.release()
        close(counting: JourneyEvent(.call, at: callResult?.rawValue ?? place))
        return .over
    }

    /// The outcome, or the question that was asked last; empty if nothing was found.
    private var place: String {
        switch interview?.position {
        case .outcome(let outcome): outcome.id
        case .question(let question): question.id
        case .nowhere, nil: ""
        }
    }

    /// Counts the call and forgets it. A count that cannot be written is lost; no one waits for it.
    private func close(counting event: JourneyEvent) {
        try? session.calls.count([event], in: words.language)
        drafts.delete()
    }

    // What survives a crash.

    /// Nil until something of a caller's is known.
    private var state: CallState? {
        let state = CallState(of: notes, holding: keeper, in: words.language)
        return state == CallState(in: words.language) ? nil : state
    }

    private func saveDraft() { drafts.save(state) }

    private enum Earlier: String {
        case take
        case drop
    }

    /// Asks whether to go on with a call that a crash cut short.
    private func offer(_ earlier: CallState) throws(NavigationRequest) {
        let choices = [
            Choice(Earlier.take, words(.phone.draftTake)), Choice(.drop, words(.phone.draftDrop)),
        ]
        let title = words(.phone.draftFound(earlier.summary(in: words)))
        if try conversation.choose(titled: title, from: choices) == .take { return try takeUp(earlier) }
        drafts.delete()
    }

    private func takeUp(_ earlier: CallState) throws(NavigationRequest) {
        let language = Language(rawValue: earlier.language)
        if let language, tools.content.languages.contains(language) { speak(language) }
        notes = earlier.notes(in: words.language, tools.content.tree)
        if let reference = earlier.found.flatMap({ BookingReference(typed: $0) }) {
            let found = try context.attempt { try session.booking(reference, purpose: CallNotes.purpose) }
            if case .failure(is StaffRefusal) = found { conversation.say(.professional.notPermitted) }
            if case .success(let booking) = found { notes.found = booking }
        }
        // The time is held anew; if another person has it by now, `book` asks for another.
        guard let time = earlier.time, let draft = time.draft(of: tools.content.services) else { return }
        begin(draft)
        guard let choice = time.choice(for: draft) else { return }
        if let token = time.token, let minutes = time.minutes {
            let old = Hold(
                token: token, start: choice.start, minutes: minutes, expires: session.now,
                isOfSeveralSlots: minutes > draft.type.minutes)
            if try keeper.takeUp(old, of: choice, in: context) { return }
        }
        if try !keeper.hold(choice, in: context) { conversation.say(.booking.taken) }
    }
}
