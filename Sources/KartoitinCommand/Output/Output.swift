import Dialogue
import Foundation

/// How results are printed.
enum Format: String, CaseIterable {
    case table
    case json
    case csv
}

/// The two streams: data on standard output, all else on standard error. Both get made-safe text only.
enum Output {
    static func data(_ text: String) { write(text, to: RunContext.current.output) }

    /// What was not done, and why.
    static func error(_ text: String) { write(Journal.lines(text, .error), to: RunContext.current.error) }

    /// What somebody should see to.
    static func warning(_ text: String) { write(Journal.lines(text, .warning), to: RunContext.current.error) }

    /// What was done, and what comes next.
    static func remark(_ text: String) { write(Journal.lines(text, .info), to: RunContext.current.error) }

    /// The same result in the form that was asked for.
    static func result(_ value: some Encodable, _ table: Table, as format: Format) throws {
        switch format {
        case .json: try json(value)
        case .csv: data(table.csv)
        case .table: data(table.text)
        }
    }

    static func json(_ value: some Encodable) throws {
        data(String(decoding: try encoded(value), as: UTF8.self))
    }

    /// JSON with its keys in order, so that two runs compare.
    static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    private static func write(_ text: String, to stream: FileHandle) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { TerminalText(String($0)).plain }
        // A reader that went away wants no more; there is nobody left to tell.
        try? stream.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}

/// The journal of systemd, which reads how grave a line of standard error is from `<3>` and the like before it
/// (sd-daemon(3)).
enum Journal {
    enum Level: Int {
        case error = 3
        case warning = 4
        case info = 6
    }

    /// True where standard error goes there: whoever started the program names in `JOURNAL_STREAM` the device and the
    /// inode of what it gave. A redirection to elsewhere inherits the variable, and no prefix (systemd.exec(5)).
    static let isListening: Bool = {
        var status = stat()
        guard let named = ProcessInfo.processInfo.environment["JOURNAL_STREAM"],
            fstat(STDERR_FILENO, &status) == 0
        else { return false }
        return named == "\(status.st_dev):\(status.st_ino)"
    }()

    /// Text as it is written on standard error: for the journal each line says how grave it is.
    static func lines(_ text: String, _ level: Level) -> String {
        guard isListening else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "<\(level.rawValue)>\($0)" }.joined(separator: "\n")
    }
}
