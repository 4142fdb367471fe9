import Foundation

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
