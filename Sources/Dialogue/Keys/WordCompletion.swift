/// What Tab makes of a line: which of our own words begin like the one being typed.
///
/// A word of ours may have spaces in it, so the longest end of the line is taken that begins one: in
/// `soita elatussopimuksen m` that is `elatussopimuksen m`. Letters' case does not count.
struct WordCompletion: Equatable {
    /// What stands before the word being completed.
    private(set) var head: String
    /// In the order given, each once.
    private(set) var matches: [String]

    /// - Parameter line: the line up to the cursor.
    init(of line: String, among words: [String]) {
        var seen: Set<String> = []
        let words = words.filter { !$0.isEmpty && seen.insert($0).inserted }
        for start in Self.wordStarts(of: line, within: words.map(\.count).max() ?? 0) {
            let typed = line[start...].lowercased()
            let matches = words.filter { $0.lowercased().hasPrefix(typed) }
            if !matches.isEmpty {
                self.init(head: String(line[..<start]), matches: matches)
                return
            }
        }
        self.init(head: line, matches: [])
    }

    private init(head: String, matches: [String]) {
        self.head = head
        self.matches = matches
    }

    /// The line with all that is certain of the word.
    var completed: String { head + common }

    /// What the matches begin with, letters as in the first of them.
    private var common: String {
        guard var common = matches.first.map({ $0[...] }) else { return "" }
        for match in matches.dropFirst() {
            let length = zip(common, match).prefix { $0.lowercased() == $1.lowercased() }.count
            common = common.prefix(length)
        }
        return String(common)
    }

    /// - Parameter length: how far from the end a word can begin, in Characters.
    private static func wordStarts(of line: String, within length: Int) -> [String.Index] {
        let reach = line.suffix(length + 1)
        let afterSpaces = reach.indices.filter { line[$0] == " " }.map(line.index(after:))
        return reach.startIndex == line.startIndex ? [line.startIndex] + afterSpaces : afterSpaces
    }
}
