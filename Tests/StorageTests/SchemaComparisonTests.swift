#if PostgreSQL
import Foundation
import Testing

@testable import Storage

/// The same store in a file and on a server.
@Suite("The schemas of the two engines", .enabled(if: TestAddress.isServer))
final class SchemaComparisonTests {
    let place: TemporaryStore
    let folder: URL
    let file: LiveSchema
    let server: LiveSchema

    init() throws {
        place = try TemporaryStore()
        folder = try TemporaryStore.newFolder()
        let path = folder.appending(path: "store.sqlite").path
        try StoreFile.create(path: path)
        file = try LiveSchema(file: try StoreFile.connection(path))
        server = try LiveSchema(place.connection)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test("Have the same tables, with the same columns, types, keys, references and checks")
    func tables() throws {
        #expect(Set(file.tables.keys) == Set(server.tables.keys))
        for (name, table) in file.tables {
            let other = try #require(server.tables[name])
            var columns = other.columns
            // A file has its version in its header (`PRAGMA user_version`).
            if name == "store" { columns["version"] = nil }
            #expect(table.columns == columns, "\(name)")
            #expect(table.primaryKey == other.primaryKey, "\(name)")
            #expect(table.uniques == other.uniques, "\(name)")
            #expect(table.references == other.references, "\(name)")
            #expect(table.checks == other.checks, "\(name)")
        }
    }

    @Test("Have the same indexes")
    func indexes() {
        for (name, table) in file.tables {
            #expect(table.indexes == server.tables[name]?.indexes, "\(name)")
        }
    }

    @Test("Differ in what refuses and counts, and in what only one of them needs")
    func differences() {
        let both: Set = [
            "access_log_stays_as_it_is", "access_log_stays", "access_seen_stays_as_it_is", "access_seen_stays",
            "change_stays_as_it_is", "change_stays", "booking_counts",
        ]
        #expect(Set(file.triggers.keys).intersection(server.triggers.keys) == both)
        #expect(
            Set(file.triggers.keys).subtracting(both) == [
                // The server has an exclusion constraint for both.
                "slot_overlaps_on_insert", "slot_overlaps_on_update",
                // The server has one trigger for both: `booking_is_possible`.
                "seat_exists", "professional_is_there",
                // The server's `booking_counts` is of every kind of change.
                "booking_counts_on_update", "booking_counts_on_delete",
                // `INSERT OR REPLACE` removes a row without the trigger on removal; the server has none.
                "access_log_line_stays", "change_line_stays",
            ])
        #expect(
            Set(server.triggers.keys).subtracting(both) == [
                "booking_is_possible",
                // A file has no `TRUNCATE`.
                "access_log_is_never_emptied", "access_seen_is_never_emptied", "change_is_never_emptied",
                // A user who may write a file may write all of it.
                "account_is_its_owners",
            ])
        #expect(file.namedConstraints == [])
        #expect(server.namedConstraints == ["overlapping_slots_of_one_professional"])
        // A file shows every row to a user who may read it, and SQLite has `group_concat`.
        #expect(file.views == [])
        #expect(server.views == ["booking_outline"])
        #expect(
            server.functions == [
                "match_client", "is_client", "known_clients", "forget_bookings", "forget_parties", "forget_rights",
                "write_to_parties", "recent_look", "newest_look", "bookings_at_once", "refuse", "check_booking",
                "count_bookings", "check_account", "group_concat", "group_concat_step",
                "open_bookings", "reference_uses", "booking_made_with", "purge_bookings", "known_bookings",
                "known_rights", "known_numbers", "open_bookings_of_name", "word_salt", "lost_references",
            ])
    }
}
#endif
