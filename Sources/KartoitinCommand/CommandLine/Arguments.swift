import ContentLibrary

/// A command line taken apart: which command, its operands, and its options with their values.
struct Arguments {
    let command: Command?
    private(set) var operands: [String] = []
    private(set) var values: [String: [String]] = [:]

    /// - Throws: `Failure` with `usage` that says which word is wrong and what to type.
    init(_ words: [String]) throws(Failure) {
        let command = try Self.command(words)
        self.command = command
        let options = Command.globalOptions + (command?.options ?? [])
        var rest = words.dropFirst(command?.words.count ?? 0)
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = options.first(where: { $0.name == parts[0] }) else {
                throw Failure(
                    .usage,
                    "unknown option \(parts[0])" + DidYouMean.hint(for: parts[0], among: options.map(\.name)))
            }
            try add(option, attached: parts.count > 1 ? parts[1] : nil, from: &rest)
        }
        if let command, values["--help"] == nil { try checkOperands(of: command) }
    }

    private mutating func add(
        _ option: Command.Option, attached: String?, from rest: inout ArraySlice<String>
    ) throws(Failure) {
        guard option.value != nil else {
            if attached != nil { throw Failure(.usage, "\(option.name) takes no value") }
            values[option.name] = []
            return
        }
        guard let value = attached ?? rest.popFirst() else {
            throw Failure(.usage, "\(option.name) needs a value after it: \(option.name) \(option.value ?? "")")
        }
        if values[option.name] != nil, !option.isRepeatable {
            throw Failure(.usage, "\(option.name) stands twice; give it once")
        }
        values[option.name, default: []].append(value)
    }

    private static func command(_ words: [String]) throws(Failure) -> Command? {
        guard let first = words.first, !first.hasPrefix("--") else { return nil }
        let second = words.dropFirst().first
        if let found = Command.all.first(where: { $0.words == [first] }) { return found }
        let family = Command.all.filter { $0.words.first == first }
        guard !family.isEmpty else {
            let known = Set(Command.all.compactMap(\.words.first))
            throw Failure(
                .usage,
                "unknown command \"\(first)\"" + DidYouMean.hint(for: first, among: known)
                    + "; see kartoitin --help")
        }
        if let found = family.first(where: { $0.words.last == second }) { return found }
        if second == "--help" { return nil }
        let known = family.compactMap(\.words.last)
        throw Failure(.usage, "\(first) needs one of these after it: \(known.joined(separator: ", "))")
    }

    private func checkOperands(of command: Command) throws(Failure) {
        let needed = command.operands.filter { !$0.hasPrefix("[") }
        if operands.count < needed.count {
            throw Failure(.usage, "\(command.name) needs \(needed[operands.count]) after it")
        }
        if operands.count > command.operands.count {
            throw Failure(
                .usage, "\(command.name) does not know what to do with \"\(operands[command.operands.count])\"")
        }
    }
}
