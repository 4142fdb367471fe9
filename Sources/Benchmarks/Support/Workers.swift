import Foundation

/// Processes of this same program that do the same at once.
enum Workers {
    /// Starts them, lets them begin together by closing their input, and gives the lines that all have told.
    ///
    /// - Parameter arguments: of each process, by its number from 0.
    static func run(_ count: Int, in folder: URL, _ arguments: (Int) -> [String]) throws -> [Substring] {
        let running = try (0..<count).map { number in
            let process = Process()
            let gate = Pipe()
            let file = folder.appendingPathComponent("told-\(number)")
            try Data().write(to: file)
            process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments = arguments(number)
            process.standardInput = gate
            process.standardOutput = try FileHandle(forWritingTo: file)
            try process.run()
            return (process: process, gate: gate, file: file)
        }
        for one in running { try one.gate.fileHandleForWriting.close() }
        return try running.flatMap { one in
            one.process.waitUntilExit()
            return try String(contentsOf: one.file, encoding: .utf8).split(separator: "\n")
        }
    }
}
