import ContentLibrary
import Dialogue
import SocialServices

/// Speaks on one console in one language: says, asks, and remembers what was told beside the answers.
class Talk {
    let console: any Console
    /// About the one whose matter it is.
    private(set) var words: Words
    private let general: Words
    /// Whose matter it is, as far as it is known.
    var subject = Subject.me {
        didSet { if subject != oldValue { words = general.said(about: subject) } }
    }
    /// How the language's people write what is in no list.
    private(set) lazy var phrases = words.heardPhrases
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
    /// Words that answer nothing go into the description; not where no description is being made.
    var keepsWords = true
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
        general = words
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

    func turnVoiceOn() { voice?.turnOn() }

    /// One of the staff who went away leaves no client on the screen. A kiosk wipes at the end of every visit.
    func timedOut() -> NavigationRequest {
        if keys.isForStaff { console.wipe() }
        return .ended(.timedOut)
    }

    /// `1`, or yes in any of its words.
    func isYes(_ typed: String) -> Bool { typed.trimmed == "1" || phrases.says(.yes, in: typed) }

    /// That there is no phone number, by a plain no too.
    func saysNoPhone(_ typed: String) -> Bool { phrases.meaning(of: typed, among: [.no, .noPhone]) != nil }

    /// Notes a line that tells of danger, and keeps it for the description.
    ///
    /// - Returns: `true` if it does.
    func notesDanger(in typed: String) -> Bool {
        guard let rang = listener?.danger(typed) else { return false }
        _ = notes.hear(danger: rang)
        keep(typed)
        return true
    }

    /// Keeps words that answer nothing for the description, if they tell anything.
    ///
    /// - Returns: `false` if there is nothing to keep, or no one who keeps it.
    @discardableResult
    func keep(_ text: String) -> Bool {
        guard listener != nil, keepsWords,
            text.split(whereSeparator: { !$0.isLetter }).contains(where: { $0.count >= 3 })
        else {
            return false
        }
        notes.keep(text.trimmed)
        return true
    }

    /// One line without the spaces around it; nil for bytes that are no text.
    func typed() throws(NavigationRequest) -> String? {
        switch ask(LineRequest()) {
        case .endOfInput: throw .ended(.endOfInput)
        case .interrupted: throw .ended(.interrupted)
        case .timedOut: throw timedOut()
        case .notUTF8: return nil
        case .tooLong(let line), .line(let line): return line.trimmed
        }
    }
}
