import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

/// The database itself refuses what must never be, whoever writes to it.
@Suite("What the database refuses", .enabled(if: !TestAddress.isServer))
struct ConstraintTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        try place.open("aino", at: 60)
        try place.add("eero")
    }

    private func slot(
        of professional: String = "aino", start: Int, lasting minutes: Int = 15, methods: Int = 1,
        municipality: String = "167"
    ) -> String {
        """
        INSERT INTO slot (professional, start, finish, appointment_type, task, methods, municipality)
        VALUES ('\(professional)', \(start), \(start + minutes * 60), 'advice', 'families', \(methods),
            '\(municipality)')
        """
    }

    private func at(_ minutes: Int) -> Int { place.after(minutes).seconds }

    private func copyOfBooking(_ reference: String, changing column: String = "slot", to value: String = "slot")
        -> String
    {
        let columns = [
            "slot", "status", "method", "client_name", "client_phone", "client_language", "meeting_language",
            "sign_language", "maker", "made_at",
        ]
        let values = columns.map { $0 == column ? value : $0 }.joined(separator: ", ")
        return """
            INSERT INTO booking (reference, \(columns.joined(separator: ", ")))
            SELECT '\(reference)', \(values) FROM booking LIMIT 1
            """
    }

    @Test("A time that overlaps another of the same professional", arguments: [46, 59, 61, 74])
    func overlap(minutes: Int) throws {
        #expect(throws: SQLError.other("overlapping slots of one professional")) {
            try place.connection.script(slot(start: at(minutes)))
        }
    }

    @Test("A time moved or given to another professional so that it overlaps")
    func overlapByUpdate() throws {
        try place.connection.script(slot(start: at(120)))
        try place.connection.script(slot(of: "eero", start: at(60)))
        let refused = SQLError.other("overlapping slots of one professional")
        let moved = "UPDATE slot SET start = \(at(61)), finish = \(at(76)) WHERE start = \(at(120))"
        #expect(throws: refused) { try place.connection.script(moved) }
        #expect(throws: refused) { try place.connection.script("UPDATE slot SET professional = 'aino'") }
        #expect(throws: refused) {
            try place.connection.script("UPDATE slot SET finish = \(at(121)) WHERE start = \(at(60))")
        }
    }

    @Test("A time may be moved where it overlaps itself only")
    func moved() throws {
        try place.connection.script("UPDATE slot SET start = \(at(61)), finish = \(at(76))")
        #expect(try place.freeMinutes() == [61])
    }

    @Test("A time that is longer than eight hours, has no length or begins between minutes")
    func shapeOfTimes() throws {
        for sql in [
            slot(start: at(200), lasting: 481), slot(start: at(200), lasting: 0), slot(start: at(200) + 30),
            slot(start: at(200), methods: 0),
            slot(start: at(200), methods: ContactMethod.sum(ContactMethod.allCases) + 1),
            slot(start: at(200), municipality: "16"),
        ] {
            #expect(throws: SQLError.self) { try place.connection.script(sql) }
        }
        #expect(try place.number("SELECT count(*) FROM slot") == 1)
    }

    @Test("A second active booking of a time")
    func secondBooking() throws {
        try place.book(at: 60)
        #expect(throws: SQLError.constraint(name: "booking.slot, booking.seat")) {
            try place.connection.script(copyOfBooking("AAAAAAAA"))
        }
    }

    @Test("The way back from cancelled where the time was booked again")
    func uncancelled() throws {
        let first = try place.book(at: 60)
        _ = try place.store.cancel(first.reference, now: place.now)
        try place.book(at: 60)
        #expect(throws: SQLError.constraint(name: "booking.slot, booking.seat")) {
            try place.connection.script("UPDATE booking SET status = 'booked', cancelled_at = NULL")
        }
    }

    @Test("Two bookings of one reference, and a value outside its set")
    func valuesOfBookings() throws {
        let booking = try place.book(at: 60)
        _ = try place.store.cancel(booking.reference, now: place.now)
        let characters = booking.reference.characters
        let wrong = [
            (
                copyOfBooking(characters, changing: "status", to: "'booked'"),
                SQLError.constraint(name: "booking.reference")
            ),
            (
                copyOfBooking("AAAAAAAA"),
                SQLError.other("CHECK constraint failed: (status = 'cancelled') = (cancelled_at IS NOT NULL)")
            ),
        ]
        for (sql, refused) in wrong {
            #expect(throws: refused) { try place.connection.script(sql) }
        }
        for (column, value) in [("status", "'moved'"), ("method", "'letter'"), ("maker", "'nobody'")] {
            #expect(throws: SQLError.self) {
                try place.connection.script("UPDATE booking SET \(column) = \(value), cancelled_at = NULL")
            }
        }
        #expect(try place.number("SELECT count(*) FROM booking") == 1)
    }

    @Test("A reference to something that is not there, and the removal of what is referred to")
    func references() throws {
        try place.book(at: 60)
        let refused = SQLError.other("FOREIGN KEY constraint failed")
        for sql in [
            slot(of: "nobody", start: at(200)), "INSERT INTO hold VALUES (999, 1, 'token', 0, 0, 0, NULL)",
            "INSERT INTO description (booking, own_words, hope, flags) VALUES (999, '', '', '')", "DELETE FROM slot",
            "DELETE FROM booking",
            "DELETE FROM professional",
        ] {
            #expect(throws: refused) { try place.connection.script(sql) }
        }
    }
}
