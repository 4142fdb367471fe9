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
