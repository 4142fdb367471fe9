public import Foundation
public import SocialServices

extension StaffSession {
    /// A booking by its reference; nil where there is none. A professional gets one answer for a colleague's and for
    /// none: `notPermitted`.
    public func booking(_ reference: BookingReference, purpose: String) throws -> Booking? {
        try require(.seeBookings, on: reference, purpose: purpose)
        guard let found = try store.booking(reference) else { return nil }
        try log(.booking, on: reference, purpose: purpose)
        return found
    }

    /// A caller's bookings from a moment on, cancelled ones too, in order of time. For a professional, their own.
    public func bookings(
        ofPhone phone: PhoneNumber, from: Date, purpose: String
    ) throws -> [Booking] {
        try require(.seeBookings, of: member.id, purpose: purpose)
        let isAll = reach(of: .seeBookings) == .all
        var found: [Booking] = []
        for booking in try store.bookings(ofPhone: phone, from: from) {
            let owners = try store.professionals(of: booking.reference)
            guard isAll || owners.contains(member.id) else { continue }
            try log(.booking, on: booking.reference, purpose: purpose)
            found.append(booking)
        }
        return found
    }

    /// A professional's meetings that begin in the period, in order of time.
    public func bookings(
        of professional: String, from: Date, until: Date, purpose: String
    ) throws -> [Booking] {
        try require(.seeBookings, of: professional, purpose: purpose)
        let found = try store.bookings(of: professional, from: from, until: until)
        for booking in found { try log(.booking, on: booking.reference, purpose: purpose) }
        return found
    }

    /// Who needs an interpreter, a guard or something else in the period, in order of time.
    public func arrangements(from: Date, until: Date, purpose: String) throws -> [Booking] {
        try require(.seeArrangements, purpose: purpose)
        let found = try store.arrangements(from: from, until: until)
        for booking in found { try log(.arrangements, on: booking.reference, purpose: purpose) }
        return found
    }

    /// Free times, those seen only by staff too.
    public func freeSlots(_ query: SlotQuery) throws -> [AvailableSlot] {
        try require(.book)
        return try store.freeSlots(query, now: now())
    }

    public func book(
        _ choice: SlotChoice, _ request: BookingRequest, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try require(.book)
        return try store.book(choice, request, now: now(), drawing: draw)
    }

    public func book(
        _ hold: Hold, _ request: BookingRequest, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try require(.book)
        return try store.book(hold, request, now: now(), drawing: draw)
    }

    public func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest,
        drawing draw: () -> BookingReference
    ) throws -> [Booking] {
        try require(.book)
        return try store.book(series: choice, andAt: starts, request, now: now(), drawing: draw)
    }

    public func cancel(
        _ booking: Booking, as cancellation: Cancellation
    ) throws -> Booking {
        try require(.cancel, on: booking.reference)
        return try store.cancel(booking.reference, as: cancellation, now: now())
    }

    public func move(
        _ booking: Booking, to choice: SlotChoice, as cancellation: Cancellation,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        try require(.move, on: booking.reference)
        return try store.move(booking.reference, to: choice, as: cancellation, now: now(), drawing: draw)
    }

    public func move(
        _ booking: Booking, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        try require(.move, on: booking.reference)
        return try store.move(
            booking.reference, to: hold, method, as: cancellation, now: now(), drawing: draw)
    }

    /// A booking right by the code that its client reads aloud; nil where there is none.
    public func right(_ code: RightCode) throws -> BookingRight? {
        try require(.book)
        return try store.right(code, now: now())
    }

    /// Keeps in the access log that the client of a booking agreed aloud to what is kept of them.
    public func recordConsent(to booking: Booking) throws {
        try require(.book)
        try log(.consent, on: booking.reference, purpose: "said aloud")
    }

    /// A message in somebody's own words to the client of a booking.
    public func write(_ text: String, to booking: Booking) throws {
        try require(.writeMessage, on: booking.reference)
        try store.write(text, to: booking.reference, now: now())
    }
}

extension StaffSession {
    /// The situation description of a booking. The reading is logged in the same transaction.
    ///
    /// - Parameter purpose: why it is read; must be stated for a colleague's booking.
    public func description(
        of booking: Booking, purpose: String
    ) throws -> SituationDescription {
        try require(.readDescription, on: booking.reference, purpose: purpose)
        return try store.readDescription(of: booking.reference, by: reading(purpose, or: .description))
    }

    public func record(_ attendance: Attendance, of booking: Booking) throws {
        try require(.recordMeeting, on: booking.reference)
        try store.record(attendance, of: booking.reference)
    }

    public func record(_ advice: Advice, of booking: Booking) throws {
        try require(.recordMeeting, on: booking.reference)
        try store.record(advice, of: booking.reference, by: member.id, now: now())
    }

    /// The record of the advice; nil where there is none yet. The reading is logged in the same transaction.
    public func advice(of booking: Booking, purpose: String) throws -> Advice? {
        try require(.readDescription, on: booking.reference, purpose: purpose)
        return try store.advice(of: booking.reference, by: reading(purpose, or: .advice))
    }

    /// Why a guard is asked for; nil where none is needed any more.
    public func setGuard(_ reason: String?, for booking: Booking) throws {
        try require(.recordMeeting, on: booking.reference)
        try store.setGuard(reason, for: booking.reference)
    }

    /// Gives the client of a booking leave to book a follow-up with the one who grants it, their pair or their team; to
    /// nobody else, with nobody else and in nobody else's name.
    public func grant(
        _ grant: RightGrant, after booking: Booking, drawing draw: () -> RightCode
    ) throws -> BookingRight {
        let client = try store.booking(booking.reference)?.client
        let isToSelf = try isOwn(grant)
        let isToClient = client?.isSame(as: grant) == true
        try require(
            .grantRight, of: try store.professionals(of: booking.reference), on: booking.reference,
            where: isToClient && isToSelf && grant.grantedBy == member.id)
        return try store.grant(grant, now: now(), drawing: draw)
    }

    /// The rights that the client of a booking was granted to times with the user, their pair or their team, the newest
    /// first; logged.
    public func rights(ofClientOf booking: Booking) throws -> [BookingRight] {
        try require(.grantRight, on: booking.reference)
        guard let client = try store.booking(booking.reference)?.client else { return [] }
        try log(.rights, on: booking.reference)
        var rights: [BookingRight] = []
        for right in try store.rights(of: client.phone, now: now()) where client.isSame(as: right.grant) {
            if try isOwn(right.grant) { rights.append(right) }
        }
        return rights
    }

    /// Withdraws a right that the user granted.
    public func withdraw(_ right: BookingRight) throws -> BookingRight {
        let known = try store.right(right.code, now: now())
        try require(.withdrawRight, of: known?.grant.grantedBy)
        return try store.withdraw(right.code, now: now())
    }

    /// True of a right that the user granted or that names them or their team.
    func isOwn(_ grant: RightGrant) throws -> Bool {
        if let team = grant.grantee.team {
            return try store.professionals().contains { $0.id == member.id && $0.team == team }
        }
        return grant.grantee.workers.contains(member.id)
    }
}

/// Rights without a booking to begin from: for the command line.
extension StaffSession {
    /// Gives a client leave to book a follow-up. A professional gives it in their own name, to times with themselves,
    /// their pair or their team.
    public func grant(
        _ grant: RightGrant, drawing draw: () -> RightCode
    ) throws -> BookingRight {
        let isWithUser = try isOwn(grant)
        try require(.grantRight, of: isWithUser && grant.grantedBy == member.id ? member.id : nil)
        return try store.grant(grant, now: now(), drawing: draw)
    }

    /// Rights granted to a phone number, or to everybody where it is nil, the newest first. For a professional, those
    /// they granted.
    public func rights(of phone: PhoneNumber?) throws -> [BookingRight] {
        try require(.grantRight, of: member.id)
        let isOwn = reach(of: .grantRight) == .own
        return try store.rights(of: phone, now: now()).filter { !isOwn || $0.grant.grantedBy == member.id }
    }

    /// Throws `right(.unknown)`, `right(.withdrawn)`.
    public func withdraw(_ code: RightCode) throws -> BookingRight {
        guard let right = try store.right(code, now: now()) else {
            try require(.withdrawRight, of: member.id)
            throw RightRefusal.unknown
        }
        return try withdraw(right)
    }
}
