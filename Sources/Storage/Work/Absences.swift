import BookingCore
import Foundation

/// Opens times, and records when professionals are away from them; each in one transaction.
struct Absences {
    let connection: any SQLConnection
    let professionals: ProfessionalTable
    let slots: SlotTable
    let absences: AbsenceTable
    let holds: HoldTable
    let bookings: BookingTable
    let changes: ChangeTable

    /// 9999-12-31, UTC: later than any time that is opened.
    private static let farFuture = Date(seconds: 253_402_214_400)

    /// Opens all of the slots or none.
    func open(_ slots: [Slot], isDryRun: Bool = false, by doer: Doer, now: Date) throws {
        try connection.transaction(isDryRun: isDryRun) {
            var known: Set<String> = []
            for slot in slots {
                if known.insert(slot.professional).inserted { try professionals.require(slot.professional) }
                try self.slots.requireNoOverlap(with: slot)
                try self.slots.insert(slot)
            }
            for professional in known.sorted() {
                try keep(.opened, professional, slots.count { $0.professional == professional }, by: doer, now: now)
            }
        }
    }

    /// Adds a professional, or changes what is known of one.
    func add(_ professional: Professional, by doer: Doer, now: Date) throws {
        try connection.transaction {
            let before = try professionals.all().first { $0.id == professional.id }
            try professionals.write(professional)
            var line = NewChange(.worker, by: doer)
            line.professional = professional.id
            line.fields = before.map { professional.fields(otherThan: $0) } ?? ["new"]
            try changes.insert(line, now: now)
        }
    }

    private func keep(_ deed: Deed, _ professional: String, _ count: Int, by doer: Doer, now: Date) throws {
        var line = NewChange(deed, by: doer)
        (line.professional, line.count) = (professional, count)
        try changes.insert(line, now: now)
    }

    /// - Returns: the bookings that the absence hits.
    func record(_ absence: Absence, isDryRun: Bool, by doer: Doer, now: Date) throws -> [Booking] {
        try connection.transaction(isDryRun: isDryRun) {
            try professionals.require(absence.professional)
            let hit = try write(absence, now: now)
            try keep(.absence, absence.professional, hit.count, by: doer, now: now)
            return hit
        }
    }

    /// - Returns: the bookings from then on.
    func leave(_ professional: String, from date: Date, isDryRun: Bool, by doer: Doer, now: Date) throws -> [Booking]
    {
        try connection.transaction(isDryRun: isDryRun) {
            try professionals.require(professional)
            try professionals.setLeft(professional, at: date)
            let rest = Absence(professional: professional, start: date, end: Self.farFuture, reason: "left")
            let hit = try write(rest, now: now)
            try keep(.left, professional, hit.count, by: doer, now: now)
            return hit
        }
    }

    /// Writes an absence in the transaction that is open.
    private func write(_ absence: Absence, now: Date) throws -> [Booking] {
        try absences.insert(absence, now: now)
        try holds.remove(within: absence)
        return try bookings.ids(of: absence.professional, from: max(absence.start, now), until: absence.end)
            .map { try bookings.booking(id: $0) }
    }

    /// A professional who has left stays away.
    func takeBack(of professional: String, from: Date, until: Date, by doer: Doer, now: Date) throws {
        try connection.transaction {
            try professionals.require(professional)
            let left = try professionals.leaving(of: professional)
            try absences.clear(professional, from: from, until: left.map { min(until, $0) } ?? until)
            try keep(.absenceTakenBack, professional, 1, by: doer, now: now)
        }
    }
}
