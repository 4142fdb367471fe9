import BookingCore
import Foundation
import SocialServices

/// Books, moves and cancels, each in one transaction.
struct Booker {
    let connection: any SQLConnection
    let bookings: BookingTable
    let holds: HoldTable
    let seats: SeatFinder
    let rights: RightKeeper
    let changer: BookingChanger

    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try connection.transaction(locking: hold.lockScope(with: request.client)) {
            if let made = try bookings.booking(madeWith: hold, by: request) { return made }
            let (found, createdAt) = try holds.seats(hold, request.method, now: now)
            return try book(found, request, taken: createdAt, now: now, drawing: draw)
        }
    }

    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try connection.transaction(locking: choice.lockScope(with: request.client)) {
            try book(try seats.freeSeats(choice, now: now), request, taken: now, now: now, drawing: draw)
        }
    }

    func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> [Booking] {
        try connection.transaction {
            let series = UUID().uuidString.lowercased()
            var made: [Booking] = []
            for start in [choice.start] + starts {
                do {
                    let worker = made.first?.slot.professional
                    let found = try seats.freeSeats(choice.at(start), with: worker, now: now)
                    made.append(try book(found, request, taken: now, series: series, now: now, drawing: draw))
                } catch BookingRefusal.noLongerFree {
                    throw BookingRefusal.notFreeThen(start: start)
                }
            }
            return made
        }
    }

    /// Promises the seats that were found, in the transaction that is open.
    ///
    /// - Parameters:
    ///   - taken: when they were held or, if they were not, are booked.
    ///   - series: equal in all bookings of one series.
    private func book(
        _ found: SeatAllocation, _ request: BookingRequest, taken: Date, series: String? = nil, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        try checkCall(request.method, of: request.client)
        if let right = found.right { try rights.check(right, of: request.client, now: now) }
        let rules = request.rules.rules(of: found.appointmentType)
        try rules.checkBooking(ofTimeAt: found.start, now: taken)
        if request.needs.isInterpreted, !request.takesOrdinaryTime {
            try rules.checkInterpreter(atTimeAt: found.start, minutes: found.minutes, now: taken)
        }
        try rules.checkCount(open: bookings.count(openOf: request.client, found.appointmentType, now: now))
        let made = try changer.apply(.made(request, found, series: series), now: now, drawing: draw)
        // Where its worker is, only the booking tells; what is not open is taken back with the transaction.
        if found.right == nil {
            try rules.checkOpen(made.method, in: made.slot.municipality, for: made.service, now: taken)
        }
        return made
    }

    func cancel(_ reference: BookingReference, as cancellation: Cancellation, now: Date) throws -> Booking {
        try connection.transaction {
            let (id, booking) = try changeable(reference, now: now)
            let rules = cancellation.rules.rules(of: booking.slot.appointmentType)
            try rules.checkChange(ofTimeAt: booking.slot.start, now: now)
            return try changer.apply(.cancelled(id, as: cancellation), now: now, drawing: { reference })
        }
    }

    func move(
        _ reference: BookingReference, to choice: SlotChoice, as cancellation: Cancellation, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        try connection.transaction {
            let (id, old) = try changeable(reference, now: now)
            guard choice.task == old.slot.task else { throw BookingRefusal.noLongerFree }
            let rules = cancellation.rules.rules(of: old.slot.appointmentType)
            try rules.checkChange(ofTimeAt: old.slot.start, now: now)
            try rules.checkBooking(ofTimeAt: choice.start, now: now)
            try checkCall(choice.method, of: old.client)
            var choice = choice
            // As long as it was: the slots that a long meeting takes are given up and taken together.
            choice.minutes = old.longMinutes
            let found = try seats.freeSeats(choice, now: now)
            try checkInterpreter(of: old, rules, atTimeAt: choice.start, now: now)
            let moved = try move(id, to: found, choice.method, as: cancellation, now: now, drawing: draw)
            try checkOpen(moved, instead: old, rules, now: now)
            return moved
        }
    }

    func move(
        _ reference: BookingReference, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try connection.transaction {
            if let moved = try bookings.booking(madeWith: hold) { return moved }
            let (id, old) = try changeable(reference, now: now)
            let rules = cancellation.rules.rules(of: old.slot.appointmentType)
            try rules.checkChange(ofTimeAt: old.slot.start, now: now)
            try checkCall(method, of: old.client)
            let (found, createdAt) = try holds.seats(hold, method, now: now)
            try rules.checkBooking(ofTimeAt: hold.start, now: createdAt)
            try checkInterpreter(of: old, rules, atTimeAt: hold.start, now: createdAt)
            let moved = try move(id, to: found, method, as: cancellation, now: now, drawing: draw)
            try checkOpen(moved, instead: old, rules, now: createdAt)
            return moved
        }
    }

    /// A moved meeting stays as long as it was: only how soon it is matters.
    private func checkInterpreter(
        of old: Booking, _ rules: AppointmentRules, atTimeAt start: Date, now: Date
    ) throws {
        guard old.isForInterpreter(by: rules) else { return }
        try rules.checkInterpreter(atTimeAt: start, minutes: rules.interpreterMinutes ?? 0, now: now)
    }

    /// Who has a time may move it to another like it also before others may book one.
    private func checkOpen(_ moved: Booking, instead old: Booking, _ rules: AppointmentRules, now: Date) throws {
        if moved.method == old.method, moved.slot.municipality == old.slot.municipality { return }
        try rules.checkOpen(moved.method, in: moved.slot.municipality, for: moved.service, now: now)
    }

    private func checkCall(_ method: ContactMethod, of client: Client) throws {
        if method == .phone, client.phone == nil { throw BookingRefusal.noPhoneNumber }
    }

    /// The new booking and the cancellation of the old one in the transaction that is open.
    private func move(
        _ old: Int, to found: SeatAllocation, _ method: ContactMethod, as cancellation: Cancellation, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        guard let seat = found.seats.first, try !bookings.isShared(old) else {
            throw BookingRefusal.severalProfessionals
        }
        // A follow-up of an hour does not fit into an advice time, no matter who held it; nor does a longer meeting.
        guard try bookings.fits(old, into: seat.slot), try bookings.countSlots(of: old) == found.seats.count else {
            throw BookingRefusal.noLongerFree
        }
        return try changer.apply(
            .replaced(
                old, by: found.seats, method: method, as: cancellation, telling: .change, holdToken: found.token),
            now: now, drawing: draw)
    }

    /// An active booking whose meeting has not begun; of a work pair's, whichever of the two is named, the client's.
    private func changeable(_ reference: BookingReference, now: Date) throws -> (id: Int, booking: Booking) {
        let id = try bookings.mainID(of: reference)
        let found = try bookings.booking(id: id)
        guard found.status != .cancelled else { throw BookingRefusal.alreadyCancelled }
        guard found.slot.start > now else { throw BookingRefusal.alreadyPast }
        return (id, found)
    }
}
