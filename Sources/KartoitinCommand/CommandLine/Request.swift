import ContentLibrary

/// What a command line asks for.
enum Request {
    case version
    case help(Help)
    /// Nothing: neither a command nor help.
    case nothing
    case run(Command, GivenWords)

    /// - Throws: `Failure` with `usage` that says which word is wrong and what to type.
    init(_ words: [String]) throws(Failure) {
        if words.first == "help" {
            let topic = words.dropFirst().prefix { !GivenWords.isOption($0) }
            let help = try Help(Array(topic))
            _ = try GivenWords(
                words.dropFirst(1 + topic.count), of: "help", knowing: GlobalOptions().declared.options)
            self = .help(help)
            return
        }
        guard let command = try Self.command(words) else {
            let isFamily = words.first.map { !GivenWords.isOption($0) } ?? false
            let given = try GivenWords(
                words.dropFirst(isFamily ? 1 : 0), of: "kartoitin", knowing: GlobalOptions().declared.options)
            if given.has(GlobalOptions().version) {
                self = .version
            } else if given.has(GlobalOptions().help) {
                self = .help(try Help(isFamily ? [words[0]] : []))
            } else {
                self = .nothing
            }
            return
        }
        let given = try command.given(words.dropFirst(command.words.count))
        if given.has(GlobalOptions().version) {
            self = .version
        } else if given.has(GlobalOptions().help) {
            self = .help(.command(command))
        } else {
            self = .run(command, given)
        }
    }

    /// The command that the first words name; nil if they name none, or a family and then ask for help.
    private static func command(_ words: [String]) throws(Failure) -> Command? {
        guard let first = words.first, !GivenWords.isOption(first) else { return nil }
        let family = try Command.family(first)
        if let found = Command.named(by: words, among: family) { return found }
        let next = words.dropFirst().first
        if next == "--help" || next == GivenWords.shortHelp { return nil }
        throw Command.incomplete(family, followedBy: next)
    }
}

extension Help {
    /// - Parameter words: the name of a command, the first word of several, or nothing for all.
    fileprivate init(_ words: [String]) throws(Failure) {
        guard let first = words.first else {
            self = .overview
            return
        }
        let family = try Command.family(first)
        if let command = family.first(where: { $0.words == words }) {
            self = .command(command)
        } else if words.count == 1 {
            self = .family(family)
        } else {
            throw Command.incomplete(family, followedBy: words[1])
        }
    }
}

extension Command {
    /// The command whose name the words begin with; of two, such as `slots` and `slots days`, the one with the longer name.
    static func named(by words: [String], among commands: [Command]) -> Command? {
        commands.filter { words.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
    }

    /// All commands whose first word this is; at least one.
    fileprivate static func family(_ first: String) throws(Failure) -> [Command] {
        let family = all.filter { $0.words.first == first }
        guard family.isEmpty else { return family }
        let known = Set(all.compactMap(\.words.first))
        // Of a name in two words people remember the second: "open" is "timetable open".
        let whole = all.filter { $0.words.dropFirst().first == first }.map(\.name)
        let hint =
            whole.isEmpty
            ? DidYouMean.hint(for: first, among: known)
            : ", did you mean \(whole.map { "\"\($0)\"" }.joined(separator: " or "))?"
        throw Failure(.usage, "unknown command \"\(first)\"\(hint); see kartoitin --help")
    }

    /// A first word without one of those that go with it.
    ///
    /// - Parameter word: what follows it instead.
    fileprivate static func incomplete(_ family: [Command], followedBy word: String?) -> Failure {
        let first = family.first?.words.first ?? ""
        let known = family.compactMap { $0.words.dropFirst().first }
        guard !known.isEmpty else {
            return Failure(.usage, "\(first) takes no word after it; see kartoitin \(first) --help")
        }
        if let word, let meant = DidYouMean.nearest(to: word, among: known) {
            return Failure(.usage, "unknown command \"\(first) \(word)\", did you mean \"\(first) \(meant)\"?")
        }
        return Failure(.usage, "\(first) needs one of these after it: \(known.joined(separator: ", "))")
    }
}
