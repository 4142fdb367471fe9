#if PostgreSQL
    import BookingCore
    import Foundation
    import Testing

    @testable import Storage

    /// What is done with a store by its address, in a database of its own.
    @Suite("A store on a server", .enabled(if: TestAddress.isServer))
    struct ServerStoreTests {
        private let place: StorePlace
        private let database: String

        init() throws {
            place = try StorePlace()
            let server = try #require(TestAddress.server)
            let name = "store_" + UUID().uuidString.lowercased().replacing("-", with: "_")
            try PostgreSQLConnection(address: server).script("CREATE DATABASE \(name)")
            let last = try #require(server.lastIndex(of: "/"))
            database = server[...last] + name
        }

        private var file: String { place.folder.appending(path: "store.sqlite").path }

        @Test("A county moves to it and back, and is the same")
        func moved() throws {
            try StoreFile.create(path: file) { new throws(BookingError) in
                try new.run(
                    "INSERT INTO professional VALUES ('aino', 'Aino Ääkkönen', 'families', '167', NULL, '', 7)")
            }
            #expect(try Stores.copy(file, to: database) { _ in } == 1)
            let back = file + "-back"
            #expect(try Stores.copy(database, to: back) { _ in } == 1)
            #expect(try StoreFile.connection(back).everything() == StoreFile.connection(file).everything())
            #expect(try Stores.check(database) == [])
        }

        @Test("Where a store is already nothing is copied")
        func there() throws {
            try StoreFile.create(path: file)
            try Stores.create(database)
            #expect(throws: BookingError.store(.alreadyThere(path: database))) {
                _ = try Stores.copy(file, to: database) { _ in }
            }
            #expect(throws: BookingError.store(.alreadyThere(path: database))) { try Stores.create(database) }
        }

        @Test("It tells its version, its schema and its clock")
        func condition() throws {
            #expect(throws: BookingError.store(.missing(path: database))) {
                _ = try Stores.condition(database, now: Date())
            }
            try Stores.create(database)
            let condition = try Stores.condition(database, now: Date())
            #expect(condition.engine.hasPrefix("PostgreSQL 1"))
            #expect(condition.schema == Schema.version)
            #expect(condition.clockTrouble == nil)
            let late = try Stores.condition(database, now: Date().addingTimeInterval(-600))
            #expect(try #require(late.secondsAhead) >= 600)
            #expect(late.clockTrouble != nil)
            let moved = try Stores.migrate(database)
            #expect(moved == (from: Schema.version, to: Schema.version))
        }

        @Test("An index that is not whole is found")
        func index() throws {
            try place.connection.script(
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'one_active_booking'::regclass")
            #expect(try place.faults() == ["the index one_active_booking is not whole"])
        }
    }
#endif
