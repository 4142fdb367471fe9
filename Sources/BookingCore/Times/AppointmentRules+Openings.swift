public import CivilTime
public import Foundation
public import SocialServices

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
