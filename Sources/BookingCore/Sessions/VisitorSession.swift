public import Foundation
public import SocialServices

/// What anybody can do without signing in: at the public terminal, or by a command without an account. The county's rules
/// are inside.
public struct VisitorSession: BookingDesk {
    private let context: SessionContext
    private var store: any Store { context.store }

    init(_ context: SessionContext) { self.context = context }

    public var now: Date { context.now() }

    public func rules(of appointmentType: String?) -> AppointmentRules { context.rules.rules(of: appointmentType) }

    public func freeSlots(_ query: SlotQuery) throws -> [AvailableSlot] { try store.freeSlots(query, now: now) }

    public func newToken() -> String { context.generateToken() }

    public func hold(_ choice: SlotChoice, token: String) throws -> Hold {
        let now = now
        return try store.hold(choice, token: token, now: now, until: now.addingTimeInterval(Hold.lifetime))
    }

    public func renew(_ hold: Hold) throws -> Hold {
        let now = now
        return try store.renew(hold, now: now, until: now.addingTimeInterval(Hold.lifetime))
    }

    public func release(_ hold: Hold) throws { try store.release(hold) }

    public func book(_ hold: Hold, _ request: BookingRequest) throws -> Booking {
        try store.book(
            hold, request.under(context.rules), now: now, drawing: context.generateReference)
    }

    public func book(_ choice: SlotChoice, _ request: BookingRequest) throws -> Booking {
        try store.book(
            choice, request.under(context.rules), now: now, drawing: context.generateReference)
    }

    public func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest
    ) throws -> [Booking] {
        try store.book(
            series: choice, andAt: starts, request.under(context.rules), now: now,
            drawing: context.generateReference)
    }

    public func cancel(_ booking: Booking, as cancellation: Cancellation) throws -> Booking {
        try store.cancel(booking.reference, as: own(cancellation), now: now)
    }

    public func move(_ booking: Booking, to choice: SlotChoice, as cancellation: Cancellation) throws -> Booking {
        try store.move(
            booking.reference, to: choice, as: own(cancellation), now: now,
            drawing: context.generateReference)
    }

    public func move(
        _ booking: Booking, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation
    ) throws -> Booking {
        try store.move(
            booking.reference, to: hold, method, as: own(cancellation), now: now,
            drawing: context.generateReference)
    }

    /// The client's own change, bound by the rules of the booking's appointment type.
    private func own(_ cancellation: Cancellation) -> Cancellation {
        Cancellation(by: .client, reason: cancellation.reason).under(context.rules)
    }

    /// A client's own booking; nil also if it is another number's, so that references cannot be tried out.
    public func booking(_ reference: BookingReference, of phone: PhoneNumber) throws -> Booking? {
        try store.booking(reference, of: phone)
    }

    /// A client's own booking right; nil also if it is another number's, so that codes cannot be tried out.
    public func right(_ code: RightCode, of phone: PhoneNumber) throws -> BookingRight? {
        try store.right(code, of: phone, now: now)
    }

    /// Those whose times can be booked, in order of task and name.
    public func professionals() throws -> [Professional] { try store.professionals() }

    /// `true` of a store of made-up people and times.
    public func isDemonstration() throws -> Bool { try store.isDemonstration() }

    /// Counts what happened in a visit, on the local day that it is.
    public func count(_ events: [JourneyEvent], in language: Language) throws {
        try store.count(events, in: language, on: context.today)
    }
}
