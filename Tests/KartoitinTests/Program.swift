import Foundation
import Testing

/// The real program, run as its users run it: by its path, with arguments, an environment and an input.
enum Program {
    static let path = beside("kartoitin")

    /// A program that is built beside the tests.
    static func beside(_ name: String) -> String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: name).path
    }

    /// The content of this repository.
    static let content = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Content").path

    /// After this a program that does not end is stopped and the test fails. Long: the machine may be busy.
    static let patience = 120.0

    /// Starts the program, or the one at another path; `shell` is a command that ends by executing it, for example `ulimit -f 1; exec`.
    static func start(
        _ arguments: [String], at path: String = path, in folder: URL, environment: [String: String], input: Data,
        shell: String? = nil
    ) throws -> RunningProgram {
        let process = Process()
        if let shell {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "\(shell) \"$0\" \"$@\"", path] + arguments
        } else {
            process.executableURL = URL(filePath: path)
            process.arguments = arguments
        }
        process.currentDirectoryURL = folder
        process.environment = environment
        return try RunningProgram(process, input: input, in: folder)
    }
}

/// What became of a program.
struct Ended: Equatable {
    var code: Int32
    var output = ""
    var error = ""

    /// The output as JSON.
    func json() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }
}

/// A program that runs. Its three streams are files, so that none of them can stop it.
final class RunningProgram {
    private let process: Process
    private let output: URL
    private let error: URL
    private let hasEnded = DispatchSemaphore(value: 0)

    fileprivate init(_ process: Process, input: Data, in folder: URL) throws {
        self.process = process
        let name = folder.appending(path: "run-\(UUID().uuidString)").path
        output = URL(filePath: name + ".out")
        error = URL(filePath: name + ".err")
        let typed = URL(filePath: name + ".in")
        try input.write(to: typed)
        for file in [output, error] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: typed)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        process.terminationHandler = { [hasEnded] _ in hasEnded.signal() }
        try process.run()
    }

    var isRunning: Bool { process.isRunning }

    /// Does nothing to a program that has ended: its number may be another's by now.
    func kill() {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    /// Waits for the end. `wasKilled` programs have the code -9.
    func wait() throws -> Ended {
        if hasEnded.wait(timeout: .now() + Program.patience) == .timedOut {
            kill()
            Issue.record("the program did not end: \(process.arguments ?? [])")
            hasEnded.wait()
        }
        let code = process.terminationStatus
        return Ended(
            code: process.terminationReason == .uncaughtSignal ? -code : code,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
    }
}
