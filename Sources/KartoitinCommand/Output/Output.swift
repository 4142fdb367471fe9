import CivilTime
import Dialogue
import Foundation
import HostSystem

/// How results are printed.
enum Format: String, CaseIterable {
    case table
    case json
    case csv
}

/// Prints results in the form that was asked for.
struct Printer: Sendable {
    let format: Format
    /// Shows moments in local time; nil shows them in UTC.
    var clock: WallClock?

    /// Prints rows; in JSON as a list under the table's name.
    func print<Row>(rows: [Row], as table: Table<Row>) throws {
        try print(json: .fields([table.name: table.json(rows, on: clock)]), grid: table.grid(rows, on: clock))
    }

    /// Prints one row; in JSON as an object of its own.
    func print<Row>(row: Row, as table: Table<Row>) throws {
        try print(json: table.json(row, on: clock), grid: table.grid([row], on: clock))
    }

    /// Prints a result whose JSON holds more than the rows of one table.
    func print(json: @autoclosure () -> JSON, grid: @autoclosure () -> Grid) throws {
        switch format {
        case .json: try Output.json(json())
        case .csv: Output.data(grid().csv)
        case .table: Output.data(grid().text)
        }
    }
}

/// The two streams: data on standard output, all else on standard error. Both get made-safe text only.
enum Output {
    static func data(_ text: String) {
        let context = RunContext.current
        guard !context.outputFailure.isNoted, !write(text, to: context.output) else { return }
        context.outputFailure.note(errno)
    }

    /// What was not done, and why.
    static func error(_ text: String) { write(Journal.lines(text, .error), to: RunContext.current.error) }

    /// What the staff should see to.
    static func warning(_ text: String) { write(Journal.lines(text, .warning), to: RunContext.current.error) }

    /// What was done, and what comes next.
    static func remark(_ text: String) { write(Journal.lines(text, .info), to: RunContext.current.error) }

    static func json(_ value: some Encodable) throws {
        data(String(decoding: try encoded(value), as: UTF8.self))
    }

    /// JSON with its keys in order, so that two runs compare.
    static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// - Returns: `false` if not all of it could be written; `errno` says why.
    @discardableResult
    private static func write(_ text: String, to stream: FileHandle) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { TerminalText(String($0)).plain }
        return ByteWriter.writeAll(Array((lines.joined(separator: "\n") + "\n").utf8), to: stream.fileDescriptor)
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

    /// `true` if standard error goes there: the program that started this one names in `JOURNAL_STREAM` the device and the
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
