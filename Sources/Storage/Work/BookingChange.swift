import BookingCore
import CivilTime
import Foundation
import SocialServices

/// What is done to a booking, by its row id.
enum BookingChange {
    /// A seat that was free is promised.
    case made(BookingRequest, SeatAllocation, series: String? = nil)
    /// Its place stays empty.
    case cancelled(Int, as: Cancellation)
    /// The way to meet is another one; time, place and workers stay.
    case changed(Int, method: ContactMethod, as: Cancellation)
    /// Another time, or another professional at the same time, takes its place: as many seats, one after another, as it
    /// has with the same professional. The way to meet stays if none is given. The client is told of it as a change or a handover.
    case replaced(
        Int, by: [Seat], method: ContactMethod? = nil, as: Cancellation, telling: Message.Kind,
        holdToken: String? = nil)
}

/// Carries out every change of a booking, in the transaction that is open. What must be written with a change is written
/// here: the description, the client's messages, and the line of the access log of a consent said aloud.
struct BookingChanger {
    let bookings: BookingTable
    let clients: ClientTable
    let descriptions: DescriptionTable
    let advice: AdviceTable
    let holds: HoldTable
    let outbox: Outbox
    let log: AccessLogTable
    let changes: ChangeTable

    /// - Returns: the booking as it is now: the new one, the cancelled one, or the one that took its place.
    func apply(_ change: BookingChange, now: Date, drawing draw: () -> BookingReference) throws -> Booking {
        switch change {
        case .made(let request, let found, let series):
            let id = try make(request, found, series: series, now: now, drawing: draw)
            let booking = try bookings.booking(id: id)
            try outbox.confirm(booking, id, due: due(after: request.pause, now), now: now)
            if case .saidAloud(let user) = request.consent {
                try log.insert(.consent, of: booking.reference, by: user, about: id)
            }
            try keep(.booked, by: request.doer, of: id, now: now)
            return booking
        case .cancelled(let id, let cancellation):
            let seats = try bookings.seats(of: id)
            try bookings.cancel(id, withParts: true, as: cancellation, now: now)
            try outbox.tell(.cancellation, of: id, due: due(after: cancellation.pause, now), now: now)
            try keepFree(seats, cancellation.pause, now: now)
            try keep(.cancelled, by: cancellation.doer, of: id, now: now)
            return try bookings.booking(id: id)
        case .changed(let id, let method, let cancellation):
            try bookings.setMethod(method, of: id)
            try outbox.tell(.change, of: id, due: due(after: cancellation.pause, now), now: now)
            var line = NewChange(.changed, by: cancellation.doer)
            (line.booking, line.fields) = (id, ["method"])
            try changes.insert(line, now: now)
            return try bookings.booking(id: id)
        case .replaced(let old, let seats, let method, let cancellation, let kind, let token):
            let left = try bookings.seats(of: old)
            let booking = try replace(
                old, by: seats, method: method, as: cancellation, telling: kind,
                due: due(after: cancellation.pause, now),
                holdToken: token, now: now, drawing: draw)
            try keepFree(left.filter { !seats.contains($0) }, cancellation.pause, now: now)
            if let new = try bookings.id(of: booking.reference) {
                try keep(kind == .handover ? .handedOver : .moved, by: cancellation.doer, of: new, now: now)
            }
            return booking
        }
    }

    /// Puts a booking in the place of another, and tells the client.
    ///
    /// - Parameter kind: nil if it is no news to the client.
    func replace(
        _ old: Int, by seats: [Seat], method: ContactMethod?, as cancellation: Cancellation,
        telling kind: Message.Kind?, due: Date, holdToken: String? = nil, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        let new = try refusingTakenSeats {
            for seat in seats { try holds.remove(of: seat) }
            return try bookings.replace(
                old, by: seats, method: method, as: cancellation, holdToken: holdToken, now: now, drawing: draw)
        }
        // Those who gave the time away have nothing more to read.
        try descriptions.move(from: old, to: new)
        try advice.move(from: old, to: new)
        try bookings.moveParties(from: old, to: new)
        try outbox.tell(kind, of: new, insteadOf: old, due: due, now: now)
        return try bookings.booking(id: new)
    }

    private func due(after pause: TimeSpan?, _ now: Date) -> Date {
        pause.map { now.addingTimeInterval($0.seconds) } ?? now
    }

    /// The beginning of the token of a time that was given up and is kept, so that the deed can be undone.
    static let undoToken = "undo-"

    private func keepFree(_ seats: [Seat], _ pause: TimeSpan?, now: Date) throws {
        guard let pause else { return }
        // Nothing is kept of what is closed or given up because its worker is away.
        let seats = try seats.filter { try bookings.isKeepable($0) }
        guard let first = seats.first else { return }
        for seat in seats { try holds.remove(of: seat) }
        let kept = SeatAllocation(
            seats: [first] + seats.dropFirst(), start: now, minutes: 0, appointmentType: "", right: nil)
        try holds.insert(
            kept, token: Self.undoToken + UUID().uuidString.lowercased(), now: now,
            until: now.addingTimeInterval(pause.seconds))
    }

    private func keep(_ deed: Deed, by doer: Doer, of booking: Int, now: Date) throws {
        var line = NewChange(deed, by: doer)
        line.booking = booking
        try changes.insert(line, now: now)
    }

    /// - Returns: the row id of the first booking; those of the other workers of a pair, and those of the
    ///   slots that a long meeting takes after the first, are its parts.
    private func make(
        _ request: BookingRequest, _ found: SeatAllocation, series: String?, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Int {
        let client = try clients.match(request.client, request.needs, now: now)
        var main: Int?
        for seat in found.seats {
            let new = NewBooking(
                request: request, seat: seat, right: found.right, series: series,
                holdToken: main == nil ? found.token : nil, main: main, client: client, createdAt: now)
            let id = try refusingTakenSeats { try bookings.insert(new, drawing: draw) }
            if found.isHeld { try holds.remove(of: seat) }
            main = main ?? id
        }
        // Seats are never empty.
        guard let main else { throw BookingRefusal.noLongerFree }
        try descriptions.insert(request.description, of: main)
        return main
    }

    /// The constraint that keeps a seat from being promised twice, as each engine names it.
    private static let seatConstraints = ["one_active_booking", "booking.slot, booking.seat"]

    /// A seat that another client was faster to book is no longer free; a violation of any other constraint is a failure
    /// of the store.
    private func refusingTakenSeats<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch SQLError.constraint(let name) where Self.seatConstraints.contains(name) {
            throw BookingRefusal.noLongerFree
        }
    }
}
