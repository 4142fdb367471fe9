import Foundation
public import SocialServices

/// What a professional reads before a meeting and records after it; checked and logged.
public struct StaffMeetings {
    private let access: StaffAccess

    init(_ access: StaffAccess) { self.access = access }

    /// The situation description of a booking. The reading is logged in the same transaction.
    ///
    /// - Parameter purpose: why it is read; must be stated for a colleague's booking.
    public func description(of booking: Booking, purpose: String) throws -> SituationDescription {
        try access.require(.readDescription, on: booking.reference, purpose: purpose)
        return try access.store.readDescription(
            of: booking.reference, by: access.reading(purpose, or: .description))
    }

    /// Records how a meeting went; nil takes the record back.
    public func record(_ attendance: Attendance?, of booking: Booking) throws {
        try access.require(.recordMeeting, on: booking.reference)
        try access.store.record(attendance, of: booking.reference, by: access.doer, now: access.now)
    }

    /// Sets a remark on a booking in the user's name; nil takes it away.
    public func setNote(_ text: String?, for booking: Booking) throws {
        try access.require(.correctClient, on: booking.reference)
        try access.store.setNote(text, for: booking.reference, by: access.doer, now: access.now)
    }

    public func record(_ advice: Advice, of booking: Booking) throws {
        try access.require(.recordMeeting, on: booking.reference)
        try access.store.record(advice, of: booking.reference, by: access.doer, now: access.now)
    }

    /// The record of the advice; nil if there is none yet. The reading is logged in the same transaction.
    public func advice(of booking: Booking, purpose: String) throws -> Advice? {
        try access.require(.readDescription, on: booking.reference, purpose: purpose)
        return try access.store.advice(of: booking.reference, by: access.reading(purpose, or: .advice))
    }

    /// Sets why a guard is asked for; nil if none is needed any more.
    public func setGuard(_ reason: String?, for booking: Booking) throws {
        try access.require(.recordMeeting, on: booking.reference)
        try access.store.setGuard(reason, for: booking.reference, by: access.doer, now: access.now)
    }
}

/// Booking rights: granted after a meeting, listed and withdrawn; checked and logged.
public struct StaffRights {
    private let access: StaffAccess
    private var store: any BookingStore { get throws { try access.store } }
    private var member: StaffMember { access.member }

    init(_ access: StaffAccess) { self.access = access }

    /// Gives the client of a booking leave to book a follow-up with the one who grants it, their pair or their team; to
    /// no one else, with no one else and in no one else's name.
    public func grant(_ grant: RightGrant, after booking: Booking) throws -> BookingRight {
        let client = try store.booking(booking.reference)?.client
        let isToSelf = try access.isOwn(grant)
        let isToClient = client?.isSame(as: grant) == true
        try access.require(
            .grantRight, of: try store.professionals(of: booking.reference), on: booking.reference,
            where: isToClient && isToSelf && grant.grantedBy == member.id)
        return try store.grant(grant, by: access.doer, now: access.now, drawing: generateCode)
    }

    /// The rights that the client of a booking was granted to times with the user, their pair or their team, the newest
    /// first; logged.
    public func rights(ofClientOf booking: Booking) throws -> [BookingRight] {
        try access.require(.grantRight, on: booking.reference)
        guard let client = try store.booking(booking.reference)?.client else { return [] }
        try access.look(.rights, scope: "rights \(booking.reference.grouped)", bookings: [booking.reference])
        // A right is for a phone number.
        guard let phone = client.phone else { return [] }
        var rights: [BookingRight] = []
        for right in try store.rights(of: phone, now: access.now) where client.isSame(as: right.grant) {
            if try access.isOwn(right.grant) { rights.append(right) }
        }
        return rights
    }

    /// Sends the code of a right to the number that it was granted to; nobody is shown it. For the phone service too.
    ///
    /// - Parameter text: what the message says in a language.
    /// - Throws: `RightRefusal.unknown`; `BookingRefusal.notFound` of a client who has no booking.
    public func send(_ code: RightCode, saying text: (BookingRight, Language) -> String) throws {
        guard let right = try store.right(code, now: access.now) else { throw RightRefusal.unknown }
        let bookings = try store.bookings(ofPhone: right.grant.clientPhone, from: .distantPast)
        guard let last = bookings.last(where: { $0.client.isSame(as: right.grant) }) else {
            throw BookingRefusal.notFound
        }
        try access.require(.writeMessage, on: last.reference)
        try access.store.write(
            text(right, last.client.language), to: last.reference, by: access.doer, now: access.now)
    }

    /// Withdraws a right that the user granted.
    public func withdraw(_ right: BookingRight) throws -> BookingRight {
        let known = try store.right(right.code, now: access.now)
        try access.require(.withdrawRight, of: known?.grant.grantedBy)
        return try store.withdraw(right.code, by: access.doer, now: access.now)
    }

    // Without a booking to begin from: for the command line.

    /// Gives a client leave to book a follow-up. A professional gives it in their own name, to times with themselves,
    /// their pair or their team.
    public func grant(_ grant: RightGrant) throws -> BookingRight {
        let isWithUser = try access.isOwn(grant)
        try access.require(.grantRight, of: isWithUser && grant.grantedBy == member.id ? member.id : nil)
        return try store.grant(grant, by: access.doer, now: access.now, drawing: generateCode)
    }

    /// Rights granted to a phone number, or all of them if it is nil, the newest first. For a professional, those they
    /// granted.
    public func rights(of phone: PhoneNumber?) throws -> [BookingRight] {
        try access.require(.grantRight, of: member.id)
        let isOwn = access.reach(of: .grantRight) == .own
        return try store.rights(of: phone, now: access.now).filter { !isOwn || $0.grant.grantedBy == member.id }
    }

    /// - Throws: `RightRefusal.unknown`, `RightRefusal.withdrawn`.
    public func withdraw(_ code: RightCode) throws -> BookingRight {
        guard let right = try store.right(code, now: access.now) else {
            try access.require(.withdrawRight, of: member.id)
            throw RightRefusal.unknown
        }
        return try withdraw(right)
    }

    private func generateCode() -> RightCode { RightCode(checked: access.context.generateReference().characters) }
}
