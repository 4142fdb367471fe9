import Storage

/// A copy of a store on a server, there while something is measured.
enum ServerCopy {
    /// - Parameter address: of a database without a store.
    static func use(of file: String, at address: String, _ body: () throws -> Void) throws {
        let clock = ContinuousClock.now
        let rows = try Stores.copy(file, to: address) { _ in }
        let seconds = (ContinuousClock.now - clock) / .seconds(1)
        print("copied to PostgreSQL: \(rows) rows in \(seconds.rounded(to: 1)) s, compared and with all indexes")
        defer { try? Stores.connection(address).script("DROP SCHEMA kartoitin CASCADE") }
        try body()
    }

    static func engine(of address: String) -> String { Stores.isServer(address) ? "PostgreSQL" : "SQLite" }
}
