import ContentLibrary

/// The keys that are open at every question. Each is a sign of its own on any keyboard, and may be said in words.
enum Key: CaseIterable {
    case help
    case urgent
    case back
    case restart
    case human
    case leave
    /// Says the question again, and aloud where the machine can speak.
    case again
    /// Goes on in the next language of the content.
    case language

    /// The open key whose sign is the whole line.
    init?(sign typed: String, among keys: [Key]) {
        let line = typed.trimmed
        guard let found = keys.first(where: { $0.sign == line }) else { return nil }
        self = found
    }

    /// The open key that a whole line says in words.
    init?(spoken typed: String, among keys: [Key], in phrases: HeardPhrases) {
        guard let found = keys.first(where: { phrases.says($0.meaning, in: typed) }) else { return nil }
        self = found
    }

    private var sign: String {
        switch self {
        case .help: "?"
        case .urgent: "!"
        case .back: "<"
        case .restart: "<<"
        case .human: "+"
        case .leave: "0"
        case .again: "*"
        case .language: "/"
        }
    }

    private var meaning: HeardMeaning {
        switch self {
        case .help: .help
        case .urgent: .urgent
        case .back: .back
        case .restart: .restart
        case .human: .human
        case .leave: .leave
        case .again: .again
        case .language: .nextLanguage
        }
    }
}

/// The keys of a desk.
struct KeySet {
    let keys: [Key]
    /// The line that explains them.
    let help: Phrase
    /// Staff lose nothing by leaving, and are offered completion.
    let isForStaff: Bool
    /// The arrows bring earlier choices back: not where a client's words may be among them.
    var remembers = false

    static let kiosk = KeySet(keys: Key.allCases, help: .shared.keysHelp, isForStaff: false)
    static let staff = KeySet(
        keys: [.help, .back, .leave], help: .professional.keys, isForStaff: true, remembers: true)
    static let phone = KeySet(
        keys: [.help, .urgent, .back, .language, .leave], help: .phone.keys, isForStaff: true)
}
