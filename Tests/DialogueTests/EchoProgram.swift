import Foundation
import TestSupport
import Testing

/// The program that says back what was typed, built beside the tests.
enum EchoProgram {
    static var path: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "Echo").path
    }

    static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// On a terminal, at its first prompt.
    static func start(
        _ arguments: [String] = [], environment: [String: String] = ["TERM": "xterm"], columns: Int = 200
    ) throws -> PseudoTerminal {
        let environment = environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { given, _ in given }
        let terminal = try PseudoTerminal(path, arguments, environment: environment, columns: columns)
        terminal.expect("ready")
        if !arguments.contains("--prompt") { terminal.expect("> ") }
        return terminal
    }
}
