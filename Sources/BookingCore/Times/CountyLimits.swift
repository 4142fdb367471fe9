import CivilTime
import Foundation
public import SocialServices

/// What the county's content says today of times that were opened before: a time that it no longer allows is neither
/// offered nor booked. Bookings that stand are not touched.
public struct CountyLimits: Sendable, Hashable {
    /// How times of an appointment type are.
    public struct Kind: Sendable, Hashable {
        public let minutes: Int
        public let methods: Set<ContactMethod>

        public init(minutes: Int, methods: Set<ContactMethod>) {
            self.minutes = minutes
            self.methods = methods
        }
    }

    /// Why the content does not allow a time.
    public enum Conflict: Sendable, Hashable {
        case closed(ClosedDays.Reason)
        case noSuchMunicipality
        case noSuchOffice
        case noSuchType
        /// Its type takes so many minutes now.
        case otherLength(minutes: Int)
        case notBy(ContactMethod)
    }

    public let closedDays: ClosedDays
    public let municipalities: Set<Municipality>
    /// By id.
    public let offices: Set<String>
    /// By the appointment type's id.
    public let kinds: [String: Kind]

    public init(
        closedDays: ClosedDays, municipalities: Set<Municipality>, offices: Set<String>, types: [AppointmentType]
    ) {
        self.closedDays = closedDays
        self.municipalities = municipalities
        self.offices = offices
        kinds = Dictionary(types.map { ($0.id, Kind(minutes: $0.minutes, methods: Set($0.methods))) }) { first, _ in
            first
        }
    }

    /// What of a time is against the content, whatever day it is; nil if nothing is.
    func conflict(of slot: Slot) -> Conflict? {
        if !municipalities.contains(slot.municipality) { return .noSuchMunicipality }
        if let office = slot.office, !offices.contains(office) { return .noSuchOffice }
        guard let kind = kinds[slot.appointmentType] else { return .noSuchType }
        return kind.minutes == slot.minutes ? nil : .otherLength(minutes: kind.minutes)
    }

    /// A time with the ways to meet that are still offered; nil if it is not to be had, whatever day it is.
    public func allowed(_ slot: Slot) -> Slot? {
        if conflict(of: slot) != nil { return nil }
        let methods = slot.methods.intersection(kinds[slot.appointmentType]?.methods ?? [])
        return methods.isEmpty ? nil : slot.by(methods)
    }
}
