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
            try checkLength(of: choice, times: starts.count + 1, request, now: now)
            for start in [choice.start] + starts {
                do {
                    let worker = made.first?.slot.professional
                    let found = try seats.freeSeats(choice.at(start), with: worker, now: now)
                    made.append(
                        try book(found, request, taken: now, series: series, isCounted: true, now: now, drawing: draw)
                    )
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
    ///   - isCounted: `true` if it was checked before that the client may have so many.
    private func book(
        _ found: SeatAllocation, _ request: BookingRequest, taken: Date, series: String? = nil,
        isCounted: Bool = false, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try checkCall(request.method, of: request.client)
        if let right = found.right { try rights.check(right, of: request.client, now: now) }
        let rules = request.rules.rules(of: found.appointmentType)
        try rules.checkBooking(ofTimeAt: found.start, now: taken)
        if request.needs.isInterpreted, !request.takesOrdinaryTime {
            try rules.checkInterpreter(atTimeAt: found.start, minutes: found.minutes, now: taken)
        }
        if !isCounted {
            try rules.checkCount(open: bookings.count(openOf: request.client, found.appointmentType, now: now))
        }
        if request.asksOfOthers, !request.isAtOnceToo {
            let end = found.start.addingTimeInterval(Double(found.minutes) * 60)
            let others = try bookings.count(of: request.client, from: found.start, until: end)
            if others > 0 { throw BookingRefusal.clientIsElsewhere(meetings: others) }
        }
        let made = try changer.apply(.made(request, found, series: series), now: now, drawing: draw)
        // Where its worker is, only the booking tells; what is not open is taken back with the transaction.
        if found.right == nil {
            try rules.checkOpen(made.method, in: made.slot.municipality, for: made.service, now: taken)
        }
        return made
    }

    /// A series counts itself once: with what is booked already it is no more than one client may have.
    private func checkLength(
        of choice: SlotChoice, times: Int, _ request: BookingRequest, now: Date
    ) throws {
        guard let type = choice.appointmentType, let limit = request.rules.rules(of: type).openPerPhone else {
            return
        }
        let open = try bookings.count(openOf: request.client, type, now: now)
        if open >= limit { throw BookingRefusal.tooManyOpen(open: open, limit: limit) }
        if open + times > limit { throw BookingRefusal.seriesTooLong(times: times, limit: limit - open) }
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
            if let changed = try changeWay(id, old, to: choice, as: cancellation, now: now) { return changed }
            let workers = try bookings.professionals(of: old.reference)
            guard choice.task == old.slot.task else { throw BookingRefusal.noLongerFree }
            let rules = cancellation.rules.rules(of: old.slot.appointmentType)
            try rules.checkChange(ofTimeAt: old.slot.start, now: now)
            try rules.checkBooking(ofTimeAt: choice.start, now: now)
            try checkCall(choice.method, of: old.client)
            var choice = choice
            // As long as it was: the slots that a long meeting takes are given up and taken together.
            choice.minutes = old.longMinutes
            choice.language = choice.language ?? old.needs.spokenLanguage
            choice.preferred = choice.preferred ?? workers.first
            if workers.count > 1 {
                return try move(pair: workers, id, old, to: choice, as: cancellation, now: now, drawing: draw)
            }
            let found = try seats.freeSeats(choice, now: now)
            try checkElsewhere(old, from: found.start, minutes: found.minutes, cancellation)
            try checkInterpreter(of: old, rules, atTimeAt: choice.start, now: now)
            let moved = try move(id, to: found, choice.method, as: cancellation, now: now, drawing: draw)
            if cancellation.keepsWorker, moved.slot.professional != choice.preferred {
                throw BookingRefusal.onlyWithAnother(
                    professional: moved.slot.professional, name: moved.professionalName)
            }
            try checkOpen(moved, instead: old, rules, now: now)
            return moved
        }
    }

    /// Another way to meet at the same time: the seat and the worker stay, where the time offers it and nothing else of it
    /// is to be another.
    ///
    /// - Returns: nil if that is not what is asked for.
    private func changeWay(
        _ id: Int, _ old: Booking, to choice: SlotChoice, as cancellation: Cancellation, now: Date
    ) throws -> Booking? {
        guard choice.start == old.slot.start, choice.method != old.method, choice.task == old.slot.task,
            choice.municipality.map({ $0 == old.slot.municipality }) ?? true,
            try bookings.offer(choice.method, inAllTimesOf: id)
        else { return nil }
        let rules = cancellation.rules.rules(of: old.slot.appointmentType)
        try rules.checkChange(ofTimeAt: old.slot.start, now: now)
        try checkCall(choice.method, of: old.client)
        if choice.method != old.method {
            try rules.checkOpen(choice.method, in: old.slot.municipality, for: old.service, now: now)
        }
        return try changer.apply(
            .changed(id, method: choice.method, as: cancellation), now: now, drawing: { old.reference })
    }

    /// Moves a meeting that several workers have together: all of them come, or nothing is moved.
    private func move(
        pair workers: [String], _ id: Int, _ old: Booking, to choice: SlotChoice, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        if old.longMinutes != nil { throw BookingRefusal.severalProfessionals }
        let choice = SlotChoice(
            task: choice.task, start: choice.start, method: choice.method, municipality: choice.municipality,
            leave: .staff(workers: workers))
        let found = try seats.freeSeats(choice, now: now)
        guard let first = found.seats.first, try bookings.fits(id, into: first.slot) else {
            throw BookingRefusal.noLongerFree
        }
        try checkElsewhere(old, from: found.start, minutes: found.minutes, cancellation)
        return try changer.apply(
            .replaced(
                id, by: found.seats, method: choice.method, as: cancellation, telling: .change, holdToken: nil),
            now: now, drawing: draw)
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
            try checkElsewhere(old, from: found.start, minutes: found.minutes, cancellation)
            try checkInterpreter(of: old, rules, atTimeAt: hold.start, now: createdAt)
            let moved = try move(id, to: found, method, as: cancellation, now: now, drawing: draw)
            try checkOpen(moved, instead: old, rules, now: createdAt)
            return moved
        }
    }

    /// - Throws: `BookingRefusal.clientIsElsewhere` where the client of a booking has another meeting in these minutes, and
    ///   it is not known.
    private func checkElsewhere(
        _ booking: Booking, from start: Date, minutes: Int, _ cancellation: Cancellation
    ) throws {
        guard cancellation.asksOfOthers, !cancellation.isAtOnceToo else { return }
        let end = start.addingTimeInterval(Double(minutes) * 60)
        let isItself = booking.slot.start < end && booking.slot.end > start
        let others = try bookings.count(of: booking.client, from: start, until: end) - (isItself ? 1 : 0)
        if others > 0 { throw BookingRefusal.clientIsElsewhere(meetings: others) }
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
