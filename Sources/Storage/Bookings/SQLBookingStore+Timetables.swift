import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func add(_ professional: Professional) throws(BookingError) {
        try connection.run(
            """
            INSERT INTO professional (id, name, task, municipality, languages) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (id) DO UPDATE SET name = ?2, task = ?3, municipality = ?4, languages = ?5
            """,
            [
                .text(professional.id), .text(professional.name), .text(professional.task.rawValue),
                .text(professional.municipality.rawValue),
                .text(professional.languages.map { " \($0.rawValue)" }.sorted().joined() + " "),
            ])
    }

    func professionals() throws(BookingError) -> [Professional] {
        try connection.rows(
            "SELECT id, name, task, municipality, languages FROM professional ORDER BY task, name, id"
        ) {
            row throws(BookingError) in
            Professional(
                id: row.text(0), name: row.text(1), task: try row.value(2, ServiceTask.self),
                municipality: try row.value(3, Municipality.self),
                languages: Set(row.text(4).split(separator: " ").compactMap { Language(rawValue: String($0)) }))
        }
    }

    func open(_ slots: [Slot]) throws(BookingError) {
        try connection.transaction { () throws(BookingError) in
            for slot in slots { try open(slot) }
        }
    }

    private func open(_ slot: Slot) throws(BookingError) {
        let known = try connection.first("SELECT 1 FROM professional WHERE id = ?1", [.text(slot.professional)]) {
            $0.integer(0)
        }
        guard known != nil else { throw .noSuchProfessional(slot.professional) }
        // The database refuses an overlap by itself; asking first tells it apart from other refusals.
        let overlap = try connection.first(
            """
            SELECT finish FROM slot WHERE professional = ?1 AND start < ?2 ORDER BY start DESC LIMIT 1
            """, [.text(slot.professional), .integer(slot.end.seconds)]
        ) { $0.integer(0) }
        guard (overlap ?? 0) <= slot.start.seconds else { throw .overlapping(start: slot.start) }
        try connection.run(
            """
            INSERT INTO slot (professional, start, finish, appointment_type, task, methods, municipality)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .text(slot.professional), .integer(slot.start.seconds), .integer(slot.end.seconds),
                .text(slot.appointmentType), .text(slot.task.rawValue),
                .integer(ContactMethod.sum(slot.methods)), .text(slot.municipality.rawValue),
            ])
    }

    func timetable(
        of professional: String, from: Date, until: Date, now: Date
    ) throws(BookingError) -> [TimetableRow] {
        try connection.rows(
            """
            SELECT professional, start, finish, appointment_type, task, methods, municipality,
                EXISTS (SELECT 1 FROM booking WHERE booking.slot = slot.id AND booking.status <> 'cancelled'),
                EXISTS (SELECT 1 FROM hold WHERE hold.slot = slot.id AND hold.expires > ?1)
            FROM slot WHERE professional = ?2 AND start >= ?3 AND start < ?4 ORDER BY start
            """,
            [.integer(now.seconds), .text(professional), .integer(from.seconds), .integer(until.seconds)]
        ) { row throws(BookingError) in
            let state: TimetableRow.State = row.integer(7) == 1 ? .booked : row.integer(8) == 1 ? .held : .free
            return TimetableRow(slot: try row.slot(from: 0), state: state)
        }
    }
}
