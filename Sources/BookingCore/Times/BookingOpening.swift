public import CivilTime
public import Foundation
public import SocialServices

/// A part of an appointment type's times, which clients may book themselves from a day on: a county opens booking step by
/// step. Staff can book before.
public struct BookingOpening: Sendable, Hashable {
    public let day: CalendarDay
    /// The beginning of the day, in the county's time zone.
    public let from: Date
    /// The ways to meet; all if empty.
    public let methods: Set<ContactMethod>
    /// Where the worker is; everywhere if empty.
    public let municipalities: Set<Municipality>
    /// What it is booked for, by id; for everything if empty.
    public let services: Set<String>

    public init(
        day: CalendarDay, from: Date, methods: Set<ContactMethod> = [], municipalities: Set<Municipality> = [],
        services: Set<String> = []
    ) {
        self.day = day
        self.from = from
        self.methods = methods
        self.municipalities = municipalities
        self.services = services
    }

    /// Whether a time belongs to the part. What is nil is not settled yet, and may still be any.
    public func covers(_ method: ContactMethod?, in municipality: Municipality?, for service: String?) -> Bool {
        Self.covers(methods, method) && Self.covers(municipalities, municipality) && Self.covers(services, service)
    }

    /// Whether all of another part belongs to this one.
    public func covers(_ other: BookingOpening) -> Bool {
        Self.covers(methods, other.methods) && Self.covers(municipalities, other.municipalities)
            && Self.covers(services, other.services)
    }

    private static func covers<Value>(_ part: Set<Value>, _ value: Value?) -> Bool {
        part.isEmpty || value.map(part.contains) ?? true
    }

    private static func covers<Value>(_ part: Set<Value>, _ other: Set<Value>) -> Bool {
        part.isEmpty || (!other.isEmpty && part.isSuperset(of: other))
    }
}

extension AppointmentRules {
    /// Whether clients may book such times now.
    ///
    /// - Parameters:
    ///   - method: nil if it is not settled yet, as the others.
    ///   - service: what it is booked for, by id.
    public func isOpen(
        _ method: ContactMethod?, in municipality: Municipality? = nil, for service: String?, now: Date
    ) -> Bool {
        openings.isEmpty
            || openings.contains { $0.from <= now && $0.covers(method, in: municipality, for: service) }
    }

    /// The day on which such times are opened next; nil if that is not settled.
    public func nextOpening(
        _ method: ContactMethod? = nil, in municipality: Municipality? = nil, for service: String?, after now: Date
    ) -> CalendarDay? {
        openings.filter { $0.from > now && $0.covers(method, in: municipality, for: service) }.map(\.day).min()
    }

    /// Throws `notOpen` where clients may not book such a time yet.
    public func checkOpen(
        _ method: ContactMethod, in municipality: Municipality, for service: String?, now: Date
    ) throws {
        if isOpen(method, in: municipality, for: service, now: now) { return }
        throw BookingRefusal.notOpen(from: nextOpening(method, in: municipality, for: service, after: now))
    }

    /// What is open of a row of free times; nil if nothing is.
    func open(_ row: AvailableSlot, for service: String?, now: Date) -> AvailableSlot? {
        let methods = row.methods.filter { isOpen($0, in: row.municipality, for: service, now: now) }
        if methods.isEmpty { return nil }
        return AvailableSlot(
            start: row.start, minutes: row.minutes, appointmentType: row.appointmentType, task: row.task,
            methods: methods, municipality: row.municipality, professionals: row.professionals)
    }
}

extension AppointmentType {
    /// The type with the ways to meet that are open now by the rules; nil if none is.
    public func opened(by rules: AppointmentRules, for service: String?, now: Date) -> AppointmentType? {
        let open = methods.filter { rules.isOpen($0, for: service, now: now) }
        if open.isEmpty { return nil }
        return AppointmentType(
            id: id, task: task, minutes: minutes, methods: open, rules: self.rules, isByRight: isByRight, seats: seats
        )
    }
}
