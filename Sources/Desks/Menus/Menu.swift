import BookingCore
import ContentLibrary
import Dialogue
import Mapper

/// Numbered options to choose from.
struct Menu {
    struct Item: Equatable {
        /// Accepted wherever the number is.
        let id: String
        let text: String
        /// The letter or word that chooses it, for those who know the desk; the first word of its text.
        var key: String?
        /// Other ways to call it.
        var also: [String]

        init(id: String, text: String, also: [String] = []) {
            self.id = id
            self.text = text
            self.also = also
        }

        /// - Parameter keyed: begins with the key.
        init(id: String, keyed: String) {
            self.init(id: id, text: keyed)
            key = keyed.split(separator: " ").first?.lowercased()
        }
    }

    enum Kind {
        case one
        /// Several numbers at once; an exclusive item goes with no other.
        case several(exclusive: Set<String>)
        /// Words of the person's own, or a number.
        case words
    }

    var title: String
    var items: [Item]
    /// What can be done besides, each by its key, together in a few lines.
    var acts: [Item] = []
    /// Shown instead of the numbered items, whose numbers it holds.
    var body: [TextBlock]?
    /// The item or act that an empty line chooses.
    var empty: String?
    /// `true` of a line that is an answer of its own, for example a booking's reference.
    var takes: (String) -> Bool = { _ in false }
    var kind = Kind.one
    /// Keys that were pressed before it stood there choose nothing.
    var dropsTypedAhead = false
    /// Said on `?`, before the keys.
    var help: [String] = []
    /// What to type; nil for the usual hint.
    var hint: String?
    /// A quiet line above the title.
    var above: String?

    init(
        title: String, items: [Item], kind: Kind = .one, help: [String] = [], hint: String? = nil,
        above: String? = nil
    ) {
        self.title = title
        self.items = items
        self.kind = kind
        self.help = help
        self.hint = hint
        self.above = above
    }

    /// Words of the person's own are an answer.
    var takesWords: Bool {
        if case .words = kind { true } else { false }
    }

    /// In characters: own words begin the situation description and have its room.
    var longestAnswer: Int {
        if case .words = kind { return SituationDescription.longestOwnWords }
        return 500
    }
}

/// One option of a menu, with the value that choosing it gives.
struct Choice<Value> {
    let value: Value
    /// Accepted wherever the number is.
    let id: String
    let text: String
    /// Other ways to call it.
    let also: [String]

    init(_ value: Value, id: String, _ text: String, also: [String] = []) {
        self.value = value
        self.id = id
        self.text = text
        self.also = also
    }
}

extension Choice where Value: RawRepresentable<String> {
    init(_ value: Value, _ text: String, also: [String] = []) {
        self.init(value, id: value.rawValue, text, also: also)
    }
}

/// What was chosen from a menu.
enum Selection: Equatable {
    case items([String])
    case words(String)

    /// The one item of a menu that takes one.
    var item: String {
        switch self {
        case .items(let ids): ids.first ?? ""
        case .words: ""
        }
    }
}

extension Menu {
    /// A question of the tree with its options.
    init(for question: Question, in words: Words, above: String? = nil) {
        let told = words.questions[question.id]
        let kind: Kind =
            switch question.kind {
            case .one: .one
            case .several: .several(exclusive: Set(question.options.filter(\.isExclusive).map(\.id)))
            case .words: .words
            }
        self.init(
            title: told?.ask ?? question.id,
            items: question.options.map { option in
                Item(
                    id: option.id, text: words.text(of: option.id, in: question.id),
                    also: [told?.options[option.id]?.short].compactMap(\.self))
            },
            kind: kind, help: [told?.why].compactMap(\.self), hint: told?.hint, above: above)
    }
}

extension Menu {
    /// The id of the kiosk's item after the first question's options.
    static let myBookingID = "my-booking"

    /// The kiosk's first question: also leads to a booking made earlier, and takes a person's own words.
    init(first question: Question, of content: Content, in words: Words) {
        self.init(for: question, in: words)
        items.append(Item(id: Self.myBookingID, text: words(.kiosk.myBooking)))
        takeOwnWords(for: question, of: content, in: words)
    }

    /// Lets a question of options be answered in the person's own words too, where the content can compare them.
    mutating func takeOwnWords(for question: Question, of content: Content, in words: Words) {
        guard question.kind == .one, question.id == content.tree.start, !content.situations.isEmpty else { return }
        kind = .words
        hint = hint ?? words(.shared.ownWordsHint)
    }
}

extension Selection {
    var answer: Answer {
        switch self {
        case .items(let ids): .options(ids)
        case .words(let text): .words(text)
        }
    }
}
