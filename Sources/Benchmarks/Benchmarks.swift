import Foundation

/// Measures what people wait for, and prints figures. Machines are noisy: where there is something to compare
/// with, it is measured in the same run and the ratio is printed.
@main
enum Benchmarks {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        do {
            try run()
        } catch {
            // Ends here and not in a trap, so that what was printed before is seen.
            print("failed: \(error)")
            exit(1)
        }
    }

    private static func run() throws {
        let own = Array(CommandLine.arguments.dropFirst(2))
        switch CommandLine.arguments.dropFirst().first {
        case ContentionProcess.name:
            var process = try ContentionProcess(own)
            return try process?.run() ?? ()
        case BookingProcess.name: return try BookingProcess(own)?.run() ?? ()
        default: break
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kartoitin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let wanted = Array(CommandLine.arguments.dropFirst())
        let all: [(name: String, run: (URL) throws -> Void)] = [
            ("conversation", ConversationBenchmark.run), ("engines", { try EngineBenchmark.run(wanted, in: $0) }),
            ("search", { try SearchBenchmark.run(wanted, in: $0) }),
            ("booking", { try BookingBenchmark.run(wanted, in: $0) }), ("matching", MatchingBenchmark.run),
            ("proof", ProofBenchmark.run),
        ]
        // Prove and do not only measure, for minutes: only where they are asked for.
        if wanted.contains("monkey") { try MonkeyRun.run(in: folder) }
        if wanted.contains(ContentionRun.name) { try ContentionRun.run(wanted, in: folder) }
        if wanted.contains(KillRun.name) { try KillRun.run(wanted, in: folder) }
        for benchmark in all where wanted.isEmpty || wanted.contains(benchmark.name) {
            try benchmark.run(folder)
        }
    }
}
