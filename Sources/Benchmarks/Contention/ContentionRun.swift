import BookingCore
import Foundation
import SocialServices

/// Many processes that want the same few times, and a look at the store afterwards. `--professionals`, `--processes`,
/// `--attempts` and `--times` set other numbers, `--store` an empty PostgreSQL database; `KARTOITIN_SEED` chooses another run.
enum ContentionRun {
    static let name = "contention"

    static func run(_ arguments: [String], in folder: URL) throws {
        let professionals = arguments.number(of: "--professionals") ?? 300
        let processes = arguments.number(of: "--processes") ?? 8
        let attempts = arguments.number(of: "--attempts") ?? 100_000
        let times = arguments.number(of: "--times") ?? 4
        let seed = ProcessInfo.processInfo.environment["KARTOITIN_SEED"].flatMap(UInt64.init) ?? 20_261_121
        let path = arguments.value(of: "--store") ?? folder.appendingPathComponent("contention.sqlite").path
        let county = try BigCounty(path: path, professionals: professionals, days: 1, timesADay: times)
        var workers: [Attempt.Place: Int] = [:]
        for worker in try county.store.professionals() {
            for time in 0..<times {
                let start = BigCounty.start.addingTimeInterval(Double(time) * 900)
                workers[Attempt.Place(task: worker.task, start: start), default: 0] += 1
            }
        }
        print(
            "contention, seed \(seed): \(processes) processes, \(professionals) professionals, \(workers.count) times, "
                + "\(workers.values.reduce(0, +)) seats")
        let begun = ContinuousClock.now
        let told = try Workers.run(processes, in: folder) { process in
            [ContentionProcess.name, path, "\(times)", "\(attempts / processes)", "\(seed &+ UInt64(process))"]
        }.compactMap(Attempt.init(line:))
        let seconds = (ContinuousClock.now - begun) / .seconds(1)
        let check = ContentionCheck(told, workers: workers)
        tell(told, seconds)
        print("times wanted by more than there were workers, at the end: \(check.timesAskedTooOften)")
        var faults = try check.faults(in: path)
        if told.count != attempts / processes * processes { faults.append("\(told.count) attempts were told of") }
        if check.timesAskedTooOften == 0 { faults.append("nothing was wanted by too many: make more attempts") }
        for fault in faults.prefix(20) { print("  \(fault)") }
        print("broken promises: \(faults.count)")
        if !faults.isEmpty { throw Fault() }
    }

    private static func tell(_ attempts: [Attempt], _ seconds: Double) {
        print("\(attempts.count) attempts in \(seconds.rounded(to: 1)) s, ", terminator: "")
        print("\((Double(attempts.count) / seconds).rounded(to: 0)) a second")
        for kind in Attempt.Kind.allCases {
            let counts = Dictionary(grouping: attempts.filter { $0.kind == kind }, by: \.result)
                .map { "\($0.key.rawValue) \($0.value.count)" }.sorted().joined(separator: ", ")
            print("  \(kind.rawValue): \(counts)")
        }
        var figures = Figures()
        for attempt in attempts { figures.add(.nanoseconds(attempt.ended - attempt.began)) }
        figures.print("an attempt, waiting for the others included")
    }

    struct Fault: Error {}
}
