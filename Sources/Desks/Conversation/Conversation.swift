import BookingCore
import ContentLibrary
import Dialogue

/// A conversation in one language on one console: says, asks, and answers the keys that are open everywhere.
///
/// `?` and `!` are answered on the spot and the question stands again. Going back is nil, because each step
/// knows what came before it. Everything else that is no answer is thrown as a `NavigationRequest`.
final class Conversation: Talk {
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
            let key = Key(sign: text, among: keys.keys)
            var isOption = false
            if case .choosing(let menu) = manner {
                isOption = menu.knows(text.trimmed)
                if key == nil, !text.trimmed.isEmpty {
                    // What names an option or a time, and says nothing else, tells of no danger.
                    if case .success(.items) = menu.choice(of: text, phrases) { return .text(text) }
                    if menu.takes(text.trimmed) { return .text(text) }
                }
            }
            if !isOption, let key {
                if try !obey(key, help: help, repeating) { return nil }
                continue
            }
            if try hearDanger(in: text, manner) {
                if isAnswer(text, in: manner) { return .text(text) }
                keep(text)
                repeating()
                continue
            }
            guard !isOption, !text.trimmed.isEmpty, let command = command(in: text, manner) else {
                return .text(text)
            }
            switch command {
            case .key(let key): if try !obey(key, help: help, repeating) { return nil }
            case .myBooking(let reference): throw .myBooking(reference)
            case .lostCode: throw .lostCode
            case .language(let language): throw .speak(language)
            }
        }
    }

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
            if let listener {
                if case .choosing = manner, let found = listener.reference(in: text) { return found }
                return listener.command(in: text, among: keys.keys, phrases)
            }
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
            _ = try UrgentDialog(talk: self, urgent: urgent).show()
            repeating()
        case .again:
            turnVoiceOn()
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

    /// `true` for yes. Anything that is not understood is asked again; the way back is no.
    func confirms(_ question: Phrase, yes: Phrase, no: Phrase = .shared.leaveNo) throws(NavigationRequest) -> Bool {
        try YesNoDialog(talk: self, question: question, yes: yes, no: no).isYes()
    }

    // Danger.

    /// Shows urgent help if a line tells of danger; in a text of several lines only for what is new in it.
    ///
    /// - Returns: `true` if it does.
    @discardableResult
    func hearDanger(in text: String, _ manner: Manner) throws(NavigationRequest) -> Bool {
        guard !text.trimmed.isEmpty, let listener else { return false }
        let told = if case .asking = manner { listener.danger(insteadOfName: text) } else { listener.danger(text) }
        guard let rang = told else { return false }
        let isNew = notes.hear(danger: rang)
        if case .writing = manner, !isNew { return true }
        _ = try UrgentDialog(talk: self, urgent: urgent).show(heard: true)
        return true
    }
}
