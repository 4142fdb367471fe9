public import Foundation
public import SocialServices

/// What a signed-in user does. Each operation is checked and logged: a desk cannot forget it. Of the rules of appointment
/// types only those of interpreters bind the county's staff.
///
/// Here is what is done with bookings; the rest is in `meetings`, `rights`, `timetables`, `administration`, `reports`, `calls` and
/// `clients`.
public struct StaffSession: BookingDesk {
    /// The id in the log of an owner, who did not sign in. No account can have it.
    public static let ownersID = StaffAccess.ownersID

    private let access: StaffAccess
    private var store: any Store { get throws { try access.store } }

    init(_ access: StaffAccess) { self.access = access }

    public var member: StaffMember { access.member }
    /// `true` of the one who may write a store that is not in operation yet.
    public var isOwner: Bool { access.isOwner }

    public var meetings: StaffMeetings { StaffMeetings(access) }
    public var rights: StaffRights { StaffRights(access) }
    public var timetables: StaffTimetables { StaffTimetables(access) }
    public var administration: StaffAdministration { StaffAdministration(access) }
    public var reports: StaffReports { StaffReports(access) }
    public var calls: StaffCalls { StaffCalls(access) }
    public var clients: StaffClients { StaffClients(access) }

    private var limits: CountyLimits? { access.context.rules.limits }

    // What a visitor does too.

    public var now: Date { access.now }

    public func rules(of appointmentType: String?) -> AppointmentRules {
        access.context.rules.ofStaff.rules(of: appointmentType)
    }

    /// Free times, those seen only by staff too.
    public func freeSlots(_ query: SlotQuery) throws -> [AvailableSlot] {
        try access.require(.book)
        return try store.freeSlots(query.under(limits), now: now)
    }

    public func newToken() -> String { access.context.generateToken() }

    public func hold(_ choice: SlotChoice, token: String) throws -> Hold {
        try access.require(.book)
        let now = now
        return try store.hold(
            choice.under(limits), token: token, now: now, until: now.addingTimeInterval(Hold.lifetime))
    }

    public func renew(_ hold: Hold) throws -> Hold {
        try access.require(.book)
        let now = now
        return try store.renew(hold, now: now, until: now.addingTimeInterval(Hold.lifetime))
    }

    public func release(_ hold: Hold) throws {
        try access.require(.book)
        try store.release(hold)
    }

    public func book(_ hold: Hold, _ request: BookingRequest) throws -> Booking {
        try access.require(.book)
        return try store.book(hold, aloud(request), now: now, drawing: access.context.generateReference)
    }

    public func book(_ choice: SlotChoice, _ request: BookingRequest) throws -> Booking {
        try access.require(.book)
        return try store.book(
            choice.under(limits), aloud(request), now: now, drawing: access.context.generateReference)
    }

    public func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest
    ) throws -> [Booking] {
        try access.require(.book)
        return try store.book(
            series: choice.under(limits), andAt: starts, aloud(request), now: now,
            drawing: access.context.generateReference)
    }

    /// What a client agrees to whom the user asks: aloud.
    public var consentSaidAloud: Consent { .saidAloud(by: access.reading("said aloud", or: .consent)) }

    /// Bound by the rules of interpreters alone, and agreed to aloud before the user, whatever the caller says.
    private func aloud(_ request: BookingRequest) -> BookingRequest {
        var request = request
        // Who sits at a desk writes for the client.
        let words = request.description
        if !words.ownWords.isEmpty || !words.hope.isEmpty { request.description.writtenBy = member.name }
        return request.under(access.context.rules.ofStaff).saidAloud(to: access.reading("said aloud", or: .consent))
            .done(by: access.doer, pausing: access.policy.pauses.booking)
    }

    /// By the user, and bound by the rules of interpreters alone.
    private func own(_ cancellation: Cancellation, _ rules: BookingRules) -> Cancellation {
        cancellation.under(rules).done(by: access.doer, pausing: access.policy.pauses.change)
    }

    public func cancel(_ booking: Booking, as cancellation: Cancellation) throws -> Booking {
        try access.require(.cancel, on: booking.reference)
        return try store.cancel(booking.reference, as: own(cancellation, .none), now: now)
    }

    public func move(_ booking: Booking, to choice: SlotChoice, as cancellation: Cancellation) throws -> Booking {
        try access.require(.move, on: booking.reference)
        return try store.move(
            booking.reference, to: choice.under(limits), as: own(cancellation, access.context.rules.ofStaff),
            now: now,
            drawing: access.context.generateReference)
    }

    public func move(
        _ booking: Booking, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation
    ) throws -> Booking {
        try access.require(.move, on: booking.reference)
        return try store.move(
            booking.reference, to: hold, method, as: own(cancellation, access.context.rules.ofStaff), now: now,
            drawing: access.context.generateReference)
    }

    // Finding bookings.

    /// A booking by its reference; nil if there is none. A professional gets one answer for a colleague's and for
    /// none: `notPermitted`.
    public func booking(_ reference: BookingReference, purpose: String) throws -> Booking? {
        try access.require(.seeBookings, on: reference, purpose: purpose)
        guard let found = try store.booking(reference) else { return nil }
        try access.look(.booking, scope: "booking \(reference.grouped)", purpose: purpose, bookings: [reference])
        return found
    }

    /// A caller's bookings from a moment on, cancelled ones too, in order of time. For a professional, their own.
    public func bookings(ofPhone phone: PhoneNumber, from: Date, purpose: String) throws -> [Booking] {
        try access.require(.seeBookings, of: member.id, purpose: purpose)
        return try visible(try store.bookings(ofPhone: phone, from: from), purpose: purpose)
    }

    /// Those of some bookings that the user may see; each is logged.
    private func visible(_ all: [Booking], purpose: String) throws -> [Booking] {
        let isAll = access.reach(of: .seeBookings) == .all
        var found: [Booking] = []
        for booking in all {
            let owners = try store.professionals(of: booking.reference)
            if isAll || owners.contains(member.id) { found.append(booking) }
        }
        if !found.isEmpty {
            try access.look(.booking, scope: "search", purpose: purpose, bookings: found.map(\.reference))
        }
        return found
    }

    /// The coming bookings of everybody with a name, in order of time: for a caller who has neither the reference nor a
    /// phone number. For a professional, their own.
    public func bookings(named name: String, purpose: String) throws -> [Booking] {
        try access.require(.seeBookings, of: member.id, purpose: purpose)
        return try visible(try store.bookings(named: name, from: now), purpose: purpose)
    }

    /// A professional's meetings that begin in the period, in order of time.
    public func bookings(of professional: String, from: Date, until: Date, purpose: String) throws -> [Booking] {
        try access.require(.seeBookings, of: professional, purpose: purpose)
        let found = try store.bookings(of: professional, from: from, until: until)
        if !found.isEmpty {
            let days = access.context.days(from, until)
            try access.look(
                .booking, scope: "day \(days) \(professional)", purpose: purpose, bookings: found.map(\.reference))
        }
        return found
    }

    /// Who needs an interpreter, a guard or something else in the period, in order of time.
    public func arrangements(from: Date, until: Date, purpose: String) throws -> [Booking] {
        try access.require(.seeArrangements, purpose: purpose)
        let found = try store.arrangements(from: from, until: until)
        if !found.isEmpty {
            let days = access.context.days(from, until)
            try access.look(
                .arrangements, scope: "arrangements \(days)", purpose: purpose, bookings: found.map(\.reference))
        }
        return found
    }

    /// A booking right by the code that its client reads aloud; nil if there is none.
    public func right(_ code: RightCode) throws -> BookingRight? {
        try access.require(.book)
        return try store.right(code, now: now)
    }

    /// A message in the user's own words to the client of a booking.
    public func write(_ text: String, to booking: Booking) throws {
        try access.require(.writeMessage, on: booking.reference)
        try store.write(text, to: booking.reference, by: access.doer, now: now)
    }
}
