public import Foundation
public import SocialServices

/// What anybody can do without signing in: at the public terminal, or by a command without an account. The county's rules
/// are inside.
public struct VisitorSession: BookingDesk {
    private let context: SessionContext

    /// How long a look at the store may take that changes nothing.
    private static let lookUp = Duration.seconds(5)
    /// How long anything may take that was not asked for, after a visitor has gone or between two questions.
    private static let aside = Duration.seconds(2)

    init(_ context: SessionContext) { self.context = context }

    /// Asks the store, which is opened when it is first needed.
    private func ask<Value>(within limit: Duration? = nil, _ question: (any Store) throws -> Value) throws -> Value {
        try context.storeKeeper.ask(within: limit, question)
    }

    public var now: Date { context.now() }

    public func rules(of appointmentType: String?) -> AppointmentRules { context.rules.rules(of: appointmentType) }

    public func freeSlots(_ query: SlotQuery) throws -> [AvailableSlot] {
        try ask(within: Self.lookUp) { try $0.freeSlots(query.under(context.rules.limits), now: now) }
    }

    public func newToken() -> String { context.generateToken() }

    public func hold(_ choice: SlotChoice, token: String) throws -> Hold {
        let now = now
        let choice = try placed(choice)
        return try ask { try $0.hold(choice, token: token, now: now, until: now.addingTimeInterval(Hold.lifetime)) }
    }

    public func renew(_ hold: Hold) throws -> Hold {
        let now = now
        return try ask { try $0.renew(hold, now: now, until: now.addingTimeInterval(Hold.lifetime)) }
    }

    public func release(_ hold: Hold) throws { try ask(within: Self.aside) { try $0.release(hold) } }

    public func book(_ hold: Hold, _ request: BookingRequest) throws -> Booking {
        try ask {
            try $0.book(
                hold, request.under(context.rules), now: now, drawing: context.generateReference)
        }
    }

    public func book(_ choice: SlotChoice, _ request: BookingRequest) throws -> Booking {
        let choice = try placed(choice, for: request.service)
        return try ask {
            try $0.book(
                choice, request.under(context.rules), now: now, drawing: context.generateReference)
        }
    }

    public func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest
    ) throws -> [Booking] {
        let choice = try placed(choice, for: request.service)
        return try ask {
            try $0.book(
                series: choice, andAt: starts, request.under(context.rules), now: now,
                drawing: context.generateReference)
        }
    }

    public func cancel(_ booking: Booking, as cancellation: Cancellation) throws -> Booking {
        try ask {
            try $0.cancel(booking.reference, as: own(cancellation), now: now)
        }
    }

    public func move(_ booking: Booking, to choice: SlotChoice, as cancellation: Cancellation) throws -> Booking {
        try ask {
            try $0.move(
                booking.reference, to: choice.under(context.rules.limits), as: own(cancellation), now: now,
                drawing: context.generateReference)
        }
    }

    public func move(
        _ booking: Booking, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation
    ) throws -> Booking {
        try ask {
            try $0.move(
                booking.reference, to: hold, method, as: own(cancellation), now: now,
                drawing: context.generateReference)
        }
    }

    /// Any worker's time, where some municipalities are not open yet: one of those that are.
    private func placed(_ choice: SlotChoice, for service: String? = nil) throws -> SlotChoice {
        let openings = rules(of: choice.appointmentType).openings
        guard choice.municipality == nil, choice.leave == .open,
            openings.contains(where: { !$0.municipalities.isEmpty })
        else { return choice.under(context.rules.limits) }
        let rows = try bookableSlots(
            SlotQuery(
                task: choice.task, method: choice.method, appointmentType: choice.appointmentType, service: service,
                language: choice.language, leave: choice.leave, from: choice.start,
                until: choice.start.addingTimeInterval(1)))
        var choice = choice.under(context.rules.limits)
        choice.municipality = rows.first { $0.start == choice.start }?.municipality
        return choice
    }

    /// The client's own change, bound by the rules of the booking's appointment type.
    private func own(_ cancellation: Cancellation) -> Cancellation {
        Cancellation(by: .client, reason: cancellation.reason).under(context.rules)
    }

    /// A client's own booking; nil also if it is another number's, so that references cannot be tried out.
    public func booking(_ reference: BookingReference, of phone: PhoneNumber) throws -> Booking? {
        try ask(within: Self.lookUp) {
            try $0.booking(reference, of: phone)
        }
    }

    /// A client's own booking by the word that they chose instead of a phone number; nil also if it is another word.
    public func booking(
        _ reference: BookingReference, with word: ChosenWord, hashing hasher: any WordHasher
    ) throws -> Booking? {
        try ask(within: Self.lookUp) { try $0.booking(reference, with: word, hashing: hasher) }
    }

    /// The coming bookings of a client who has lost the reference, in order of time.
    public func bookings(_ lost: LostReference) throws -> [Booking] {
        try ask(within: Self.lookUp) { try $0.bookings(lost, now: now) }
    }

    /// A client's own booking right; nil also if it is another number's, so that codes cannot be tried out.
    public func right(_ code: RightCode, of phone: PhoneNumber) throws -> BookingRight? {
        try ask(within: Self.lookUp) {
            try $0.right(code, of: phone, now: now)
        }
    }

    /// Those whose times can be booked, in order of task and name.
    public func professionals() throws -> [Professional] { try ask(within: Self.lookUp) { try $0.professionals() } }

    /// `true` of a store of made-up people and times.
    public func isDemonstration(within limit: Duration? = nil) throws -> Bool {
        try ask(within: limit) { try $0.isDemonstration() }
    }

    /// Counts what happened in a visit, on the local day that it is.
    public func count(_ events: [JourneyEvent], in language: Language) throws {
        try ask(within: Self.aside) {
            try $0.count(events, in: language, on: context.today)
        }
    }

    // Whether anything can be booked now.

    /// What keeps the store from answering; nil if it answers within so long.
    public func trouble(within limit: Duration) -> StoreFailure? { context.storeKeeper.trouble(within: limit) }

    /// Whether booking is closed, as far as that is known within so long.
    public func isKnownClosed(within limit: Duration) -> Bool { context.storeKeeper.isKnownClosed(within: limit) }

    /// A look ahead that was not asked for: nothing where the store is in trouble or takes longer than a moment.
    public func glance<Value>(_ look: (any BookingDesk) throws -> Value) -> Value? {
        let limit: Duration = context.storeKeeper.isClosed ? .milliseconds(500) : .seconds(2)
        return try? ask(within: limit) { _ in try look(self) }
    }
}
