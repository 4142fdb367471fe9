import BookingCore
import Foundation

/// Changes timetables: what is free is closed, and other times are opened, all of it or nothing.
struct Rearrangement {
    let connection: any SQLConnection
    let professionals: ProfessionalTable
    let slots: SlotTable
    let holds: HoldTable
    let changes: ChangeTable

    /// - Parameters:
    ///   - plan: made of the times that begin in the period, as they are in the transaction.
    ///   - deed: what the log of changes calls it.
    func run(
        _ professional: String, from: Date, until: Date, as deed: Deed, isDryRun: Bool, by doer: Doer, now: Date,
        planning plan: ([TimetableRow]) throws -> TimetablePlan
    ) throws -> TimetablePlan {
        try connection.transaction(isDryRun: isDryRun) {
            try professionals.require(professional)
            // What has begun is over for changing.
            let rows = try slots.timetable(of: professional, from: max(from, now), until: until, now: now)
            let plan = try plan(rows)
            for slot in plan.closing { try close(slot, now: now) }
            for slot in plan.opening {
                try slots.requireNoOverlap(with: slot)
                try slots.insert(slot)
            }
            let count = plan.closing.count + plan.opening.count
            if count > 0 {
                var line = NewChange(deed, by: doer)
                (line.professional, line.count) = (professional, count)
                try changes.insert(line, now: now)
            }
            return plan
        }
    }

    /// A time to which nothing refers is gone; one that had a booking stays closed, so that this still has its time.
    private func close(_ slot: Slot, now: Date) throws {
        guard let id = try slots.id(of: slot) else { return }
        try holds.removeExpired(of: id, now: now)
        if try slots.hasHistory(id) { try slots.close(id, now: now) } else { try slots.remove(id) }
    }
}
