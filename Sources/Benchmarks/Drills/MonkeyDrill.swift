import Foundation
import PseudoTerminals

/// The long run of the monkey at the kiosk. `KARTOITIN_SEED` chooses another run, `KARTOITIN_KEYSTROKES` its
/// length.
enum MonkeyDrill {
    private static let keystrokes = 200_000

    static func run(in folder: URL) throws {
        let own = ProcessInfo.processInfo.environment
        let seed = own["KARTOITIN_SEED"].flatMap(UInt64.init) ?? 20_310_113
        let wanted = own["KARTOITIN_KEYSTROKES"].flatMap(Int.init) ?? keystrokes
        let store = folder.appendingPathComponent("monkey.sqlite").path
        let program = BuiltProgram.url.path
        try prepare(program, ["store", "create", "--quiet", "--store", store])
        for name in ["aino", "eero"] {
            try prepare(
                program,
                [
                    "timetable", "open", "--professional", name, "--name", name, "--service-task", "families",
                    "--municipality", "167", "--at", "2031-01-13T00:00", "--until", "2031-02-10T00:00",
                    "--method", "phone", "--store", store,
                ])
        }
        let environment = [
            "HOME": folder.path, "KARTOITIN_CONTENT": own["KARTOITIN_CONTENT"] ?? "Content", "TERM": "xterm",
            "PATH": "/nonexistent",
        ]
        let start = ContinuousClock.now
        let arguments = ["kiosk", "--store", store, "--idle-warning", "86400"]
        let report = try KioskMonkey(program, arguments, environment: environment, seed: seed)
            .run(keystrokes: wanted)
        print("monkey, seed \(seed): \(report)")
        print("in \(start.duration(to: .now))")
        try prepare(program, ["store", "check", "--store", store])
        if !report.faults.isEmpty { throw DrillFailure("broken promises") }
    }

    private static func prepare(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 {
            throw DrillFailure("\(arguments.prefix(2).joined(separator: " ")) failed")
        }
    }
}
