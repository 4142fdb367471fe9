import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import Mapper

/// How long an author waits for `content check`: over the content as it is, and over one of 10,000 questions.
enum ProofBenchmark {
    static func run(in folder: URL) throws {
        guard let today = CalendarDay("2026-11-21") else { return }
        try measure("Content", "Content", rounds: 10, aim: "1 s", today: today)
        let generated = folder.appendingPathComponent("generated", isDirectory: true)
        try GeneratedContent(layers: 34, width: 333, seed: 20_261_121).write(to: generated)
        try measure("generated content", generated.path, rounds: 3, aim: "10 s", today: today)
    }

    private static func measure(
        _ name: String, _ path: String, rounds: Int, aim: String, today: CalendarDay
    ) throws {
        var figures = Figures()
        for _ in 1..<rounds { _ = try figures.measure { try ContentCheck(folder: path, today: today) } }
        let check = try figures.measure { try ContentCheck(folder: path, today: today) }
        figures.print("content check, \(name)", aim: aim)
        print("  \(check.summary); remarks: \(check.remarks.count)")
        for fault in check.faults.prefix(5) { print("  \(fault.description)") }
        var paths = Figures()
        let outcomes = paths.measure { check.walks.toOutcomes }
        paths.print("  ways to \(outcomes.count) outcomes")
    }
}
