import BookingCore
import Foundation

/// Undoes deeds to bookings and corrections of clients, each in one transaction.
struct Undoing {
    let connection: any SQLConnection
    let changes: ChangeTable
    let clients: ClientTable
    let deeds: DeedUndoer
    let corrections: ClientCorrections

    func undo(
        _ id: Int, pause: TimeInterval, by doer: Doer, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking? {
        guard let change = try changes.change(id) else { throw UndoRefusal.unknown }
        if change.deed == .corrected {
            try undoCorrection(change, pause: pause, by: doer, now: now)
            return nil
        }
        return try connection.transaction {
            try deeds.undo(change, pause: pause, by: doer, now: now, drawing: draw)
        }
    }

    private func undoCorrection(_ change: Change, pause: TimeInterval, by doer: Doer, now: Date) throws {
        guard let client = try change.client.flatMap({ try clients.client(id: $0) }), try !changes.isUndone(change.id)
        else { throw UndoRefusal.superseded }
        var correction = ClientCorrection()
        for (field, before, after) in try changes.values(of: change.id) {
            // What somebody put right since stays as they left it.
            guard ClientCorrection.text(of: field, in: client) == after else { throw UndoRefusal.superseded }
            try correction.set(field, to: before)
        }
        _ = try corrections.correct(
            client.id, at: client.version, correction, pause: pause, isDryRun: false, by: doer, undoing: change.id,
            now: now)
    }
}
