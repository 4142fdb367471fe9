import ContentLibrary

/// The keys that are open at every question. Each is a sign of its own on any keyboard, and a word in a menu.
enum Key: CaseIterable {
    case help
    case urgent
    case back
    case restart
    case human
    case leave

    /// The key that a whole line stands for, if it does.
    ///
    /// - Parameter words: where given, the keys' words are known too; where a person writes freely they are not.
    init?(typed: String, words: Words?) {
        let typed = typed.drop(while: \.isWhitespace)
        guard let end = typed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        let line = typed[...end]
        let found = Self.allCases.first {
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
        }
    }

    private var phrase: Phrase {
        switch self {
        case .help: .wordHelp
        case .urgent: .wordUrgent
        case .back: .wordBack
        case .restart: .wordRestart
        case .human: .wordHuman
        case .leave: .wordLeave
        }
    }
}
