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
    /// The keys that are open; any other line is an answer.
    let keys: KeySet
    /// What `!` shows.
    private let urgentHelp: [TextBlock]
    private let voice: Voice?
    /// What a visitor is told last who leaves without having come to the end.
    var goodbye = Phrase.shared.goodbye
    /// How long a person may be away; nil while there is nothing to lose.
    var idle: IdleTimeout?

    init(
        console: any Console, words: Words, keys: KeySet, urgentHelp: [TextBlock] = [], voice: Voice? = nil
    ) {
        self.console = console
        self.words = words
        self.keys = keys
        self.urgentHelp = urgentHelp
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

    private func ask(_ request: LineRequest) -> Reply {
        var request = request
        request.idle = idle
        voice?.speak()
        return console.ask(request)
    }

    /// Waits until the person has read. Any line will do.
    func pause(_ phrase: Phrase) throws(NavigationRequest) {
        say(phrase)
        _ = try line(LineRequest(), help: [], repeating: {})
    }

    /// What a person typed where no key was meant.
    enum Typed: Equatable {
        case text(String)
        case tooLong(String)
        case notUTF8
    }

    /// Reads one line. Nil is the way back.
    ///
    /// - Parameters:
    ///   - menu: in a menu the keys may also be written as words, unless an option has that word as its id.
    ///   - repeating: says the question again after something else filled the screen.
    func line(
        _ request: LineRequest, help: [String], menu: Menu? = nil, repeating: () -> Void
    ) throws(NavigationRequest) -> Typed? {
        while true {
            let text: String
            switch ask(request) {
            case .line(let typed): text = typed
            case .tooLong(let typed): return .tooLong(typed)
            case .notUTF8: return .notUTF8
            case .endOfInput: throw .ended(.endOfInput)
            case .interrupted: throw .ended(.interrupted)
            case .timedOut: throw timedOut()
            }
            let isOption = menu?.knows(text.trimmed) ?? true
            switch Key(typed: text, among: keys.keys, words: isOption ? nil : words) {
            case nil: return .text(text)
            case .back: return nil
            case .human: throw .human
            case .language: throw .language
            case .help:
                show((help + [words(keys.help)]).map { .paragraph(TerminalText($0)) })
            case .urgent:
                show(urgentHelp)
                try pause(.shared.urgentBack)
                repeating()
            case .again:
                voice?.turnOn()
                repeating()
            case .leave:
                if keys.isForStaff { throw .leave }
                if try confirms(.shared.leaveQuestion, yes: .shared.leaveYes) { throw .leave }
                repeating()
            case .restart:
                if try confirms(.shared.restartQuestion, yes: .shared.restartYes) { throw .restart }
                repeating()
            }
        }
    }

    /// One of the staff who went away leaves no client on the screen. A kiosk wipes at the end of every visit.
    private func timedOut() -> NavigationRequest {
        if keys.isForStaff { console.wipe() }
        return .ended(.timedOut)
    }

    /// `true` for yes. Anything that is not understood is asked again; the way back is no.
    func confirms(_ question: Phrase, yes: Phrase, no: Phrase = .shared.leaveNo) throws(NavigationRequest) -> Bool {
        let texts = [words(yes), words(no)]
        show([.blank, .paragraph(TerminalText(words(question)))])
        show(texts.enumerated().map { .option(number: $0 + 1, TerminalText($1)) })
        while true {
            switch ask(LineRequest()) {
            case .endOfInput: throw .ended(.endOfInput)
            case .interrupted: throw .ended(.interrupted)
            case .timedOut: throw timedOut()
            case .line("1"), .line("0"): return true
            case .line("2"), .line("<"): return false
            case .line, .tooLong, .notUTF8: say(.shared.hintOne("2"))
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
