import BookingCore
import CivilTime
import Foundation
import SocialServices

/// The table of professionals.
struct ProfessionalTable {
    let connection: any SQLConnection

    private static let columns = Columns(
        "professional", "id", "name", "task", "municipality", "languages", "team", "office")

    func write(_ professional: Professional) throws {
        let languages = professional.languages.map { " \($0.rawValue)" }.sorted().joined() + " "
        try connection.run(
            Self.columns.upsert,
            [
                .text(professional.id), .text(professional.name), SQLValue(professional.task),
                SQLValue(professional.municipality), .text(languages), SQLValue(professional.team),
                SQLValue(professional.office),
            ])
        let id = SQLValue.text(professional.id)
        for table in ["professional_task", "professional_place"] {
            try connection.run("DELETE FROM \(table) WHERE professional = ?1", [id])
        }
        for task in professional.otherTasks {
            try connection.run(
                "INSERT INTO professional_task (professional, task) VALUES (?1, ?2)", [id, SQLValue(task)])
        }
        for (weekday, place) in professional.placesByWeekday {
            try connection.run(
                """
                INSERT INTO professional_place (professional, weekday, municipality, office) VALUES (?1, ?2, ?3, ?4)
                """, [id, .integer(weekday.number), SQLValue(place.municipality), SQLValue(place.office)])
        }
    }

    /// In order of task and name.
    func all() throws -> [Professional] {
        let tasks = try connection.rows("SELECT professional, task FROM professional_task ORDER BY task") {
            ($0.next() as String, try $0.next() as ServiceTask)
        }
        let places = try connection.rows("SELECT professional, weekday, municipality, office FROM professional_place")
        {
            (
                $0.next() as String, $0.next() as Int,
                Place(try $0.next() as Municipality, office: $0.next() as String?)
            )
        }
        return try connection.rows("SELECT \(Self.columns.selected) FROM professional ORDER BY task, name, id") {
            row in
            var professional = try Professional(
                id: row.next(), name: row.next(), task: row.next(), municipality: row.next(),
                languages: Set(row.words().compactMap(Language.init)), team: row.next(), office: row.next())
            professional.otherTasks = tasks.filter { $0.0 == professional.id }.map(\.1)
            for (id, weekday, place) in places where id == professional.id {
                professional.placesByWeekday[Weekday.allCases[weekday - 1]] = place
            }
            return professional
        }
    }

    /// - Throws: `noSuchProfessional`.
    func require(_ id: String) throws {
        guard try connection.integer("SELECT 1 FROM professional WHERE id = ?1", [.text(id)]) != nil else {
            throw StaffRefusal.noSuchProfessional(id)
        }
    }

    /// - Throws: `noSuchProfessional` if a worker is not known or has left, or the team has no worker.
    func require(_ grantee: RightGrant.Grantee, now: Date) throws {
        let asked = grantee.team.map { [("team = ?1", $0)] } ?? grantee.workers.map { ("id = ?1", $0) }
        for (condition, name) in asked {
            let there = try connection.integer(
                "SELECT 1 FROM professional WHERE \(condition) AND (left_at IS NULL OR left_at > ?2)",
                [.text(name), SQLValue(now)])
            guard there != nil else { throw StaffRefusal.noSuchProfessional(name) }
        }
    }

    /// `true` if at least one professional serves in the language.
    func serve(_ language: Language) throws -> Bool {
        try connection.integer(
            "SELECT 1 FROM professional WHERE languages LIKE ?1", [.text("% \(language.rawValue) %")]) != nil
    }

    func setLeft(_ id: String, at date: Date) throws {
        try connection.run("UPDATE professional SET left_at = ?2 WHERE id = ?1", [.text(id), SQLValue(date)])
    }

    /// When a professional left or is going to leave.
    func leaving(of id: String) throws -> Date? {
        let found: Date?? = try connection.first(
            "SELECT left_at FROM professional WHERE id = ?1", [.text(id)]
        ) { $0.next() }
        return found ?? nil
    }
}

/// The table of absences.
struct AbsenceTable {
    let connection: any SQLConnection

    private static let columns = Columns("absence", "professional", "start", "finish", "reason", "made_at")

    /// `?1` is the professional, `?2` and `?3` are the ends of a period.
    private static let isHit = "professional = ?1 AND start < ?3 AND finish > ?2"

    func insert(_ absence: Absence, now: Date) throws {
        try connection.run(
            Self.columns.insert,
            [
                .text(absence.professional), SQLValue(absence.start), SQLValue(absence.end), .text(absence.reason),
                SQLValue(now),
            ])
    }

    /// Takes a period out of a professional's absences: they are shortened, split or removed.
    ///
    /// - Throws: `notAbsent` if there is none in the period.
    func clear(_ professional: String, from: Date, until: Date) throws {
        let period = [.text(professional), SQLValue(from), SQLValue(until)]
        let hit = try connection.integer("SELECT count(*) FROM absence WHERE \(Self.isHit)", period)
        guard from.seconds < until.seconds, hit ?? 0 > 0 else { throw StaffRefusal.notAbsent }
        // What is left of an absence behind the period, then what is left before it, then nothing of it.
        try connection.run(
            """
            INSERT INTO absence (professional, start, finish, reason, made_at)
            SELECT professional, ?3, finish, reason, made_at FROM absence WHERE \(Self.isHit) AND finish > ?3
            """, period)
        try connection.run("UPDATE absence SET finish = ?2 WHERE \(Self.isHit) AND start < ?2", period)
        try connection.run("DELETE FROM absence WHERE \(Self.isHit)", period)
    }
}
