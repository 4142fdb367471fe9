import BookingCore
import Foundation
import SocialServices
import TestValues

@testable import Storage

extension TemporaryStore {
    /// One of each: a work pair's booking by right (at 60), a plain one (75), one that was moved (from 120 to 135), a hold (90),
    /// a free time (105), an absence, staff, a reading of a description, counts.
    func fillWithEverything() throws {
        try add("aino")
        try add("eero", name: "Eero \"Ääkkönen\"; DROP TABLE booking")
        try store.open([60, 75, 90, 105, 120, 135].map { slot("aino", at: $0) })
        try store.open([slot("eero", at: 60)])
        let pair = try grant(to: .workers(["aino", "eero"]))
        try book(at: 60, leave: .right(pair.code))
        let plain = try book(at: 75, description: SituationDescription(ownWords: "En jaksa.\n'Äiti' 😀"))
        let moved = try book(at: 120)
        _ = try store.move(
            moved.reference, to: choice(at: 135), as: Cancellation(by: .client), now: now, drawing: Self.draw)
        _ = try hold(at: 90)
        try connection.script(
            """
            INSERT INTO absence (professional, start, finish, reason, made_at) VALUES ('eero', 1, 2, '', 3);
            INSERT INTO staff (id, name, role, made_at) VALUES ('main', 'Pää Käyttäjä', 'main-user', 1);
            INSERT INTO call_draft (staff, text, at) VALUES ('main', 'kesken', 2);
            INSERT INTO journey (day, language, event, place, count) VALUES ('2026-11-21', 'fi', 'left', 'topic', 7);
            INSERT INTO access_log (at, user_id, user_name, purpose, data, provider, booking, is_refused)
            SELECT 1, 'aino', 'Aino', 'meeting', 'description', '', id, 0 FROM booking
            WHERE reference = '\(plain.reference.characters)';
            INSERT INTO advice (booking, text, stored, shared, user_id, at)
            SELECT id, 'Neuvo', 'yes', 'no', 'aino', 9 FROM booking WHERE reference = '\(plain.reference.characters)';
            INSERT INTO change (at, user_id, user_name, deed, fields) VALUES (3, 'main', 'Pää', 'corrected', 'name');
            INSERT INTO client_change (change, field, client, old_value, new_value)
            SELECT change.id, 'name', client.id, 'Maija', 'Maija Meikäläinen' FROM change CROSS JOIN client
            WHERE deed = 'corrected';
            INSERT INTO access_seen (access, client, at) SELECT access_log.id, client.id, 1 FROM access_log CROSS JOIN client;
            INSERT INTO party (booking, client, reference, name, phone, language, messages, made_at)
            SELECT booking.id, client, 'K7RA93MH', 'Toinen Testinen', '+358401230000', 'fi', 'both', 4 FROM booking
            WHERE reference = '\(plain.reference.characters)';
            INSERT INTO professional_task (professional, task) VALUES ('aino', 'family-law');
            INSERT INTO professional_place (professional, weekday, municipality) VALUES ('aino', 5, '422');
            INSERT INTO staff_role (staff, role) VALUES ('main', 'supervisor')
            """)
    }

    /// Damages the store, whatever it would refuse.
    func damage(_ edits: StoreEdit...) throws { for edit in edits { try damage(edit.sql) } }

    /// Writes into the store what would otherwise take long to come about; it still counts and refuses.
    func edit(_ edits: StoreEdit...) throws { for edit in edits { try connection.script(edit.sql) } }

    /// Runs SQL while nothing counts or refuses, as one who damages a store would.
    func damage(_ sql: String) throws {
        guard TestAddress.isServer else {
            let raw = try SQLiteConnection(path: path)
            try raw.script("PRAGMA ignore_check_constraints = ON")
            return try raw.withoutTriggers { try raw.script(sql) }
        }
        try connection.script(
            "SET session_replication_role = replica; \(sql); SET session_replication_role = DEFAULT")
    }
}
