#if PostgreSQL
import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("What a kiosk's login may do in the database", .enabled(if: TestAddress.isServer))
struct KioskLoginTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    private var phone: PhoneNumber { get throws { try PhoneNumber(typed: "040 123 4567") } }

    @Test("The kiosk books, finds, moves and cancels, and cannot read one description, whatever it asks")
    func kiosk() throws {
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
        let login = try DatabaseLogin(.kiosk, at: place)
        let store = login.store
        let hold = try store.hold(
            place.choice(at: 75), token: "mine", now: place.now, until: place.after(10))
        let reference = try DatabaseLogin.book(through: store, at: 60, of: place).reference
        let booking = try #require(try store.booking(reference, of: phone))
        let moved = try store.move(
            booking.reference, to: hold, .phone, as: Cancellation(by: .client), now: place.now,
            drawing: TemporaryStore.draw)
        #expect(try place.texts("SELECT told FROM described_answer") == ["Minä"])
        _ = try store.cancel(moved.reference, now: place.now)
        #expect(try place.number("SELECT count(*) FROM message WHERE withdrawn_at IS NULL") == 1)
        try store.count([JourneyEvent(.began)], in: .finnish, on: calendarDay("2026-12-01"))
        #expect(try place.faults() == [])
        login.expectRefused([
            "SELECT own_words FROM description", "SELECT * FROM description",
            "SELECT told FROM described_answer",
            "SELECT text FROM advice", "SELECT text FROM message", "SELECT recipient FROM message",
            "SELECT text FROM call_draft", "SELECT password FROM staff", "SELECT * FROM access_log",
            "SELECT reason FROM absence", "SELECT reference FROM booking_outline", "DELETE FROM booking",
            "UPDATE booking SET client_phone = ''", "UPDATE slot SET booked = 0",
            "UPDATE description SET own_words = ''", "TRUNCATE booking CASCADE", "COPY description TO STDOUT",
            "SELECT pg_read_file('/etc/passwd')", "DROP TABLE description",
            "ALTER TABLE booking DISABLE ROW LEVEL SECURITY", "SELECT purge_bookings(0, 0)",
            "SELECT known_numbers()", "SET ROLE kartoitin_professional", "SELECT check_booking()",
        ])
    }

    @Test("The kiosk books, moves and cancels what takes several times")
    func kioskLong() throws {
        try place.add("aino")
        try place.store.open([60, 75, 120, 135].map { place.slot("aino", at: $0) })
        let store = try DatabaseLogin(.kiosk, at: place).store
        var (choice, later) = (place.choice(at: 60), place.choice(at: 120))
        (choice.minutes, later.minutes) = (30, 30)
        let made = try store.book(choice, place.request(), now: place.now, drawing: TemporaryStore.draw)
        #expect(made.longMinutes == 30)
        let booking = try #require(try store.booking(made.reference, of: phone))
        let moved = try store.move(
            booking.reference, to: later, as: Cancellation(by: .client), now: place.now, drawing: TemporaryStore.draw)
        #expect(moved.longMinutes == 30)
        _ = try store.cancel(moved.reference, now: place.now)
        #expect(try place.freeMinutes() == [60, 75, 120, 135])
        #expect(try place.faults() == [])
    }

    @Test("A kiosk's login sees no client who has not typed their reference and phone number")
    func kioskSeesNobody() throws {
        for minutes in [60, 75, 90] { try place.open("aino", at: minutes) }
        let (mine, other) = (try place.book(at: 60), try place.book(at: 75))
        _ = try place.grant()
        let login = try DatabaseLogin(.kiosk, at: place)
        let (store, connection) = (login.store, login.connection)
        let everything = ["booking", "booking_right"]
        for table in everything { #expect(try login.number("SELECT count(*) FROM \(table)") == 0) }
        #expect(try store.booking(mine.reference) == nil)
        #expect(try store.booking(mine.reference, of: try PhoneNumber(typed: "040 999 9999")) == nil)
        #expect(try login.number("SELECT count(*) FROM booking") == 0)
        #expect(try store.booking(mine.reference, of: phone)?.reference == mine.reference)
        #expect(try login.number("SELECT count(*) FROM booking") == 1)
        #expect(throws: BookingRefusal.notFound) { try store.cancel(other.reference, now: place.now) }
        for change in [
            "UPDATE booking SET cancel_reason = ''", "UPDATE description SET booking = booking",
            "UPDATE message SET withdrawn_at = 1",
        ] { try connection.script(change) }
        #expect(try place.number("SELECT count(*) FROM booking WHERE cancel_reason = ''") == 1)
        #expect(try place.number("SELECT count(*) FROM message WHERE withdrawn_at = 1 AND booking = 2") == 0)
        // What is there all the same counts where it must: the number has as many bookings as it may have.
        let limited = AppointmentRules(openPerPhone: 2)
        let request = BookingRequest(
            method: .phone, client: mine.client, needs: mine.needs, description: SituationDescription(),
            consent: .onScreen, maker: .client
        ).under(TemporaryStore.rules(limited))
        #expect(throws: BookingRefusal.tooManyOpen(open: 2, limit: 2)) {
            try store.book(place.choice(at: 90), request, now: place.now, drawing: TemporaryStore.draw)
        }
        // Not by asking for it either.
        try connection.script("SET row_security = off")
        login.expectRefused(["SELECT * FROM booking"])
    }

    @Test("A kiosk books and moves by a right, cancels both times of a work pair, and asks for a lost answer")
    func kioskWithRights() throws {
        for worker in ["aino", "eero"] { try place.open(worker, at: 60) }
        try place.store.open([place.slot("aino", at: 75), place.slot("aino", at: 90, seats: 2)])
        let pair = try place.grant(to: .workers(["aino", "eero"]))
        let alone = try place.grant(to: .workers(["aino"]))
        let store = try DatabaseLogin(.kiosk, at: place).store
        #expect(try store.right(pair.code, of: try PhoneNumber(typed: "040 999 9999"), now: place.now) == nil)
        let found = try #require(try store.right(pair.code, of: phone, now: place.now))
        let choice = place.choice(at: 60, leave: .right(found.code))
        let hold = try store.hold(choice, token: "mine", now: place.now, until: place.after(10))
        let booking = try store.book(hold, place.request(), now: place.now, drawing: TemporaryStore.draw)
        let again = try store.book(hold, place.request(), now: place.now, drawing: TemporaryStore.draw)
        #expect(again == booking)
        let own = try #require(try store.booking(booking.reference, of: phone))
        _ = try store.cancel(own.reference, now: place.now)
        #expect(try place.number("SELECT count(*) FROM booking WHERE status <> 'cancelled'") == 0)
        let single = try #require(try store.right(alone.code, of: phone, now: place.now))
        let next = try store.book(
            place.choice(at: 75, leave: .right(single.code)), place.request(), now: place.now,
            drawing: TemporaryStore.draw)
        _ = try #require(try store.booking(next.reference, of: phone))
        let moving = BookingAuthority.moving(next.reference)
        #expect(
            try store.freeSlots(SlotQuery(leave: moving, from: place.now), now: place.now).count == 2)
        let other = try store.hold(
            place.choice(at: 90, leave: moving), token: "other", now: place.now, until: place.after(10))
        _ = try store.move(
            next.reference, to: other, .phone, as: Cancellation(by: .client), now: place.now,
            drawing: TemporaryStore.draw)
        // A second seat of the same time, which somebody else has.
        _ = try DatabaseLogin.book(through: store, at: 90, of: place)
        #expect(try place.faults() == [])
    }

    @Test("A kiosk whose connection was cut still knows whose booking it shows")
    func cut() throws {
        try place.open("aino", at: 60)
        let mine = try place.book(at: 60)
        let login = "cut_\(place.address.schema)"
        try place.connection.script("CREATE ROLE \(login) LOGIN; GRANT kartoitin_kiosk TO \(login)")
        let store = try SQLStore(place.address.connection(as: login))
        #expect(try store.booking(mine.reference, of: phone) == mine)
        try place.connection.script(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '\(login)'")
        // That it was cut is told once.
        _ = try? store.isDemonstration()
        #expect(try store.cancel(mine.reference, now: place.now).status == .cancelled)
    }

    @Test("A temporary table of a login stands in front of none of ours")
    func falseTables() throws {
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
        let taken = try place.book(at: 60)
        let login = try DatabaseLogin(.kiosk, at: place)
        try login.connection.script(
            """
            CREATE TEMP TABLE booking AS SELECT 1 AS id, 'x' AS reference, 'x' AS client_phone, 1 AS part_of;
            CREATE TEMP TABLE slot (id bigint, seats bigint, booked bigint, purpose text, professional text);
            CREATE TEMP TABLE absence (professional text, start bigint, finish bigint);
            INSERT INTO slot SELECT id, 100, 0, NULL, 'nobody' FROM \(place.address.schema).slot
            """)
        let row = """
            INSERT INTO \(place.address.schema).booking (reference, slot, seat, status, method, client_name,
                client_phone, client_language, meeting_language, sign_language, maker, made_at, client)
            VALUES ('AAAAAAA', 1, 2, 'booked', 'phone', '', '+358', 'fi', 'fi', 0, 'client', 0,
                \(place.address.schema).match_client(
                    '+358 x', 'x', '+358', NULL, NULL, 'fi', 'fi', NULL, 0, NULL, 'both', 0, 'x'))
            """
        #expect(throws: SQLError.other("no such seat")) {
            try login.connection.script(row.replacing("AAAAAAA", with: "AAAAAAAA"))
        }
        try login.connection.script(row.replacing("AAAAAAA", with: "AAAAAAAA").replacing("1, 2,", with: "2, 1,"))
        #expect(try place.number("SELECT booked FROM slot WHERE id = 2") == 1)
        try login.connection.script(
            "SET kartoitin.codes = '\(taken.reference.characters)'; SET kartoitin.phone = 'x'")
        #expect(
            try login.number("SELECT count(*) FROM \(place.address.schema).booking") == 0)
    }

    @Test("A kiosk's login adds nothing to another client's booking, and sends nobody words of its own")
    func foreign() throws {
        for minutes in [60, 75, 90] { try place.open("aino", at: minutes) }
        let (mine, other) = (try place.book(at: 60), try place.book(at: 75))
        let login = try DatabaseLogin(.kiosk, at: place)
        _ = try login.store.booking(mine.reference, of: phone)
        func message(_ booking: Booking, text: String, kind: String = "reminder") throws -> String {
            let id = try place.number(
                "SELECT id FROM booking WHERE reference = '\(booking.reference.characters)'")
            return """
                INSERT INTO message (key, booking, kind, channel, recipient, language, text, due)
                VALUES (gen_random_uuid()::text, \(id), '\(kind)', 'sms', '+358', 'fi', \(text), 0)
                """
        }
        login.expectRefused([
            try message(other, text: "NULL"), try message(mine, text: "'Voitit!'"),
            try message(mine, text: "NULL", kind: "by-hand"),
            "INSERT INTO described_answer VALUES (2, 9, 'q', '', '', '')",
        ])
        try login.connection.script(try message(mine, text: "NULL"))
        // Nor makes one of its own a part of it, or one by another's right, to see the client's name.
        let right = try place.grant()
        let id = try place.number("SELECT id FROM booking_right WHERE code = '\(right.code.characters)'")
        let client = try place.number("SELECT client FROM booking WHERE id = 1")
        let values = "'booked', 'phone', 'x', '+358401234567', 'fi', 'fi', 0, 'client', 0, \(client)"
        let row = """
            INSERT INTO booking (status, method, client_name, client_phone, client_language, meeting_language,
                sign_language, maker, made_at, client, reference, slot
            """
        login.expectRefused([
            "UPDATE booking SET part_of = 2", "SELECT name FROM client", "SELECT word FROM client_word",
            "SELECT phone FROM party", "SELECT deed FROM change", "UPDATE client SET name = 'x'",
            "\(row)) VALUES (\(values.replacing("+358401234567", with: "+358501234567")), 'AAAAAAAA', 3)",
            "\(row), part_of) VALUES (\(values), 'AAAAAAAA', 3, 2)",
            "\(row), booking_right) VALUES (\(values), 'AAAAAAAA', 3, \(id))",
        ])
        try VisibleClient(login.connection).set("+358401234567", ["AAAAAAAA"])
        #expect(try login.number("\(row)) VALUES (\(values), 'AAAAAAAA', 3) RETURNING id") > 2)
        _ = try login.store.booking(mine.reference, of: phone)
        try place.connection.script(
            "UPDATE booking SET part_of = 2 WHERE id = 1; UPDATE booking SET client_phone = '+1' WHERE id = 2")
        #expect(try login.number("SELECT count(*) FROM booking WHERE id = 2") == 0)
        #expect(throws: StoreFailure.notAllowed) {
            try login.store.write("Voitit!", to: mine.reference, now: place.now)
        }
    }

    @Test("A login may make nothing in our schema and stand nothing in front of the owner")
    func nothingMade() throws {
        for role in DatabaseRole.allCases {
            let login = try DatabaseLogin(role, at: place)
            login.expectRefused([
                "CREATE TABLE \(place.address.schema).mine (id bigint)",
                "CREATE FUNCTION \(place.address.schema).mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "DROP FUNCTION check_booking()", "SELECT count_bookings()", "CREATE ROLE mine",
            ])
        }
    }
}
#endif
