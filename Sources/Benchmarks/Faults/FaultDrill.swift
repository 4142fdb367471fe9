import Foundation

/// What can go wrong between a kiosk and its PostgreSQL server, done to the real program one after the other: each is
/// told in a line, with what a visitor saw. Afterwards every time that was promised must be there once, and the store
/// sound. Starts servers of its own by `./.postgresql`; needs a program built with PostgreSQL. Names after `faults` do
/// only those.
enum FaultDrill {
    static let name = "faults"

    private typealias Fault = (name: String, run: @Sendable (TestServer) throws -> String)

    private static let all: [Fault] = [
        ("restart-fast", { try ServerFaults.restart($0, "fast") }),
        ("restart-immediate", { try ServerFaults.restart($0, "immediate") }),
        ("stopped", ServerFaults.stopped), ("stopped-at-start", ServerFaults.stoppedAtStart),
        ("cut-before", NetworkFaults.cutBefore), ("cut-during", NetworkFaults.cutDuring),
        ("cut-at-commit", NetworkFaults.cutAtCommit),
        ("commit-lost", { try NetworkFaults.lost($0, .losesCommit) }),
        ("answer-lost", { try NetworkFaults.lost($0, .losesAnswer) }),
        ("slow", NetworkFaults.slow), ("silent", NetworkFaults.silent),
        ("no-connection-left", ServerFaults.noConnectionLeft), ("disk-full", ServerFaults.diskFull),
        ("upgrade", ServerFaults.upgrade),
    ]

    static func run(_ arguments: [String], in folder: URL) throws {
        let wanted = arguments.drop { $0 != name }.dropFirst()
        if let unknown = wanted.first(where: { name in !all.contains { $0.name == name } }) {
            throw DrillFailure("no fault \"\(unknown)\"; there are: \(all.map(\.name).joined(separator: ", "))")
        }
        let content = try ContentCopy.withoutRules(in: folder)
        // The server is another user's.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        var target: TestServer?
        var broken = 0
        for fault in all where wanted.isEmpty || wanted.contains(fault.name) {
            // Each line as soon as it is known.
            defer { fflush(nil) }
            do {
                let ready = try target ?? TestServer(folder, content: content)
                target = ready
                print("\(fault.name): \(try fault.run(ready))")
                for fault in try ready.faults() { throw DrillFailure(fault) }
            } catch {
                broken += 1
                print("\(fault.name): BROKEN: \(error)")
                // What is left of it must not spoil the next.
                target = nil
            }
        }
        print("broken promises: \(broken)")
        if broken > 0 { throw DrillFailure("broken promises") }
    }
}
