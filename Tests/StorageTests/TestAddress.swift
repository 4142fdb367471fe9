import BookingCore
import Foundation

@testable import Storage

/// Where a test's store is: a file or, where `.postgresql` started a server, a schema of its own in that.
struct TestAddress: Sendable {
    let path: String
    let schema = "test_" + UUID().uuidString.lowercased().replacing("-", with: "_")

    #if PostgreSQL
    static let server = ProcessInfo.processInfo.environment["KARTOITIN_TEST_POSTGRESQL"]

    /// True where the tests run against a server.
    static var isServer: Bool { server != nil }

    func create(isDemonstration: Bool = false) throws {
        if let server = Self.server {
            try PostgreSQLStore.create(address: server, schema: schema, isDemonstration: isDemonstration)
        } else {
            try StoreFile.create(path: path, isDemonstration: isDemonstration)
        }
    }

    /// Makes a copy of another store there.
    func copy(_ source: any SQLConnection) throws {
        if let server = Self.server {
            _ = try StoreCopy.copy(source, toServer: server, schema: schema)
        } else {
            _ = try StoreCopy.copy(source, toFile: path)
        }
    }

    func connection() throws -> any SQLConnection {
        if let server = Self.server { return try PostgreSQLStore.connection(address: server, schema: schema) }
        return try StoreFile.connection(path)
    }
    /// The same server with another login.
    func connection(as login: String) throws -> any SQLConnection {
        let server = (Self.server ?? "").replacing("kartoitin@", with: "\(login)@")
        return try PostgreSQLStore.connection(address: server, schema: schema)
    }
    #else
    static let isServer = false

    func create(isDemonstration: Bool = false) throws {
        try StoreFile.create(path: path, isDemonstration: isDemonstration)
    }

    func copy(_ source: any SQLConnection) throws { _ = try StoreCopy.copy(source, toFile: path) }

    func connection() throws -> any SQLConnection { try StoreFile.connection(path) }
    #endif

    func remove(through connection: any SQLConnection) {
        if Self.isServer { try? connection.script("DROP SCHEMA \(schema) CASCADE") }
    }
}
