import Foundation
import Storage

/// The same county on both engines: how long a kiosk takes to its first question and to the first free time, and how
/// much memory a visit takes. `--store` is an empty PostgreSQL database; without it only SQLite is measured.
enum EngineBenchmark {
    private static let visits = 40

    private struct Engine {
        let name: String
        let store: String
        var first = Figures()
        var outcome = Figures()
        var peak = 0

        mutating func visit() throws {
            let start = ContinuousClock.now
            let visit = try ScriptedVisit(["kiosk", "--language", "fi"], store: store)
            try visit.hear(ConversationBenchmark.firstQuestion)
            first.add(ContinuousClock.now - start)
            for (answer, heard) in ConversationBenchmark.walk {
                try visit.say(answer)
                try visit.hear(heard)
            }
            try outcome.measure {
                try visit.say("sleep")
                try visit.hear("  6  Lopeta\n")
            }
            peak = max(peak, visit.peakMemory)
            try visit.end()
        }

        /// - Parameter other: what to compare with; nil for the one that others are compared with.
        func print(against other: Engine?) {
            first.print("kiosk, \(name), process start to first question", over: other.map { ($0.first, $0.name) })
            outcome.print(
                "kiosk, \(name), last answer to the first free time", over: other.map { ($0.outcome, $0.name) })
            let ratio = other.map { "; \((Double(peak) / Double($0.peak)).rounded(to: 2)) times that of \($0.name)" }
            let megabytes = (Double(peak) / 1024).rounded(to: 1)
            Swift.print("kiosk, \(name), peak memory of a visit: \(megabytes) MB" + (ratio ?? ""))
        }
    }

    static func run(_ arguments: [String], in folder: URL) throws {
        let file = folder.appendingPathComponent("engines.sqlite").path
        try ScriptedVisit(["demo", "--language", "fi"], store: file).end()
        guard let server = arguments.value(of: "--store") else { return try measure([file]) }
        try ServerCopy.use(of: file, at: server) { try measure([file, server]) }
    }

    /// Turn by turn: a machine that is busy for a while is busy for each.
    private static func measure(_ stores: [String]) throws {
        var engines = stores.map { Engine(name: ServerCopy.engine(of: $0), store: $0) }
        for _ in 0..<visits {
            for index in engines.indices { try engines[index].visit() }
        }
        for (index, engine) in engines.enumerated() { engine.print(against: index > 0 ? engines[0] : nil) }
    }
}
