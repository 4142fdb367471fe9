import Foundation

/// The real program in a conversation on a pipe.
final class ScriptedVisit {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var heard = ""

    init(_ arguments: [String], store: String) throws {
        process.executableURL = BuiltProgram.url
        process.arguments = arguments + ["--store", store]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    func say(_ line: String) throws {
        heard = ""
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Waits until the program has printed `text`.
    func hear(_ text: String) throws {
        while !heard.contains(text) {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Silence(waitingFor: text) }
            heard += String(decoding: data, as: UTF8.self)
        }
    }

    /// The most memory the program has had in use so far, in kibibytes, as the kernel counts it.
    var peakMemory: Int { Memory.peak(of: process.processIdentifier) }

    func end() throws {
        try input.fileHandleForWriting.close()
        _ = try output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
    }

    struct Silence: Error {
        let waitingFor: String
    }
}
