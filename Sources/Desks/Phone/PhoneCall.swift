import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

/// One call: what the caller said so far, and where the conversation stands. Each step follows from that alone, so a
/// call that is taken up again goes on where it stood.
final class PhoneCall: BookingDialog {
    enum End: Equatable {
        case over
        /// Nothing was begun, and the worker goes.
        case leftDesk
        case ended(EndReason)
    }

    let tools: DeskTools
    let session: StaffSession
    var desk: any BookingDesk { session }
    private let console: any Console
    private(set) var words: Words
    private(set) var talk: Conversation

    /// The last search.
    var query = ""
    var start: String?
    /// Everything that was ever answered in this call; what is not on the path stays inert.
    var answers: [String: Answer] = [:]
    var details: BookingDetails
    var draft: BookingDraft?
    var found: Booking?
    /// What the call comes to where it ends without a new booking and it is not the place in the tree.
    var deed: String?
    private var kept: CallState?
    private let settings: StaffSettings

    init(
        tools: DeskTools, session: StaffSession, console: any Console, language: Language, settings: StaffSettings
    ) {
        self.settings = settings
        self.tools = tools
        self.session = session
        self.console = console
        words = tools.content.words(in: language)
        talk = Self.talk(in: words, tools, console, settings)
        details = BookingDetails(needs: SpecialNeeds(meetingLanguage: language))
    }

    private static func talk(
        in words: Words, _ tools: DeskTools, _ console: any Console, _ settings: StaffSettings
    ) -> Conversation {
        let help = Contacts(county: tools.content.county, words: words).urgentHelp
        let talk = Conversation(console: console, words: words, keys: .phone, urgentHelp: help)
        talk.idle = settings.idle(in: words)
        return talk
    }

    var contacts: Contacts { Contacts(county: tools.content.county, words: words) }

    var dates: DateWords { DateWords(words: words, wallClock: tools.wallClock) }

    /// Nil before a place in the tree was chosen.
    var interview: Interview? {
        guard let start else { return nil }
        var interview = Interview(tree: tools.content.tree, startingAt: start)
        // What the tree no longer knows is left out.
        for (question, answer) in answers { try? interview.answer(question, answer) }
        return interview
    }

    var steps: [Interview.Step] { interview?.path ?? [] }

    func asked(_ question: String) -> String { words(.phone.say(question)) }

    /// True once something of a caller's is known.
    var hasBegun: Bool { deed != nil || hasState }

    private var hasState: Bool { state != CallState(in: words.language) }

    func run(takingUp kept: CallState?) -> End {
        welcome()
        var kept = kept
        while true {
            do throws(NavigationRequest) {
                if let earlier = kept {
                    // What is taken up is known to be in the store.
                    self.kept = earlier
                    try offer(earlier)
                    kept = nil
                }
                if try converse() { return .over }
            } catch {
                switch error {
                case .language: speakNext()
                case .ended(let ending): return .ended(ending)
                case .leave, .restart, .human:
                    if !hasBegun { return .leftDesk }
                    if let end = end() { return end }
                }
            }
        }
    }

    /// One step after another. True when the call is over.
    private func converse() throws(NavigationRequest) -> Bool {
        while true {
            keep()
            if let found {
                try show(found)
            } else if draft != nil {
                if try book() { return true }
            } else if let interview {
                switch interview.position {
                case .question(let question): try ask(question, of: interview)
                case .outcome(let outcome): try present(outcome, of: interview)
                case .nowhere:
                    // Where to go on is decided by a question that was jumped over: the walk begins before it.
                    start = interview.start == tools.content.tree.start ? nil : tools.content.tree.start
                }
            } else {
                try search()
            }
        }
    }

    private func welcome() {
        let title = "\(words.county.name) · \(words(.phone.title)) · \(session.member.name)"
        talk.show([.blank, .paragraph(TerminalText(title).styled(.strong))])
        if tools.isDemo { talk.show([.paragraph(TerminalText(words(.shared.demoNotice)).styled(.warning))]) }
        talk.show([.paragraph(TerminalText(words(.phone.keys)).styled(.quiet))])
    }

    // The language of the caller, in which the desk speaks too.

    private func speakNext() {
        let all = tools.content.languages
        let place = all.firstIndex(of: words.language).map { ($0 + 1) % all.count } ?? 0
        speak(all[place])
        talk.say(.phone.language(words(.shared.languageName)))
    }

    func speak(_ language: Language) {
        words = tools.content.words(in: language)
        talk = Self.talk(in: words, tools, console, settings)
        details.needs.meetingLanguage = language
    }

    // What survives a crash.

    /// Keeps what was typed so far. A store that does not answer is told to the staff when something is booked; the call
    /// goes on meanwhile.
    func keep() {
        let state = state
        if state == kept { return }
        if !hasState {
            if kept != nil { forget() }
            kept = nil
            return
        }
        do {
            try session.calls.saveDraft(state.written)
            kept = state
        } catch {
            if let failure = error as? StoreFailure { tools.report(failure.explanation) }
        }
    }

    /// Takes what was kept out of the store: the call is over.
    func forget() {
        do {
            try session.calls.deleteDraft()
        } catch {
            if let failure = error as? StoreFailure { tools.report(failure.explanation) }
        }
    }
}

extension PhoneCall {
    /// Why the phone service looks at bookings, in the access log.
    static let purpose = "call"

    /// Ends a call without a booking, counted with where it stood. Nil where the worker changes their mind: what was
    /// typed of a caller goes with the call.
    func end() -> End? {
        if !details.name.isEmpty || !details.ownWords.isEmpty {
            do throws(NavigationRequest) {
                guard try talk.confirms(.phone.endQuestion, yes: .phone.endYes, no: .phone.endNo) else { return nil }
            } catch {
                if case .ended(let ending) = error { return .ended(ending) }
                return nil
            }
        }
        releaseHold()
        close(counting: JourneyEvent(.call, at: deed ?? place))
        return .over
    }

    /// The outcome, or the question that was asked last; empty where nothing was found.
    private var place: String {
        switch interview?.position {
        case .outcome(let outcome): outcome.id
        case .question(let question): question.id
        case .nowhere, nil: ""
        }
    }

    /// Counts the call and forgets it. A count that cannot be written is lost; nobody waits for it.
    func close(counting event: JourneyEvent) {
        try? session.calls.count([event], in: words.language)
        forget()
    }
}
