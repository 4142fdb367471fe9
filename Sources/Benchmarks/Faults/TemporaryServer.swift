import Foundation

/// A PostgreSQL server of its own, by `./.postgresql` of the working folder. It is gone with this object, and with this
/// program however that ends.
final class TemporaryServer {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread = Data()

    /// Where it is, as its owner.
    private(set) var address = ""

    /// - Parameter folder: on which disk its data are.
    init(in folder: URL) throws {
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["./.postgresql", "bash"]
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.path]) { $1 }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        address = try shell("echo \"$KARTOITIN_TEST_POSTGRESQL\"")
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Runs a command in the shell beside the server, and gives what it prints.
    @discardableResult
    func shell(_ command: String) throws -> String {
        let end = "end-of-\(UUID().uuidString)"
        let line = "{ \(command)\n} 2>&1 </dev/null; echo \"\(end) $?\"\n"
        try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
        while true {
            let text = String(decoding: unread, as: UTF8.self)
            if let mark = text.range(of: "\(end) "), text.hasSuffix("\n") {
                unread = Data()
                let told = text[..<mark.lowerBound].trimmingCharacters(in: .whitespacesAndNewlines)
                guard text[mark.upperBound...].hasPrefix("0") else { throw DrillFailure("\(command): \(told)") }
                return told
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw DrillFailure("the server's shell ended: \(text)") }
            unread += more
        }
    }

    /// `stop`, `start` or `restart`, with the mode of `pg_ctl`; waits until it is done.
    func control(_ words: String) throws {
        try shell("$KARTOITIN_TEST_POSTGRESQL_CONTROL \(words) >/dev/null")
    }

    /// Runs SQL as the server's owner, and gives the values of its rows.
    @discardableResult
    func sql(_ sql: String) throws -> String {
        try shell("psql -X -q -t -A -v ON_ERROR_STOP=1 -d \"$KARTOITIN_TEST_POSTGRESQL\" <<'END'\n\(sql)\nEND\n")
    }

    /// The address with another login, and another port where one is given.
    func address(as login: String, port: UInt16? = nil) -> String {
        var parts = URLComponents(string: address)
        parts?.user = login
        if let port { parts?.port = Int(port) }
        return parts?.string ?? address
    }

    var port: UInt16 { URLComponents(string: address)?.port.map { UInt16($0) } ?? 0 }
}
