import ContentLibrary

/// What the program tells its caller when it ends. The numbers are fixed: other programs read them.
enum ExitCode: Int32 {
    case done = 0
    /// A check found faults.
    case faultsFound = 1
    /// The command line is wrong.
    case usage = 64
    /// The data is wrong.
    case badData = 65
    /// The store cannot be reached, or the output cannot be written.
    case unreachable = 69
    /// No longer free; try another.
    case noLongerFree = 75
    case notPermitted = 77
    case interrupted = 130
}

/// Ends a command with a message on standard error.
struct Failure: Error {
    let code: ExitCode
    /// Lower case, without a full stop: what happened, where, and what to do.
    let message: String

    init(_ code: ExitCode, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message without the details below it.
    var firstLine: String { message.split(separator: "\n").first.map(String.init) ?? message }

    /// A file that must be its owner's alone is not.
    static func othersCanRead(_ path: String, _ code: ExitCode) -> Failure {
        Failure(code, "others can read \(path); take it from them with: chmod 600 \(path)")
    }

    /// - Parameter known: the values there are; all are told if none of them is near.
    static func unknown(_ text: String, of name: String, among known: [String]) -> Failure {
        let hint = DidYouMean.hint(for: text, among: known)
        return unknown(text, of: name, hint.isEmpty ? "; use one of: \(known.joined(separator: ", "))" : hint)
    }

    /// - Parameter advice: what to type instead, with the sign that sets it off.
    static func unknown(_ text: String, of name: String, _ advice: String) -> Failure {
        Failure(.usage, "unknown \(name) \"\(text)\"\(advice)")
    }
}
