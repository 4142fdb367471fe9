public import Foundation
public import SocialServices

/// What free times are looked for.
public struct SlotQuery: Sendable, Hashable {
    public var task: ServiceTask?
    public var method: ContactMethod?
    /// Where the office is.
    public var municipality: Municipality?
    /// By id.
    public var appointmentType: String?
    /// What it is booked for, by id; nil if that is not known, or all the same.
    public var service: String?
    /// Served in this language. A worker whose languages are not known is not found.
    public var language: Language?
    /// Times that start within these hours of the local clock, for example `8..<12`; nil for the whole day.
    public var hours: Range<Int>?
    /// How long the meeting takes where one slot is too short, in minutes; nil for one slot.
    public var minutes: Int?
    public var leave: BookingAuthority
    /// Times that start at this moment or later.
    public var from: Date
    /// Times that start before this moment; nil for no end.
    public var until: Date?
    /// The most rows to give, at least 1.
    public var limit: Int
    /// The office by id; nil for any.
    public var office: String?
    /// What the county's content allows; none until a session sets it.
    public private(set) var limits: CountyLimits?

    /// The same query for what the county's content allows: for the sessions, which alone hold it.
    func under(_ limits: CountyLimits?) -> SlotQuery {
        var query = self
        query.limits = limits
        return query
    }

    public init(
        task: ServiceTask? = nil, method: ContactMethod? = nil, municipality: Municipality? = nil,
        appointmentType: String? = nil, service: String? = nil, language: Language? = nil,
        hours: Range<Int>? = nil, minutes: Int? = nil, leave: BookingAuthority = .open,
        from: Date, until: Date? = nil, limit: Int = 50
    ) {
        self.task = task
        self.method = method
        self.municipality = municipality
        self.appointmentType = appointmentType
        self.service = service
        self.language = language
        self.hours = hours
        self.minutes = minutes
        self.leave = leave
        self.from = from
        self.until = until
        self.limit = limit
    }
}

/// A part of the local day, as people ask for times.
public enum PartOfDay: String, CaseIterable, Sendable {
    case morning
    case afternoon

    /// The hours of the local clock; noon belongs to the afternoon.
    public var hours: Range<Int> {
        switch self {
        case .morning: 0..<12
        case .afternoon: 12..<24
        }
    }
}

/// A time at which at least one professional is free. Equal times of several workers at one office are one row.
public struct AvailableSlot: Sendable, Hashable {
    public let start: Date
    public let minutes: Int
    public let appointmentType: String
    public let task: ServiceTask
    /// In the order offered. A worker may serve some of these only.
    public let methods: [ContactMethod]
    public let municipality: Municipality
    /// The office by id; nil for the only one of the municipality.
    public let office: String?
    /// How many professionals are free.
    public let professionals: Int

    public init(
        start: Date, minutes: Int, appointmentType: String, task: ServiceTask, methods: [ContactMethod],
        municipality: Municipality, office: String? = nil, professionals: Int
    ) {
        self.office = office
        self.start = start
        self.minutes = minutes
        self.appointmentType = appointmentType
        self.task = task
        self.methods = methods
        self.municipality = municipality
        self.professionals = professionals
    }
}

/// A moment as a visitor chooses it: one line, whichever worker is free then and wherever they are.
public struct OfferedTime: Sendable, Hashable {
    public let start: Date
    public let minutes: Int
    /// The ways to meet that are offered at this moment, in the order offered.
    public let methods: [ContactMethod]
    /// Where the office is, for meetings at an office; the smallest code first.
    public let officeMunicipalities: [Municipality]

    /// Rows of the same moment as one, in order of time.
    ///
    /// - Parameter impossible: ways to meet that are left out, and with them a moment that has no other.
    public static func merging(
        _ rows: [AvailableSlot], without impossible: Set<ContactMethod> = []
    ) -> [OfferedTime] {
        Dictionary(grouping: rows, by: \.start).compactMap { start, rows in
            let methods = Set(rows.flatMap(\.methods)).subtracting(impossible)
            if methods.isEmpty { return nil }
            let atOffices = rows.filter { $0.methods.contains(.office) }
            return OfferedTime(
                start: start, minutes: rows[0].minutes,
                methods: methods.sorted(),
                officeMunicipalities: Set(atOffices.map(\.municipality)).sorted())
        }.sorted { $0.start < $1.start }
    }
}
