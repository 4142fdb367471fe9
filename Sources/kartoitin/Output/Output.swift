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
    static func data(_ text: String) { write(text, to: .standardOutput) }

    /// What was not done, and why.
    static func error(_ text: String) { write(Journal.lines(text, .error), to: .standardError) }

    /// What somebody should see to.
    static func warning(_ text: String) { write(Journal.lines(text, .warning), to: .standardError) }

    /// What was done, and what comes next.
    static func remark(_ text: String) { write(Journal.lines(text, .info), to: .standardError) }

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
