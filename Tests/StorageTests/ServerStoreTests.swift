#if PostgreSQL
import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

/// What is done with a store by its address, in a database of its own.
@Suite("A store on a server", .enabled(if: TestAddress.isServer))
struct ServerStoreTests {
    private let place: TemporaryStore
    private let database: String

    init() throws {
        place = try TemporaryStore()
        let server = try #require(TestAddress.server)
        let name = "store_" + UUID().uuidString.lowercased().replacing("-", with: "_")
        try PostgreSQLConnection(address: server).script("CREATE DATABASE \(name)")
        let last = try #require(server.lastIndex(of: "/"))
        database = server[...last] + name
    }

    private var file: String { place.folder.appending(path: "store.sqlite").path }

    @Test("A county moves to it and back, and is the same")
    func moved() throws {
        try StoreFile.create(path: file) { new in
            try new.run(
                "INSERT INTO professional (id, name, task, municipality, left_at) VALUES ('aino', 'Aino Ääkkönen', 'families', '167', 7)"
            )
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
        #expect(throws: StoreFailure.alreadyThere(path: database)) {
            _ = try Stores.copy(file, to: database) { _ in }
        }
        #expect(throws: StoreFailure.alreadyThere(path: database)) { try Stores.create(database) }
    }

    @Test("It tells its version, its schema and its clock")
    func condition() throws {
        #expect(throws: StoreFailure.missing(path: database)) {
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

    @Test(
        "An owner who is no superuser makes it, and a kiosk books in it; nobody else's account is theirs to set")
    func plainOwner() throws {
        let name = "owner_" + String(database.suffix(32))
        let server = try #require(TestAddress.server)
        try PostgreSQLConnection(address: server).script(
            """
            CREATE ROLE \(name) LOGIN; ALTER DATABASE \(database.split(separator: "/").last ?? "") OWNER TO \(name);
            CREATE ROLE \(name)_kiosk LOGIN; GRANT kartoitin_kiosk TO \(name)_kiosk
            """)
        let owner = database.replacing("kartoitin@", with: "\(name)@")
        let member = StaffMember(id: "main-user", name: "X", role: .mainUser)
        try Stores.create(owner, mainUser: (member, "h"))
        let store = try Stores.open(owner, clock: .helsinki)
        try store.setPassword(of: "main-user", hash: "new", now: place.now)
        try store.setLocked(false, "main-user")
        try store.add(Professional(id: "aino", name: "Aino", task: .families, municipality: place.joensuu))
        try store.open([place.slot("aino", at: 60)])
        let kiosk = try Stores.open(database.replacing("kartoitin@", with: "\(name)_kiosk@"), clock: .helsinki)
        let booking = try kiosk.book(
            place.choice(at: 60), place.request(), now: place.now, drawing: TemporaryStore.draw)
        #expect(try kiosk.booking(booking.reference, of: #require(booking.client.phone)) == booking)
        #expect(try Stores.server(owner).findings.map(\.severity) == [.well, .well, .remark, .well])
        #expect(try Stores.check(owner) == [])
    }

    @Test("An index that is not whole is found")
    func index() throws {
        try place.connection.script(
            "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'one_active_booking'::regclass")
        #expect(try place.faults() == ["the index one_active_booking is not whole"])
    }
}
#endif
