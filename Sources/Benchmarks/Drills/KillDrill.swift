import BookingCore
import CivilTime
import Foundation
import SocialServices
import Storage

/// Kills programs while they book, and the database server now and then; afterwards all that was promised must be there
/// and nothing half-done. `--kills` sets another number, `--store` an empty PostgreSQL database (a file without it),
/// `--crash COMMAND` what kills and starts its server again: with every fifth kill.
enum KillDrill {
    static let name = "kills"

    static func run(_ arguments: [String], in folder: URL) throws {
        let store = arguments.value(of: "--store") ?? folder.appendingPathComponent("kills.sqlite").path
        let wanted = arguments.number(of: "--kills") ?? 250
        let crash = arguments.value(of: "--crash")
        // More times than are booked.
        _ = try BigCounty(path: store, professionals: 40, days: 60, timesADay: 13)
        let content = try ContentCopy.withoutRules(in: folder)
        var tally = Tally()
        var length = 0.5
        while tally.killed < wanted {
            guard tally.started < wanted * 20 else { throw DrillFailure("the moments do not find the bookings") }
            let isCrash = crash != nil && tally.killed / 5 > tally.crashes
            if let crash, isCrash {
                tally.crashes += 1
                try Self.crash(crash, after: .random(in: 0...length))
            }
            let round = try bookAtOnce(
                3, store: store, content: content, from: tally.started, within: length)
            length *= round.contains { $0.isDone } ? 0.97 : 1.03
            tally.add(round)
        }
        print(
            "kills, \(Stores.isServer(store) ? "PostgreSQL" : "SQLite"): \(tally.killed) programs killed"
                + " of \(tally.started), the server \(tally.crashes) times; \(tally.promised.count) promises, "
                + "\(tally.told) told that the server does not answer")
        let faults = try faults(tally, store)
        for fault in faults.prefix(20) { print("  \(fault)") }
        print("broken promises: \(faults.count)")
        if !faults.isEmpty { throw DrillFailure("broken promises") }
    }

    private struct Ended {
        let output: String
        let wasKilled: Bool
        let code: Int32
        var isDone: Bool { output.hasSuffix("}\n") }
    }

    private struct Tally {
        var started = 0
        var killed = 0
        var crashes = 0
        var told = 0
        var promised: [String] = []

        mutating func add(_ round: [Ended]) {
            started += round.count
            killed += round.count { $0.wasKilled }
            told += round.count { !$0.wasKilled && $0.code == 69 }
            for ended in round where ended.isDone {
                let parts = ended.output.components(separatedBy: "\"reference\":\"")
                if parts.count > 1 { promised.append(String(parts[1].prefix(9))) }
            }
        }
    }

    /// Bookings at once, each of a time of its own, each killed at a random moment.
    private static func bookAtOnce(
        _ count: Int, store: String, content: String, from number: Int, within length: Double
    ) throws -> [Ended] {
        let running = try (0..<count).map { index in
            let place = number + index
            let process = Process()
            let output = Pipe()
            process.executableURL = BuiltProgram.url
            process.arguments = arguments(place, store, content)
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            return (process: process, output: output, moment: Double.random(in: 0.3...1.1) * length)
        }
        let begun = ContinuousClock.now
        for one in running.sorted(by: { $0.moment < $1.moment }) {
            let left = one.moment - (ContinuousClock.now - begun) / .seconds(1)
            if left > 0 { Thread.sleep(forTimeInterval: left) }
            kill(one.process.processIdentifier, SIGKILL)
        }
        return try running.map { one in
            let output = try one.output.fileHandleForReading.readToEnd() ?? Data()
            one.process.waitUntilExit()
            return Ended(
                output: String(decoding: output, as: UTF8.self),
                wasKilled: one.process.terminationReason == .uncaughtSignal, code: one.process.terminationStatus)
        }
    }

    private static func arguments(_ number: Int, _ store: String, _ content: String) -> [String] {
        let start = BigCounty.morning(ofWorkday: number / 13).addingTimeInterval(Double(number % 13) * 900)
        return [
            "book", "--service-task", "families", "--at", WallClock.finland.iso8601(start), "--method", "phone",
            "--name", "Testi Testinen", "--phone", "040 \(1_000_000 + number)", "--description", "kuvaus",
            "--consent",
            "--format", "json", "--store", store, "--content", content,
        ]
    }

    /// Kills the server in the middle of what goes on, and starts it again.
    private static func crash(_ command: String, after seconds: Double) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "sleep \(seconds); \(command)"]
        try process.run()
    }

    private static func faults(_ tally: Tally, _ address: String) throws -> [String] {
        let store = try patiently { try Stores.open(address) }
        var faults = try Stores.check(address)
        let messages = try store.messages(dueUntil: .distantFuture)
        let told = Set(messages.filter { $0.kind == .confirmation }.map(\.booking.reference.grouped))
        for promised in tally.promised {
            guard let reference = BookingReference(typed: promised), let booking = try store.booking(reference) else {
                faults.append("\(promised) was promised and is not there")
                continue
            }
            if booking.status != .booked { faults.append("\(promised) is cancelled") }
            if !told.contains(promised) { faults.append("\(promised) has no confirmation") }
            let reading = AccessContext(userID: "kills", userName: "kills", purpose: "check", at: Date())
            if try store.readDescription(of: reference, by: reading).ownWords != "kuvaus" {
                faults.append("\(promised) has another description")
            }
        }
        return faults
    }

    /// The server may just be coming up again.
    private static func patiently<Value>(_ open: () throws -> Value) throws -> Value {
        for _ in 0..<100 {
            if let value = try? open() { return value }
            Thread.sleep(forTimeInterval: 0.2)
        }
        return try open()
    }
}
