import ContentLibrary

/// The keys that are open at every question. Each is a sign of its own on any keyboard, and a word in a menu.
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

    /// The key that a whole line stands for, if it does.
    ///
    /// - Parameters:
    ///   - keys: the ones that are open.
    ///   - words: where given, the keys' words are known too; where a person writes freely they are not.
    init?(typed: String, among keys: [Key], words: Words?) {
        let line = typed.trimmed
        guard !line.isEmpty else { return nil }
        let found = keys.first {
            line == $0.sign || (words.map { [key = $0] in line.lowercased() == $0(key.phrase).lowercased() } ?? false)
        }
        guard let found else { return nil }
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

    private var phrase: Phrase {
        switch self {
        case .help: .shared.wordHelp
        case .urgent: .shared.wordUrgent
        case .back: .shared.wordBack
        case .restart: .shared.wordRestart
        case .human: .shared.wordHuman
        case .leave: .shared.wordLeave
        case .again: .shared.wordAgain
        case .language: .phone.wordLanguage
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

    static let kiosk = KeySet(
        keys: Key.allCases.filter { $0 != .language }, help: .shared.keysHelp, isForStaff: false)
    static let staff = KeySet(
        keys: [.help, .back, .leave], help: .professional.keys, isForStaff: true, remembers: true)
    static let phone = KeySet(
        keys: [.help, .urgent, .back, .language, .leave], help: .phone.keys, isForStaff: true)
}
