import ContentLibrary

/// What options of all types have in common: what the help tells, and what taking a command line apart needs.
protocol AnyOption: Sendable {
    /// With its dashes, for example `--store`.
    var name: String { get }
    /// What its value is called in the help; nil for an option without a value.
    var placeholder: String? { get }
    var help: String { get }
    var isRepeatable: Bool { get }
    /// `true` if it must be given with each call.
    var isRequired: Bool { get }
    /// What is told if it is all that is missing; nil for the usual words.
    var whyRequired: String? { get }

    /// - Parameter county: nil before the content is read; values that only the content tells are not checked then.
    /// - Throws: `Failure` that says what is wrong with what was given and what to type instead.
    func check(_ given: GivenWords, in county: CountyContext?) throws
}

/// What operands of all types have in common.
protocol AnyOperand: Sendable {
    /// For example `REFERENCE`; in square brackets if it may be left out.
    var name: String { get }

    /// - Parameters:
    ///   - text: what was given; nil if nothing was.
    ///   - county: nil before the content is read; values that only the content tells are not checked then.
    func check(_ text: String?, in county: CountyContext?) throws
}

/// The words that were given on a command line, by option.
struct GivenWords {
    /// The command's name, for messages.
    let command: String
    private(set) var options: [String: [String]] = [:]
    private(set) var operands: [String] = []

    /// The same as `--help`.
    static let shortHelp = "-h"

    static func isOption(_ word: String) -> Bool { word.hasPrefix("--") || word == shortHelp }

    func operand(_ position: Int) -> String? { operands.indices.contains(position) ? operands[position] : nil }

    func has(_ option: any AnyOption) -> Bool { options[option.name] != nil }

    /// Takes the words after a command's name apart.
    ///
    /// - Parameter known: the options that may be given.
    /// - Throws: `Failure` with `usage` that says which word is wrong and what to type.
    init(_ words: some Sequence<String>, of command: String, knowing known: [any AnyOption]) throws(Failure) {
        self.command = command
        var rest = Array(words)[...]
        while let typed = rest.popFirst() {
            let word = typed == Self.shortHelp ? "--help" : typed
            guard word.hasPrefix("--") else {
                if let meant = Self.option(misspelt: word, among: known) {
                    throw Failure(.usage, "unknown option \(word), did you mean \"\(meant)\"?")
                }
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = known.first(where: { $0.name == parts[0] }) else {
                throw Failure(
                    .usage,
                    "unknown option \(parts[0])" + DidYouMean.hint(for: parts[0], among: known.map(\.name)))
            }
            try add(option, attached: parts.count > 1 ? parts[1] : nil, from: &rest)
        }
    }

    /// The option that was meant by a word with one dash, or with a dash of a word processor, before its name.
    private static func option(misspelt word: String, among known: [any AnyOption]) -> String? {
        let bare = word.drop { "-–—".contains($0) }.prefix { $0 != "=" }
        guard bare.startIndex > word.startIndex else { return nil }
        return known.first { $0.name == "--\(bare)" }?.name
    }

    private mutating func add(
        _ option: any AnyOption, attached: String?, from rest: inout ArraySlice<String>
    ) throws(Failure) {
        guard let placeholder = option.placeholder else {
            if attached != nil { throw Failure(.usage, "\(option.name) takes no value") }
            options[option.name] = []
            return
        }
        guard let value = attached ?? rest.popFirst() else {
            throw Failure(.usage, "\(option.name) needs a value after it: \(option.name) \(placeholder)")
        }
        if options[option.name] != nil, !option.isRepeatable {
            throw Failure(.usage, "\(option.name) is given twice; give it once")
        }
        options[option.name, default: []].append(value)
    }

    /// - Throws: `Failure` if there are more operands than the command takes.
    func checkCount(of known: [any AnyOperand]) throws(Failure) {
        if operands.count > known.count {
            throw Failure(.usage, "\(command) does not know what to do with \"\(operands[known.count])\"")
        }
    }

    /// An option that the command needs was not given.
    func missing(_ option: String) -> Failure { Failure(.usage, "\(command) needs \(option)") }

    /// Those of the options that were given, as they go on a command line.
    func passedOn(_ known: [any AnyOption]) -> [String] {
        known.filter(has).flatMap { [$0.name] + (options[$0.name] ?? []) }
    }
}
