import BookingCore
import Foundation
import SocialServices

/// What is done to a booking, by its row id.
enum BookingChange {
    /// A seat that was free is promised.
    case made(BookingRequest, SeatAllocation, series: String? = nil)
    /// Its place stays empty.
    case cancelled(Int, as: Cancellation)
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

    /// - Returns: the booking as it is now: the new one, the cancelled one, or the one that took its place.
    func apply(_ change: BookingChange, now: Date, drawing draw: () -> BookingReference) throws -> Booking {
        switch change {
        case .made(let request, let found, let series):
            let id = try make(request, found, series: series, now: now, drawing: draw)
            let booking = try bookings.booking(id: id)
            try outbox.confirm(booking, id, now: now)
            if case .saidAloud(let user) = request.consent {
                try log.insert(.consent, of: booking.reference, by: user, about: id)
            }
            return booking
        case .cancelled(let id, let cancellation):
            try bookings.cancel(id, withParts: true, as: cancellation, now: now)
            try outbox.tell(.cancellation, of: id, now: now)
            return try bookings.booking(id: id)
        case .replaced(let old, let seats, let method, let cancellation, let kind, let token):
            let new = try refusingTakenSeats {
                try bookings.replace(
                    old, by: seats, method: method, as: cancellation, holdToken: token, now: now, drawing: draw)
            }
            // Those who gave the time away have nothing more to read.
            try descriptions.move(from: old, to: new)
            try advice.move(from: old, to: new)
            for seat in seats { try holds.remove(of: seat) }
            try outbox.tell(kind, of: new, insteadOf: old, now: now)
            return try bookings.booking(id: new)
        }
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
