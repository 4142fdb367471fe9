import BookingCore
import Foundation

/// Undoes a deed to a booking, in the transaction that is open. Nobody is told of it who was not told of the deed.
struct DeedUndoer {
    let connection: any SQLConnection
    let bookings: BookingTable
    let holds: HoldTable
    let messages: MessageTable
    let outbox: Outbox
    let changer: BookingChanger
    let changes: ChangeTable

    /// - Returns: the booking as it is then.
    func undo(
        _ change: Change, pause: TimeInterval, by doer: Doer, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        guard let id = try changes.booking(of: change.id), try !changes.isUndone(change.id) else {
            throw UndoRefusal.superseded
        }
        let booking = try bookings.booking(id: id)
        guard booking.slot.start > now else { throw UndoRefusal.alreadyBegun }
        let due = now.addingTimeInterval(pause)
        let result: Booking
        switch change.deed {
        case .booked: result = try undoBooking(id, booking, by: doer, due: due, now: now)
        case .cancelled: result = try undoCancellation(id, booking, due: due, now: now)
        case .moved, .handedOver: result = try undoMove(id, booking, by: doer, due: due, now: now, drawing: draw)
        default: throw UndoRefusal.notUndoable(change.deed)
        }
        var line = NewChange(.undone, by: doer)
        (line.booking, line.undoes) = (try bookings.id(of: result.reference) ?? id, change.id)
        try changes.insert(line, now: now)
        return result
    }

    private func undoBooking(_ id: Int, _ booking: Booking, by doer: Doer, due: Date, now: Date) throws -> Booking {
        guard booking.status == .booked else { throw UndoRefusal.superseded }
        let wasTold = try messages.hasSent(.confirmation, of: id)
        try bookings.cancel(
            id, withParts: true, as: Cancellation(by: .county).done(by: doer, pausing: nil), now: now)
        try outbox.tell(wasTold ? .cancellation : nil, of: id, due: due, now: now)
        return try bookings.booking(id: id)
    }

    private func undoCancellation(_ id: Int, _ booking: Booking, due: Date, now: Date) throws -> Booking {
        guard booking.status == .cancelled, try !bookings.isMoved(id) else { throw UndoRefusal.superseded }
        let seats = try bookings.seats(of: id)
        for seat in seats { try requireFree(seat, now: now) }
        let wasTold = try messages.hasSent(.cancellation, of: id)
        // Was the client told of the time itself?
        let isConfirmed = try messages.hasSent(.confirmation, of: id)
        try bookings.revive(id)
        for seat in seats { try holds.remove(of: seat) }
        try outbox.tell(wasTold || !isConfirmed ? .confirmation : nil, of: id, due: due, now: now)
        return try bookings.booking(id: id)
    }

    private func undoMove(
        _ id: Int, _ booking: Booking, by doer: Doer, due: Date, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        guard booking.status == .booked, let old = try bookings.id(movedTo: id) else { throw UndoRefusal.superseded }
        let before = try bookings.booking(id: old)
        guard before.slot.start > now else { throw UndoRefusal.alreadyBegun }
        let seats = try bookings.seats(of: old)
        for seat in seats { try requireFree(seat, now: now) }
        let kinds: [Message.Kind] = [.change, .handover]
        let wasTold = try kinds.contains { try messages.hasSent($0, of: id) }
        let isConfirmed = try messages.hasSent(.confirmation, of: old)
        let cancellation = Cancellation(by: .county).done(by: doer, pausing: nil)
        let kind: Message.Kind? = wasTold ? .change : isConfirmed ? nil : .confirmation
        return try changer.replace(
            id, by: seats, method: before.method, as: cancellation, telling: kind, due: due, now: now, drawing: draw)
    }

    /// The time is still kept for undoing, or nobody wanted it since.
    private func requireFree(_ seat: Seat, now: Date) throws {
        let isTaken = try connection.integer(
            """
            SELECT 1 FROM slot WHERE id = ?1 AND (closed_at IS NOT NULL OR \(SlotTable.isAbsent())
                OR EXISTS (SELECT 1 FROM \(connection.outline) AS booking WHERE booking.slot = slot.id
                    AND booking.seat = ?2 AND booking.status <> 'cancelled')
                OR EXISTS (SELECT 1 FROM hold WHERE hold.slot = slot.id AND hold.seat = ?2 AND hold.expires > ?3
                    AND hold.token NOT LIKE '\(BookingChanger.undoToken)%'))
            """, [.integer(seat.slot), .integer(seat.number), SQLValue(now)])
        if isTaken != nil { throw UndoRefusal.noLongerFree }
    }
}
