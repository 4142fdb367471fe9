import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func add(_ professional: Professional) throws {
        try connection.run(
            """
            INSERT INTO professional (id, name, task, municipality, languages, team) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (id) DO UPDATE SET name = ?2, task = ?3, municipality = ?4, languages = ?5, team = ?6
            """,
            [
                .text(professional.id), .text(professional.name), .text(professional.task.rawValue),
                .text(professional.municipality.rawValue),
                .text(professional.languages.map { " \($0.rawValue)" }.sorted().joined() + " "),
                SQLValue(professional.team),
            ])
    }

    func professionals() throws -> [Professional] {
        try connection.rows(
            "SELECT id, name, task, municipality, languages, team FROM professional ORDER BY task, name, id"
        ) {
            row throws in
            Professional(
                id: row.text(0), name: row.text(1), task: try row.value(2, ServiceTask.self),
                municipality: try row.value(3, Municipality.self),
                languages: Set(row.text(4).split(separator: " ").compactMap { Language(rawValue: String($0)) }),
                team: row.optionalText(5))
        }
    }

    func open(_ slots: [Slot]) throws {
        try connection.transaction {
            try openEach(slots)
        }
    }

    func rehearseOpening(_ slots: [Slot]) throws {
        try connection.transaction(isDryRun: true) {
            try openEach(slots)
        }
    }

    private func openEach(_ slots: [Slot]) throws {
        var known: Set<String> = []
        for slot in slots {
            if known.insert(slot.professional).inserted { try require(professional: slot.professional) }
            try open(slot)
        }
    }

    private func open(_ slot: Slot) throws {
        // The database refuses an overlap by itself; asking first tells it apart from other refusals.
        let overlap = try connection.first(
            """
            SELECT finish FROM slot WHERE professional = ?1 AND start < ?2 ORDER BY start DESC LIMIT 1
            """, [.text(slot.professional), .integer(slot.end.seconds)]
        ) { $0.integer(0) }
        guard (overlap ?? 0) <= slot.start.seconds else { throw StaffRefusal.overlapping(start: slot.start) }
        try connection.run(
            """
            INSERT INTO slot (professional, start, finish, appointment_type, task, methods, municipality, purpose,
                seats, by_right)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """,
            [
                .text(slot.professional), .integer(slot.start.seconds), .integer(slot.end.seconds),
                .text(slot.appointmentType), .text(slot.task.rawValue),
                // The schema wants a way to meet of every time; of one with a purpose nobody reads it.
                .integer(ContactMethod.sum(slot.purpose == nil ? slot.methods : Set(ContactMethod.allCases))),
                .text(slot.municipality.rawValue), SQLValue(slot.purpose), .integer(slot.seats),
                .integer(slot.isByRight ? 1 : 0),
            ])
    }

    func timetable(
        of professional: String, from: Date, until: Date, now: Date
    ) throws -> [TimetableRow] {
        try connection.rows(
            """
            SELECT CASE WHEN purpose IS NOT NULL THEN 'other' WHEN booked >= seats THEN 'booked'
                    WHEN \(Self.isAbsent()) THEN CASE WHEN booked > 0 THEN 'booked' ELSE 'absent' END
                    WHEN \(Self.isUntaken()) THEN 'free' ELSE 'held' END,
                booked, \(Self.slotColumns)
            FROM slot WHERE professional = ?2 AND start >= ?3 AND start < ?4 ORDER BY start
            """,
            [.integer(now.seconds), .text(professional), .integer(from.seconds), .integer(until.seconds)]
        ) { row in
            TimetableRow(
                slot: try row.slot(from: 2), state: try row.value(0, TimetableRow.State.self), booked: row.integer(1))
        }
    }
}

/// The least that an engine does to give slots: a prepared look by their numbers, read as a search reads them. What
/// searches are compared with.
package struct SlotsByNumber {
    private let connection: any SQLConnection

    package init(_ address: String) throws { connection = try Stores.connection(address) }

    /// - Returns: how many there were, at most `count`.
    package func read(_ count: Int, from number: Int) throws -> Int {
        try connection.rows(
            "SELECT \(SQLBookingStore.slotColumns) FROM slot WHERE id BETWEEN ?1 AND ?2",
            [.integer(number), .integer(number + count - 1)]
        ) { row in try row.slot(from: 0) }.count
    }
}
