import Foundation

/// A database of its own on the server that `.postgresql` started; removed with it.
final class TestDatabase {
    private static let server = ProcessInfo.processInfo.environment["KARTOITIN_TEST_POSTGRESQL"]

    private let server: OutsideServer
    private let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "_")

    /// For `KARTOITIN_STORE`.
    var address: String { server.address.replacing(#/\/[^\/]*$/#, with: "/\(name)") }

    /// Nil where there is no server, or the program was built without PostgreSQL.
    init?() throws {
        #if PostgreSQL
        guard let address = Self.server else { return nil }
        server = OutsideServer(address: address)
        try server.run("CREATE DATABASE \(name)")
        #else
        return nil
        #endif
    }

    deinit { try? server.run("DROP DATABASE \(name) WITH (FORCE)") }
}
