import Foundation

/// The same benchmarks by this build and by another, in turn: a machine that is busy for a while is busy for both.
///
/// `Benchmarks NAME… --against PATH` runs each of the two builds as a process of its own, as often as `--rounds` says, and
/// prints the ratio of what both measured. Both run in the same folder and so with the same content.
struct Comparison {
    private let builds: [URL]
    private let rounds: Int
    /// The names of the benchmarks and their options.
    private let arguments: [String]

    /// - Returns: nil unless `--against` is among the arguments.
    init?(_ arguments: [String]) {
        guard let other = arguments.value(of: "--against") else { return nil }
        builds = [
            URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(), URL(fileURLWithPath: other),
        ]
        rounds = max(1, arguments.number(of: "--rounds") ?? 3)
        self.arguments = arguments.without("--against").without("--rounds")
    }

    func run(in folder: URL) throws {
        // By build, then by round.
        var readings: [[[Reading]]] = [[], []]
        for round in 0..<rounds {
            // The first of a round may find the disk's cache cold.
            for build in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
                let log = folder.appendingPathComponent("round-\(round)-\(build)")
                readings[build].append(try measure(by: builds[build], log: log))
            }
            print("round \(round + 1) of \(rounds) measured")
            fflush(nil)
        }
        for reading in readings[0].first ?? [] {
            let values = readings.map { rounds in rounds.compactMap { $0.first { $0.name == reading.name }?.value } }
            guard values.allSatisfy({ $0.count == rounds }) else {
                print("\(reading.name): only one of the builds measures it each time")
                continue
            }
            print("\(reading.name): \(ratio(of: values[0], to: values[1], in: reading.unit))")
        }
    }

    private func measure(by build: URL, log: URL) throws -> [Reading] {
        try Data().write(to: log)
        let process = Process()
        process.executableURL = build
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: log)
        try process.run()
        process.waitUntilExit()
        let output = try String(contentsOf: log, encoding: .utf8)
        guard process.terminationStatus == 0 else {
            throw DrillFailure("\(build.path) failed: \(output.suffix(500))")
        }
        return output.split(separator: "\n").compactMap(Reading.init(line:))
    }

    /// The ratio of the medians, and the range of the ratios of each round.
    private func ratio(of values: [Double], to others: [Double], in unit: String) -> String {
        let medians = [values, others].map { $0.sorted()[$0.count / 2] }
        let told = "\(medians[0].rounded(to: 2)) \(unit), the other \(medians[1].rounded(to: 2)) \(unit)"
        let ratios = zip(values, others).map { $0 / $1 }.sorted()
        guard let least = ratios.first, let most = ratios.last, medians[1] > 0, most.isFinite else {
            return "\(told); too short to compare"
        }
        return "\((medians[0] / medians[1]).rounded(to: 2)) times the other "
            + "(\(least.rounded(to: 2)) to \(most.rounded(to: 2)) by round); \(told)"
    }
}

/// One figure of a benchmark, read from the line that it prints.
private struct Reading {
    let name: String
    let value: Double
    let unit: String

    /// - Returns: nil unless the line tells a median in milliseconds or a size in megabytes.
    init?(line: Substring) {
        guard let match = line.firstMatch(of: #/^ *(.+): (?:median ([0-9.e-]+) (ms)|([0-9.e-]+) (MB))/#),
            let value = (match.2 ?? match.4).flatMap({ Double($0) }), let unit = match.3 ?? match.5
        else { return nil }
        name = String(match.1)
        self.value = value
        self.unit = String(unit)
    }
}
