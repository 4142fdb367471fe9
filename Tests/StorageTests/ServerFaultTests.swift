#if PostgreSQL
import BookingCore
import CPostgreSQL
import Foundation
import Testing

@testable import Storage

@Suite("A server that goes away and comes back", .enabled(if: TestAddress.isServer))
struct ServerFaultTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
    }

    /// Ends every session but the place's own, as a restart of the server does.
    private func cut(_ connection: any SQLConnection) throws {
        let process = try #require(try connection.integer("SELECT pg_backend_pid()"))
        _ = try place.number("SELECT CASE WHEN pg_terminate_backend(\(process), 2000) THEN 1 ELSE 0 END")
    }

    @Test("A connection that was cut while nobody used it is not missed: there is a new one")
    func cut() throws {
        let connection = try place.address.connection()
        let store = try SQLStore(connection)
        let (choice, now, request) = (place.choice(at: 60), place.now, try place.request())
        try cut(connection)
        #expect(try store.book(choice, request, now: now, drawing: TemporaryStore.draw).slot.start == place.after(60))
        try cut(connection)
        #expect(try store.freeSlots(SlotQuery(from: now), now: now).count == 1)
        try cut(connection)
        #expect(try store.booking(place.book(at: 75).reference) != nil)
    }

    @Test("A connection that is cut in the middle of a booking leaves nothing of it, and the hold stays")
    func cutInTheMiddle() throws {
        let connection = try place.address.connection()
        let store = try SQLStore(connection)
        let hold = try store.hold(
            place.choice(at: 60), token: "mine", now: place.now, until: place.after(10))
        let (now, request) = (place.now, try place.request())
        // The message is written last of all: then its server process ends itself.
        try place.connection.script(
            """
            CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
            CREATE TRIGGER leaves BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION leave()
            """)
        #expect(throws: StoreFailure.unreachable) {
            try store.book(hold, request, now: now, drawing: TemporaryStore.draw)
        }
        #expect(try place.number("SELECT count(*) FROM booking") == 0)
        try place.connection.script("DROP TRIGGER leaves ON message")
        _ = try store.book(hold, request, now: now, drawing: TemporaryStore.draw)
        #expect(try place.faults() == [])
    }

    @Test("A connection that is cut at the commit leaves nothing of the booking, and the next try books once")
    func cutAtCommit() throws {
        let connection = try place.address.connection()
        let store = try SQLStore(connection)
        let (now, request) = (place.now, try place.request())
        let hold = try place.hold(at: 60)
        // Runs when everything is written and the commit has been sent.
        try place.connection.script(
            """
            CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
            CREATE CONSTRAINT TRIGGER leaves AFTER INSERT ON booking DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION leave()
            """)
        #expect(throws: StoreFailure.unreachable) {
            try store.book(hold, request, now: now, drawing: TemporaryStore.draw)
        }
        #expect(try place.number("SELECT count(*) FROM booking") == 0)
        try place.connection.script("DROP TRIGGER leaves ON booking")
        _ = try store.book(hold, request, now: now, drawing: TemporaryStore.draw)
        #expect(try place.number("SELECT count(*) FROM booking") == 1)
        #expect(try place.faults() == [])
    }

    @Test("A server that says nothing for too long is given up, and asked again through a new connection")
    func silent() throws {
        let address = try #require(TestAddress.server)
        let connection = try PostgreSQLStore.connection(address: address, schema: place.address.schema)
        connection.patience = .milliseconds(200)
        #expect(throws: SQLError.unreachable) { try connection.run("SELECT pg_sleep(5)") }
        #expect(try connection.integer("SELECT 7") == 7)
        #expect(connection.patience == PostgreSQLLink.patience)
    }

    @Test("Long work is given up neither here nor by the server")
    func longWork() throws {
        let address = try #require(TestAddress.server)
        let connection = try PostgreSQLStore.connection(address: address, schema: place.address.schema)
        connection.patience = .milliseconds(200)
        try connection.script("SET statement_timeout = '200ms'")
        try connection.beginLongWork()
        try connection.run("SELECT pg_sleep(0.5)")
    }

    @Test("What the address says of the network's limits counts, and the usual ones where it says nothing")
    func limits() throws {
        let server = try #require(TestAddress.server)
        let usual = try options(of: server)
        #expect(usual["tcp_user_timeout"] == "15000")
        #expect(usual["connect_timeout"] == "5")
        let own = try options(of: server + "?connect_timeout=9&keepalives_idle=33")
        #expect(own["connect_timeout"] == "9")
        #expect(own["keepalives_idle"] == "33")
        #expect(own["keepalives_count"] == "3")
    }

    /// What libpq works with, by its names.
    private func options(of address: String) throws -> [String: String] {
        let handle = try #require(PostgreSQLLink.open(address))
        defer { PQfinish(handle) }
        let first = try #require(PQconninfo(handle))
        defer { PQconninfoFree(first) }
        var options: [String: String] = [:]
        var next = first
        while let name = next.pointee.keyword {
            options[String(cString: name)] = next.pointee.val.map { String(cString: $0) }
            next += 1
        }
        return options
    }

    @Test("Where somebody keeps the store busy for too long that is told, and a later try succeeds")
    func busy() throws {
        let other = try place.address.connection()
        try other.begin(.store)
        try place.connection.script("SET lock_timeout = '200ms'")
        #expect(throws: StoreFailure.locked) { try place.book(at: 60) }
        try other.end(keeping: false)
        #expect(try place.book(at: 60).slot.start == place.after(60))
    }

    @Test(
        "A server that has no room for one more connection, or does not know the login or the database, lets nobody in"
    )
    func full() throws {
        let login = "narrow_\(place.address.schema)"
        try place.connection.script("CREATE ROLE \(login) LOGIN CONNECTION LIMIT 0")
        for name in [login, "nobody_\(place.address.schema)"] {
            #expect(throws: SQLError.turnedAway) { _ = try place.address.connection(as: name) }
        }
        let other = try #require(TestAddress.server?.replacing("/postgres", with: "/nowhere"))
        #expect(throws: SQLError.turnedAway) { _ = try PostgreSQLConnection(address: other) }
    }

    @Test("A server that is not there is told so, without its address's password in the words")
    func nobody() throws {
        #expect(throws: SQLError.unreachable) {
            _ = try PostgreSQLConnection(address: "postgresql://a:secret@127.0.0.1:1/x")
        }
        #expect(
            Stores.shown("postgresql://a:secret@h:1/x?password=p&sslmode=require")
                == "postgresql://a@h:1/x?sslmode=require")
    }

    @Test("Two constraints keep two professionals' promises: the seat, and the one place at a time")
    func constraints() throws {
        try place.book(at: 60)
        #expect(throws: SQLError.constraint(name: "one_active_booking")) {
            try place.connection.run(
                """
                INSERT INTO booking (reference, slot, status, method, client_name, client_phone, client_language,
                    meeting_language, sign_language, maker, made_at)
                SELECT 'AAAAAAAA', slot, status, method, client_name, client_phone, client_language,
                    meeting_language, sign_language, maker, made_at FROM booking
                """)
        }
        #expect(throws: SQLError.self) {
            try place.connection.script(
                "UPDATE slot SET finish = finish + 60 WHERE start = \(place.after(60).seconds)")
        }
    }
}
#endif
