import BookingCore
import ContentLibrary
import Dialogue

/// A conversation in one language on one console: says, asks, and answers the keys that are open everywhere.
///
/// `?` and `!` are answered on the spot and the question stands again. Going back is nil, because each step
/// knows what came before it. Everything else that is no answer is thrown as a `NavigationRequest`.
final class Conversation {
    let console: any Console
    let words: Words
    /// How the language's people write what is in no list.
    let phrases: HeardPhrases
    /// The keys that are open; any other line is an answer.
    let keys: KeySet
    /// Hears in every line what its writer means; nil where staff type, who know what to type.
    let listener: Listener?
    /// What was told beside the answers.
    let notes: VisitNotes
    /// What `!` and words of danger show.
    let urgent: UrgentScreen
    private let voice: Voice?
    /// What a visitor is told last who leaves without having come to the end.
    var goodbye = Phrase.shared.goodbye
    /// What a visitor is asked who wants to leave.
    var leaveQuestion = Phrase.shared.leaveQuestion
    /// The answer to the next question, given before it was asked.
    var answeredAhead: String?
    /// How long a person may be away; nil while there is nothing to lose.
    var idle: IdleTimeout?

    init(
        console: any Console, words: Words, keys: KeySet, urgent: UrgentScreen = UrgentScreen(), voice: Voice? = nil,
        listener: Listener? = nil, notes: VisitNotes = VisitNotes()
    ) {
        self.console = console
        self.words = words
        phrases = words.heardPhrases
        self.keys = keys
        self.listener = listener
        self.notes = notes
        self.urgent = urgent
        self.voice = voice
        voice?.language = words.language
    }

    func say(_ phrase: Phrase) { say(words(phrase)) }

    /// One paragraph for each text, with an empty line before the first.
    func say(_ texts: String...) {
        show([.blank] + texts.map { .paragraph(TerminalText($0)) })
    }

    func show(_ blocks: [TextBlock]) {
        console.show(blocks)
        voice?.hear(blocks)
    }

    func ask(_ request: LineRequest) -> Reply {
        if let answer = answeredAhead {
            answeredAhead = nil
            return .line(answer)
        }
        var request = request
        request.idle = idle
        voice?.speak()
        return console.ask(request)
    }

    /// Waits until the person has read. Any line will do.
    func pause(_ phrase: Phrase) throws(NavigationRequest) {
        say(phrase)
        _ = try line(LineRequest(), help: [], .asking, repeating: {})
    }

    /// What a person typed where no key was meant.
    enum Typed: Equatable {
        case text(String)
        case tooLong(String)
        case notUTF8
    }

    /// How a line is listened to.
    enum Manner {
        /// One of the options of a menu is to be chosen.
        case choosing(Menu)
        /// One thing is asked for, for example a name.
        case asking
        /// A text of the person's own: all of it is the answer, whatever it says.
        case writing
    }

    /// Reads one line. Nil is the way back.
    ///
    /// Signs of danger and commands in words are heard before the line is taken as an answer.
    ///
    /// - Parameter repeating: says the question again after something else filled the screen.
    func line(
        _ request: LineRequest, help: [String], _ manner: Manner = .asking, repeating: () -> Void
    ) throws(NavigationRequest) -> Typed? {
        while true {
            let text: String
            switch ask(request) {
            case .line(let typed): text = typed
            case .tooLong(let typed):
                try hearDanger(in: typed, manner)
                return .tooLong(typed)
            case .notUTF8: return .notUTF8
            case .endOfInput: throw .ended(.endOfInput)
            case .interrupted: throw .ended(.interrupted)
            case .timedOut: throw timedOut()
            }
            var isOption = false
            if case .choosing(let menu) = manner {
                isOption = menu.knows(text.trimmed)
                if isOption, Key(sign: text, among: keys.keys) == nil { return .text(text) }
                if case .success(.items) = menu.choice(of: text, phrases), !text.trimmed.isEmpty, !isKey(text) {
                    return .text(text)
                }
            }
            if !isOption, let key = Key(sign: text, among: keys.keys) {
                if try !obey(key, help: help, repeating) { return nil }
                continue
            }
            if try hearDanger(in: text, manner) {
                if isAnswer(text, in: manner) { return .text(text) }
                keep(text)
                repeating()
                continue
            }
            guard !isOption, let command = command(in: text, manner) else { return .text(text) }
            switch command {
            case .key(let key): if try !obey(key, help: help, repeating) { return nil }
            case .myBooking: throw .myBooking
            case .language(let language): throw .speak(language)
            }
        }
    }

    private func isKey(_ text: String) -> Bool { Key(sign: text, among: keys.keys) != nil }

    /// Whether a line in which danger was heard is an answer all the same.
    private func isAnswer(_ text: String, in manner: Manner) -> Bool {
        switch manner {
        case .writing: true
        case .choosing(let menu): menu.takesWords
        case .asking: false
        }
    }

    private func command(in text: String, _ manner: Manner) -> SpokenCommand? {
        switch manner {
        case .writing: return nil
        case .asking where listener == nil: return nil
        case .asking, .choosing:
            if let listener { return listener.command(in: text, among: keys.keys, phrases) }
            return Key(spoken: text, among: keys.keys, in: phrases).map { .key($0) }
        }
    }

    /// Answers a key that is open everywhere.
    ///
    /// - Returns: `false` for the way back.
    private func obey(_ key: Key, help: [String], _ repeating: () -> Void) throws(NavigationRequest) -> Bool {
        switch key {
        case .back: return false
        case .human: throw .human
        case .language: throw .language
        case .help:
            show((help + [words(keys.help)]).map { .paragraph(TerminalText($0)) })
        case .urgent:
            _ = try show(urgent)
            repeating()
        case .again:
            voice?.turnOn()
            repeating()
        case .leave:
            if keys.isForStaff { throw .leave }
            if try confirms(leaveQuestion, yes: .shared.leaveYes) { throw .leave }
            repeating()
        case .restart:
            if try confirms(.shared.restartQuestion, yes: .shared.restartYes) { throw .restart }
            repeating()
        }
        return true
    }

    func turnVoiceOn() { voice?.turnOn() }

    /// One of the staff who went away leaves no client on the screen. A kiosk wipes at the end of every visit.
    func timedOut() -> NavigationRequest {
        if keys.isForStaff { console.wipe() }
        return .ended(.timedOut)
    }

    /// `true` for yes. Anything that is not understood is asked again; the way back is no.
    func confirms(_ question: Phrase, yes: Phrase, no: Phrase = .shared.leaveNo) throws(NavigationRequest) -> Bool {
        let texts = [words(yes), words(no)]
        let asked: () -> Void = {
            self.show([.blank, .paragraph(TerminalText(self.words(question)))])
            self.show(texts.enumerated().map { .option(number: $0 + 1, TerminalText($1)) })
        }
        asked()
        while true {
            let typed: String
            switch ask(LineRequest()) {
            case .endOfInput: throw .ended(.endOfInput)
            case .interrupted: throw .ended(.interrupted)
            case .timedOut: throw timedOut()
            case .line(let line), .tooLong(let line): typed = line.trimmed
            case .notUTF8: typed = ""
            }
            if typed == "0" || isYes(typed) || typed.lowercased() == texts[0].lowercased() { return true }
            if ["2", "<", texts[1].lowercased()].contains(typed.lowercased()) || phrases.says(.no, in: typed) {
                return false
            }
            if keys.keys.contains(.urgent), typed == "!" || phrases.says(.urgent, in: typed) {
                _ = try show(urgent)
                asked()
            } else if try hearDanger(in: typed, .asking) {
                keep(typed)
                asked()
            } else {
                say(.shared.hintOne("2"))
            }
        }
    }
}

extension Conversation {
    /// Asks for a password. Nil is the way back.
    ///
    /// - Parameter help: also said to an empty line.
    func secret(_ prompt: Phrase, help: Phrase) throws(NavigationRequest) -> String? {
        let request = LineRequest(prompt: TerminalText("\(words(prompt)): "), longest: 1000, isSecret: true)
        while true {
            switch try line(request, help: [words(help)], repeating: {}) {
            case nil: return nil
            case .text(let typed) where typed.trimmed.isEmpty: say(help)
            case .text(let typed), .tooLong(let typed): return typed
            case .notUTF8: say(.shared.faultNotUTF8)
            }
        }
    }
}

extension Conversation {
    /// A conversation with one of the staff, which ends when they go away from their desk; the screen is wiped then.
    convenience init(staffAt console: any Console, words: Words, settings: StaffSettings) {
        self.init(console: console, words: words, keys: .staff)
        idle = settings.idle(in: words)
    }
}

extension Conversation {
    /// Runs something that the store does, again while it fails and the person wants. Nil if they gave up. What the
    /// store itself answers, for example that a time is taken, comes back as a failure.
    ///
    /// - Parameters:
    ///   - trouble: what is told when the store does not answer.
    ///   - givingUp: the way out.
    ///   - unsure: what is told instead if the connection broke, so that it may have been done, and the way out then;
    ///     nil for what changes nothing.
    ///   - report: tells the staff why.
    func attempt<Value>(
        telling trouble: Phrase, givingUp: Phrase, unsure: (telling: Phrase, givingUp: Phrase)? = nil,
        report: (String) -> Void,
        _ operation: () throws -> Value
    ) throws(NavigationRequest) -> Result<Value, any Error>? {
        // However often the person tries, the staff read one line when it goes and one when it comes back.
        var told: StoreFailure?
        var isUnsure = false
        while true {
            let result: Result<Value, any Error>
            do {
                result = .success(try operation())
            } catch {
                result = .failure(error)
            }
            guard case .failure(let why as StoreFailure) = result else {
                if told?.isOfConnecting == true { report(StoreFailure.over) }
                if isUnsure { goodbye = .shared.goodbye }
                return result
            }
            if why != told { report(why.explanation) }
            told = why
            // From then on, whatever stands in the way of the next try.
            if why == .unreachable, unsure != nil {
                isUnsure = true
                goodbye = .store.unsureLeft
            }
            let known = isUnsure ? unsure : nil
            let menu = Menu(
                title: words(known?.telling ?? trouble),
                items: [
                    Menu.Item(id: "again", text: words(.store.again)),
                    Menu.Item(id: "leave", text: words(known?.givingUp ?? givingUp)),
                ])
            if try choose(menu)?.item == "leave" { return nil }
        }
    }
}
