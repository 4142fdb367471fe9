import BookingCore
import ContentLibrary
import SocialServices

/// What a visitor says in words instead of a key.
enum SpokenCommand: Equatable {
    case key(Key)
    /// A booking made earlier: to see, move or cancel it; its reference if that is what was typed.
    case myBooking(BookingReference?)
    /// The reference of a booking made earlier is lost.
    case lostCode
    case language(Language)
}

/// Hears what a person means who types something that is no number of a list.
final class Listener {
    private let words: [Words]
    /// How each language is called, in itself and in others.
    private lazy var languages = words.map { (language: $0.language, phrases: $0.languageNames) }
    private let hear: (String, Bool) -> [String]?

    /// - Parameters:
    ///   - words: of all languages of the content.
    ///   - danger: the words of a text that tell of danger; by nothing but words of danger themselves if `true`.
    init(_ words: [Words], danger: @escaping (String, Bool) -> [String]?) {
        self.words = words
        hear = danger
    }

    /// The words of a text that tell of danger; nil if none do.
    func danger(_ text: String) -> [String]? { hear(text, false) }

    /// The same where a name, a number or an address is asked for: what may be one does not ring by what it sounds like, as
    /// Petrova does like petrol.
    func danger(insteadOfName text: String) -> [String]? {
        let words = text.split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }
        return hear(text, words.count <= Self.mostNames)
    }

    /// More words than so many are no name.
    private static let mostNames = 4

    /// The reference that is the whole line. Letters alone may be a name, and digits a number.
    func reference(in typed: String) -> SpokenCommand? {
        guard typed.contains(where: \.isNumber), typed.contains(where: \.isLetter),
            let reference = BookingReference(typed: typed)
        else { return nil }
        return .myBooking(reference)
    }

    /// - Parameters:
    ///   - keys: the ones that are open.
    ///   - phrases: of the conversation's language.
    func command(in typed: String, among keys: [Key], _ phrases: HeardPhrases) -> SpokenCommand? {
        if let key = Key(spoken: typed, among: keys, in: phrases) { return .key(key) }
        if phrases.says(.lostCode, in: typed) { return .lostCode }
        if phrases.says(.myBooking, in: typed) { return .myBooking(nil) }
        return languages.first { $0.phrases.says(.language, in: typed) }.map { .language($0.language) }
    }
}

/// What a visitor has told beside their answers: it goes with them from language to language.
final class VisitNotes {
    /// What was typed where a choice was asked for, for the description; as typed, oldest first.
    private(set) var kept: [String] = []
    /// The words that told of danger, each once.
    private(set) var dangers: [String] = []

    func keep(_ text: String) { kept.append(text) }

    func takeKept() -> [String] {
        defer { kept = [] }
        return kept
    }

    /// - Returns: `true` if something of it was not heard before.
    func hear(danger words: [String]) -> Bool {
        let new = words.filter { !dangers.contains($0) }
        dangers += new
        return !new.isEmpty
    }

    func forget() {
        kept = []
        dangers = []
    }
}
