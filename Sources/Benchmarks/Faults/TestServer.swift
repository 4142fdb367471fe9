import Foundation
import Storage

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

    /// Remembers a reference that a visitor was promised.
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
