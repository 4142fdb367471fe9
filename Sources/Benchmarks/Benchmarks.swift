import Foundation

/// Measures what people wait for, and tries the program's promises.
///
/// Machines are noisy: what there is to compare with is measured in the same run, and the ratio is printed. An earlier
/// build is compared with by `--against PATH`, see `Comparison`.
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
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let comparison = Comparison(arguments) { return try comparison.run(in: folder) }
        let all: [(name: String, run: (URL) throws -> Void)] = [
            ("conversation", ConversationBenchmark.run), ("engines", { try EngineBenchmark.run(arguments, in: $0) }),
            ("search", { try SearchBenchmark.run(arguments, in: $0) }),
            ("clients", { try ClientBenchmark.run(arguments, in: $0) }),
            ("booking", { try BookingBenchmark.run(arguments, in: $0) }),
            ("matching", MatchingBenchmark.run), ("proof", ProofBenchmark.run),
        ]
        // Drills take minutes: only if they are asked for.
        if arguments.contains("monkey") { try MonkeyDrill.run(in: folder) }
        if arguments.contains(ContentionDrill.name) { try ContentionDrill.run(arguments, in: folder) }
        if arguments.contains(KillDrill.name) { try KillDrill.run(arguments, in: folder) }
        if arguments.contains(FaultDrill.name) { return try FaultDrill.run(arguments, in: folder) }
        for benchmark in all where arguments.isEmpty || arguments.contains(benchmark.name) {
            try benchmark.run(folder)
        }
    }
}
