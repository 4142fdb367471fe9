import Foundation
import Storage

/// What can go wrong between a kiosk and its PostgreSQL server, done to the real program one after the other: each is
/// told in a line, with what a visitor saw. Afterwards every time that was promised must be there once, and the store
/// sound. Starts servers of its own by `./.postgresql`; needs a program built with PostgreSQL. Names after `faults` do
/// only those.
enum FaultRun {
    static let name = "faults"

    private static let all: [(name: String, run: @Sendable (TestServer) throws -> String)] = [
        ("restart-fast", { try restart($0, "fast") }), ("restart-immediate", { try restart($0, "immediate") }),
        ("stopped", stopped), ("stopped-at-start", stoppedAtStart), ("cut-before", cutBefore),
        ("cut-during", cutDuring), ("cut-at-commit", cutAtCommit),
        ("commit-lost", { try lost($0, .losesCommit) }), ("answer-lost", { try lost($0, .losesAnswer) }),
        ("slow", slow), ("silent", silent), ("no-connection-left", noConnectionLeft), ("disk-full", diskFull),
        ("upgrade", upgrade),
    ]

    static func run(_ arguments: [String], in folder: URL) throws {
        let wanted = arguments.drop { $0 != name }.dropFirst()
        if let stranger = wanted.first(where: { name in !all.contains { $0.name == name } }) {
            throw KillRun.Fault("no fault \"\(stranger)\"; there are: \(all.map(\.name).joined(separator: ", "))")
        }
        let content = try KillRun.contentWithoutRules(in: folder)
        // The server is another user's.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        var ground: TestServer?
        var broken = 0
        for fault in all where wanted.isEmpty || wanted.contains(fault.name) {
            // Each line as soon as it is known.
            defer { fflush(nil) }
            do {
                let ready = try ground ?? TestServer(folder, content: content)
                ground = ready
                print("\(fault.name): \(try fault.run(ready))")
                for fault in try ready.faults() { throw KillRun.Fault(fault) }
            } catch {
                broken += 1
                print("\(fault.name): BROKEN: \(error)")
                // What is left of it must not spoil the next.
                ground = nil
            }
        }
        print("broken promises: \(broken)")
        if broken > 0 { throw KillRun.Fault("broken promises") }
    }

    static func expect(_ found: [String], _ wanted: [String], _ what: String) throws {
        if found != wanted { throw KillRun.Fault("\(what): \(found) instead of \(wanted)") }
    }

    static func seconds(_ body: () throws -> Void) rethrows -> String {
        let begun = ContinuousClock.now
        try body()
        return "\(((ContinuousClock.now - begun) / .seconds(1)).rounded(to: 1)) s"
    }
}

/// A server with a county on it, and what was promised there.
final class TestServer {
    let server: TemporaryServer
    let network: FaultProxy
    let folder: URL
    let content: String
    private var promised: [String] = []

    /// What a kiosk signs in as, with a kiosk's rights.
    static let login = "lobby"

    /// - Parameter disk: where the server's data are.
    init(_ folder: URL, content: String, disk: URL? = nil) throws {
        self.folder = folder
        self.content = content
        server = try TemporaryServer(in: disk ?? folder)
        network = try FaultProxy(to: server.port)
        _ = try BigCounty(path: server.address, professionals: 4, days: 2, timesADay: 10)
        try server.sql("CREATE ROLE \(Self.login) LOGIN IN ROLE kartoitin_kiosk")
    }

    /// A kiosk at its first question, or at what it shows instead.
    func visit(
        through network: FaultProxy? = nil, shows: String = FaultyVisit.Sentence.start
    ) throws -> FaultyVisit {
        let address = server.address(as: Self.login, port: network?.port)
        return try FaultyVisit(address, content: content, in: folder, shows: shows)
    }

    /// A kiosk at the last question before a time is booked.
    func visitAtConsent(through network: FaultProxy? = nil) throws -> FaultyVisit {
        let visit = try visit(through: network)
        try visit.type(FaultyVisit.walk + FaultyVisit.details)
        return visit
    }

    func promise(_ reference: String) { promised.append(reference) }

    /// Cuts the kiosks' connections, as an administrator does, and waits until they are gone.
    func cut() throws {
        try server.sql("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '\(Self.login)'")
    }

    /// What of the promises does not hold.
    func faults() throws -> [String] {
        var faults = try Stores.check(server.address)
        let made = try server.sql("SELECT reference FROM kartoitin.booking WHERE status = 'booked'")
            .split(separator: "\n").map { "\($0.prefix(4))-\($0.dropFirst(4))" }
        if made.sorted() != promised.sorted() { faults.append("booked \(made), promised \(promised)") }
        let told = try server.sql(
            """
            SELECT count(*), count(DISTINCT booking) FROM kartoitin.message
            WHERE kind = 'confirmation' AND withdrawn_at IS NULL
            """)
        if told != "\(made.count)|\(made.count)" { faults.append("confirmations: \(told)") }
        let described = try server.sql("SELECT count(*) FROM kartoitin.description")
        if described != "\(made.count)" { faults.append("descriptions: \(described)") }
        return faults
    }
}
