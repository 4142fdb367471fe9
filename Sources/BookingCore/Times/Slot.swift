public import Foundation
public import SocialServices

/// One opened time (*aikaväli*) of one professional's timetable (*kalenteri*).
public struct Slot: Sendable, Hashable {
    /// How long a time may be, in minutes.
    public static let allowedMinutes = 5...480
    /// How many clients a time may take.
    public static let allowedSeats = 1...200

    public let professional: String
    public let start: Date
    /// Within `allowedMinutes`.
    public let minutes: Int
    /// The appointment type it was opened for, by id; empty where it has a purpose.
    public let appointmentType: String
    public let task: ServiceTask
    public let methods: Set<ContactMethod>
    public let municipality: Municipality
    /// The office by its id in the county's content; nil for the only one of the municipality.
    public let office: String?
    /// What the time is for if it is for no client; it cannot be booked then.
    public let purpose: String?
    /// How many clients the time takes, within `allowedSeats`.
    public let seats: Int
    /// `true` if only a booking right or staff opens it.
    public let isByRight: Bool

    public init(
        professional: String, start: Date, minutes: Int, appointmentType: String, task: ServiceTask,
        methods: Set<ContactMethod>, municipality: Municipality, office: String? = nil, purpose: String? = nil,
        seats: Int = 1, isByRight: Bool = false
    ) {
        self.office = office
        self.professional = professional
        self.start = start
        self.minutes = minutes
        self.appointmentType = appointmentType
        self.task = task
        self.methods = methods
        self.municipality = municipality
        self.purpose = purpose
        self.seats = seats
        self.isByRight = isByRight
    }

    /// A time for something other than clients: it has no appointment type and no way to meet.
    ///
    /// - Parameter place: nil for where the professional usually is.
    public init(
        purpose: String, for professional: Professional, start: Date, minutes: Int, at place: Place? = nil
    ) {
        self.init(
            professional: professional.id, start: start, minutes: minutes, appointmentType: "",
            task: professional.task, methods: [], municipality: (place ?? professional.place).municipality,
            office: (place ?? professional.place).office, purpose: purpose)
    }

    /// A time of an appointment type, as long as its type says and for as many clients.
    ///
    /// - Parameter place: nil for where the professional usually is.
    public init(
        of type: AppointmentType, for professional: Professional, start: Date, methods: Set<ContactMethod>,
        at place: Place? = nil
    ) {
        let place = place ?? professional.place
        self.init(
            professional: professional.id, start: start, minutes: type.minutes, appointmentType: type.id,
            task: type.task, methods: methods, municipality: place.municipality, office: place.office,
            seats: type.seats,
            isByRight: type.isByRight)
    }

    /// Where the client comes.
    public var place: Place { Place(municipality, office: office) }

    public var end: Date { start.addingTimeInterval(Double(minutes) * 60) }
}

/// A slot of a timetable as its professional sees it.
public struct TimetableRow: Sendable, Hashable {
    public enum State: String, Sendable {
        /// At least one seat is.
        case free
        /// Somebody is typing their details.
        case held
        /// Every seat is.
        case booked
        /// The professional is away: it cannot be booked.
        case absent
        /// For something other than clients.
        case other
    }

    public let slot: Slot
    public let state: State
    /// How many of its seats are booked.
    public let booked: Int
    /// How many of its seats somebody is typing for.
    public let held: Int

    public init(slot: Slot, state: State, booked: Int = 0, held: Int = 0) {
        self.held = held
        self.booked = booked
        self.slot = slot
        self.state = state
    }
}

extension Slot {
    /// Slots of one length one after another from `start`, the last one ending at `end` at the latest.
    public static func row(
        of type: AppointmentType, for professional: Professional, from start: Date, until end: Date,
        methods: Set<ContactMethod>, at place: Place? = nil
    ) -> [Slot] {
        let length = Double(type.minutes) * 60
        return stride(from: start, through: end.addingTimeInterval(-length), by: length).map { start in
            Slot(of: type, for: professional, start: start, methods: methods, at: place)
        }
    }
}

extension Slot {
    /// The same time by these ways to meet.
    func by(_ methods: Set<ContactMethod>) -> Slot { changed(methods: methods) }

    /// `true` of two times that only their beginnings tell apart.
    func isLike(_ other: Slot) -> Bool {
        appointmentType == other.appointmentType && methods == other.methods && municipality == other.municipality
            && office == other.office && seats == other.seats
    }

    /// The same time with what is given.
    func changed(
        start: Date? = nil, to type: AppointmentType? = nil, methods: Set<ContactMethod>? = nil, place: Place? = nil
    ) -> Slot {
        let ways = methods ?? type.map { Set($0.methods) } ?? self.methods
        return Slot(
            professional: professional, start: start ?? self.start, minutes: type?.minutes ?? minutes,
            appointmentType: type?.id ?? appointmentType, task: type?.task ?? task, methods: ways,
            municipality: place?.municipality ?? municipality, office: place.map(\.office) ?? office,
            purpose: purpose,
            seats: type?.seats ?? seats, isByRight: type?.isByRight ?? isByRight)
    }
}
