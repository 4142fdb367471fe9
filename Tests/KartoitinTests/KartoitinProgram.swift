import CSpawn
import Dialogue
import Foundation
import Testing

@testable import HostSystem
@testable import KartoitinCommand

/// The real program, run as its users run it: by its path, with arguments, an environment and an input.
enum KartoitinProgram {
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
        let words = shell.map { ["/bin/sh", "-c", "\($0) \"$0\" \"$@\"", path] } ?? [path]
        return try RunningProgram(words + arguments, environment: environment, input: input, in: folder)
    }

    /// Runs the program's own code in this process, with an environment and streams of its own. Its folder is that of
    /// the tests: relative paths lead elsewhere.
    static func call(
        _ arguments: [String], in folder: URL, environment: [String: String], input: Data
    ) throws -> ProgramResult {
        let name = folder.appending(path: "call-\(UUID().uuidString)").path
        let files = ["in", "out", "err"].map { URL(filePath: "\(name).\($0)") }
        for (file, data) in zip(files, [input, Data(), Data()]) { try data.write(to: file) }
        let context = RunContext(
            environment: environment, input: try FileHandle(forReadingFrom: files[0]),
            output: try FileHandle(forWritingTo: files[1]), error: try FileHandle(forWritingTo: files[2]))
        let code = RunContext.$current.withValue(context) { Program.run(arguments) }
        return ProgramResult(
            code: Int32(code.rawValue), output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }

    /// Whether a call must be a process: it reads standard input by the C library, or ends with its parent.
    static func needsProcess(_ arguments: [String]) -> Bool {
        arguments.first == "match" || arguments.contains("--one-visit")
    }
}

/// What became of a program.
struct ProgramResult: Equatable {
    var code: Int32
    var output = ""
    var error = ""

    /// The output as JSON.
    func json() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }
}

/// A program that runs. Its three streams are files, so that none of them can stop it.
///
/// Started without Foundation's `Process`, whose `run()` reads past the end of a list of open files now and then where
/// many are open (seen with Swift 6.3.1 on Linux: a crash in `memcpy`).
final class RunningProgram {
    private let words: [String]
    private let process: pid_t
    private let output: URL
    private let error: URL
    /// As `waitpid` gives it; nil while the program runs.
    private var status: Int32?

    fileprivate init(_ words: [String], environment: [String: String], input: Data, in folder: URL) throws {
        self.words = words
        let name = folder.appending(path: "run-\(UUID().uuidString)").path
        output = URL(filePath: name + ".out")
        error = URL(filePath: name + ".err")
        let typed = URL(filePath: name + ".in")
        try input.write(to: typed)
        process = try Self.start(
            words, environment, in: folder.path, streams: [typed.path, output.path, error.path])
    }

    private static func start(
        _ words: [String], _ environment: [String: String], in folder: String, streams: [String]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, path) in streams.enumerated() {
            let flags = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
            posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0o600)
        }
        posix_spawn_file_actions_addchdir_np(&actions, folder)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        let process = ChildProcess.start(
            words[0], Array(words.dropFirst()), environment: environment, flags: Int16(POSIX_SPAWN_SETPGROUP),
            actions: &actions)
        return try #require(process, "\(words) cannot be started")
    }

    var isRunning: Bool {
        var raw: Int32 = 0
        guard status == nil else { return false }
        switch waitpid(process, &raw, WNOHANG) {
        case 0: break
        case process: status = raw
        // Nobody is there any more to be waited for: told as the shell tells what it cannot run.
        default: status = 127 << 8
        }
        return status == nil
    }

    /// Does nothing to a program that has ended: its number may be another's by now.
    func kill() {
        if isRunning { Foundation.kill(process, SIGKILL) }
    }

    /// Waits for the end. `wasKilled` programs have the code -9.
    func wait() throws -> ProgramResult {
        let deadline = ContinuousClock.now + .seconds(KartoitinProgram.patience)
        while isRunning {
            if ContinuousClock.now > deadline {
                kill()
                Issue.record("the program did not end: \(words)")
            }
            usleep(2000)
        }
        let raw = status ?? 0
        let signal = raw & 0x7F
        return ProgramResult(
            code: signal == 0 ? raw >> 8 & 0xFF : -signal,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
    }
}
