import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

/// Each rule of the check, on a store that somebody damaged so that it breaks this rule.
@Suite("What the check of a store finds")
struct StoreRuleTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        try place.fillWithEverything()
    }

    struct Damage: CustomTestStringConvertible, Sendable {
        let sql: String
        let faults: [String]

        init(_ sql: String, _ faults: String...) {
            self.sql = sql
            self.faults = faults
        }

        var testDescription: String { faults.joined(separator: ", ") }
    }

    @Test("A store with one of each is sound")
    func sound() throws {
        #expect(try place.faults() == [])
    }

    private static func at(_ minutes: Int) -> String {
        "(SELECT id FROM slot WHERE professional = 'aino' AND start = \(TemporaryStore.now.seconds + minutes * 60))"
    }

    private static let plain = "slot = \(at(75))"
    private static let main = "slot = \(at(60))"

    private static let damages = [
        Damage(
            "DELETE FROM described_answer; DELETE FROM description WHERE booking = (SELECT id FROM booking WHERE \(plain))",
            "bookings without a description: 1"),
        Damage(
            """
            DROP INDEX one_active_booking; UPDATE slot SET booked = 2 WHERE id = \(at(75));
            UPDATE slot SET booked = 0 WHERE id = \(at(135)); UPDATE booking SET slot = \(at(75)) WHERE slot = \(at(135))
            """, "seats with more than one active booking: 1"),
        Damage(
            """
            UPDATE booking SET status = 'cancelled', cancelled_at = 1, moved_to = (SELECT id FROM booking WHERE \(plain))
            WHERE booking_right IS NOT NULL OR slot = \(at(120));
            UPDATE slot SET booked = 0 WHERE start = \(TemporaryStore.now.seconds + 3600); DELETE FROM message
            """, "bookings that took the place of more than one: 1"),
        Damage(
            "UPDATE booking SET purged_at = 1 WHERE \(plain)", "descriptions that were to be removed: 1"),
        Damage(
            """
            UPDATE booking SET series = 'first' WHERE \(plain) OR slot = \(at(135));
            UPDATE booking SET client_phone = '+358409999999' WHERE \(plain)
            """, "series of more than one client: 1"),
        Damage("UPDATE booking SET client = NULL WHERE \(plain)", "bookings of a number without a client: 1"),
        Damage(
            """
            INSERT INTO client (id, name, phone, language, meeting_language, sign_language, messages, made_at)
            VALUES (99, 'Toinen', '', 'fi', 'fi', 0, 'both', 1);
            UPDATE client SET same_as = 99 WHERE id = (SELECT client FROM booking WHERE \(plain));
            UPDATE booking SET client = 99 WHERE NOT (\(plain))
            """, "bookings of a client who was joined to another: 1"),
        Damage(
            """
            INSERT INTO client (id, name, phone, language, meeting_language, sign_language, messages, made_at, purged_at)
            VALUES (99, '–', '', 'fi', 'fi', 0, 'both', 1, 2);
            INSERT INTO client_word (word, client, reversed) VALUES ('kirsi', 99, 'isrik')
            """, "words of clients who were removed: 1"),
        Damage("UPDATE access_log SET purpose = ''", "looks without a purpose or a user: 1"),
        Damage(
            "UPDATE change SET deed = 'painted' WHERE deed = 'corrected'; DELETE FROM client_change",
            "deeds that are none, or nobody's: 1"),
        Damage(
            """
            INSERT INTO change (id, at, user_id, user_name, deed) VALUES (9998, 9, 'x', 'X', 'cancelled');
            INSERT INTO change (id, at, user_id, user_name, deed, undoes) VALUES (9999, 8, 'x', 'X', 'undone', 9998)
            """, "deeds that were undone before they were done: 1"),
        Damage(
            "UPDATE change SET deed = 'joined' WHERE deed = 'corrected'",
            "values kept of what was no correction of the client: 1"),
        Damage("UPDATE slot SET booked = 1 WHERE id = \(at(105))", "slots that count their bookings wrongly: 1"),
        Damage("UPDATE booking SET seat = 2 WHERE \(plain)", "bookings of a seat that does not exist: 1"),
        Damage(
            "UPDATE slot SET purpose = 'meeting' WHERE id = \(at(75))", "bookings of a seat that does not exist: 1"),
        Damage(
            "UPDATE booking SET method = 'office' WHERE \(plain)",
            "active bookings with a way to meet that their time does not have: 1"),
        Damage("UPDATE hold SET seat = 2", "holds of a seat that does not exist: 1"),
        Damage("UPDATE hold SET slot = \(at(75))", "holds of a seat that is booked: 1"),
        Damage(
            """
            INSERT INTO absence (professional, start, finish, reason, made_at)
            SELECT professional, start - 600, start + 60, 'ill', 0 FROM slot WHERE id = \(at(90))
            """, "holds within an absence: 1"),
        Damage(
            """
            UPDATE booking SET status = 'cancelled', cancelled_at = 1 WHERE \(main);
            UPDATE slot SET booked = 0 WHERE id = \(at(60)); DELETE FROM message
            """, "active parts of a cancelled booking: 1"),
        Damage(
            """
            UPDATE booking SET part_of = (SELECT id FROM booking WHERE part_of IS NOT NULL) WHERE \(main);
            DELETE FROM description WHERE booking = (SELECT id FROM booking WHERE \(main)); DELETE FROM message
            """, "parts of a part of a booking: 2"),
        Damage(
            "UPDATE slot SET start = start + 60 WHERE professional = 'eero'",
            "active parts at another time than their booking: 1"),
        Damage(
            """
            INSERT INTO description (booking, own_words, hope, flags)
            SELECT id, '', '', '' FROM booking WHERE part_of IS NOT NULL
            """, "descriptions of a part of a booking: 1"),
        Damage(
            "UPDATE booking SET consent = 'said-aloud' WHERE \(main)",
            "parts with another consent than their booking: 1"),
        Damage(
            "UPDATE message SET recipient = '' WHERE booking = (SELECT id FROM booking WHERE \(plain))",
            "messages that wait without a recipient: 1"),
        Damage(
            "UPDATE booking SET booking_right = (SELECT id FROM booking_right) WHERE \(plain)",
            "booking rights used more often than granted: 1"),
        Damage(
            "UPDATE booking_right SET client_phone = '+358409999999'",
            "active bookings by another client's booking right: 2"),
        Damage("DELETE FROM right_worker", "booking rights that name nobody, or a team and workers: 1"),
        Damage(
            "UPDATE booking_right SET team = 'north'", "booking rights that name nobody, or a team and workers: 1"),
        Damage(
            """
            UPDATE booking SET status = 'cancelled', cancelled_at = 1 WHERE \(plain);
            UPDATE slot SET booked = 0 WHERE id = \(at(75))
            """, "messages that wait though their booking was moved or cancelled: 1"),
        Damage(
            """
            UPDATE message SET withdrawn_at = NULL, kind = 'reminder'
            WHERE booking = (SELECT id FROM booking WHERE slot = \(at(120)))
            """, "messages that wait though their booking was moved or cancelled: 1"),
        Damage(
            "UPDATE message SET kind = 'cancellation' WHERE booking = (SELECT id FROM booking WHERE \(plain))",
            "cancellations that wait though their booking stands: 1"),
        Damage(
            """
            UPDATE message SET booking = (SELECT id FROM booking WHERE part_of IS NOT NULL)
            WHERE booking = (SELECT id FROM booking WHERE \(plain))
            """, "messages about a part of a booking: 1"),
        Damage("DELETE FROM slot WHERE id = \(at(90))", "a row of hold points to nothing"),
    ]

    @Test("A store that breaks one rule", arguments: damages)
    func broken(_ damage: Damage) throws {
        try place.damage(damage.sql)
        #expect(try place.faults() == damage.faults)
    }

    @Test(
        "A booking by a way to meet is sound if its time has it, whatever else, and a fault if its time has all others",
        arguments: ContactMethod.allCases)
    func method(_ method: ContactMethod) throws {
        let others = ContactMethod.sum(ContactMethod.allCases.filter { $0 != method })
        let change = "UPDATE booking SET method = '\(method.rawValue)' WHERE \(Self.plain);"
        try place.damage("\(change) UPDATE slot SET methods = \(method.bit) WHERE id = \(Self.at(75))")
        #expect(try place.faults() == [])
        try place.damage("UPDATE slot SET methods = \(others) WHERE id = \(Self.at(75))")
        #expect(try place.faults() == ["active bookings with a way to meet that their time does not have: 1"])
    }

    @Test("A booking that stands within an absence is no fault: it stands until it is handed over")
    func absent() throws {
        let day = place.after(0)..<place.after(200)
        _ = try place.store.record(
            Absence(professional: "aino", start: day.lowerBound, end: day.upperBound, reason: "ill"),
            isDryRun: false, now: place.now)
        #expect(try place.faults() == [])
    }
}
