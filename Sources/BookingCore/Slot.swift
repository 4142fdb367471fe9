public import Foundation
public import SocialServices

/// One opened time (*aikaväli*) of one professional's timetable (*kalenteri*).
public struct Slot: Sendable, Hashable {
    public let professional: String
    public let start: Date
    /// 5–480.
    public let minutes: Int
    /// The appointment type it was opened for, by id; empty where it has a purpose.
    public let appointmentType: String
    public let task: ServiceTask
    public let methods: Set<ContactMethod>
    public let municipality: Municipality
    /// What the time is for where it is for no client; nobody can book it then.
    public let purpose: String?

    public init(
        professional: String, start: Date, minutes: Int, appointmentType: String, task: ServiceTask,
        methods: Set<ContactMethod>, municipality: Municipality, purpose: String? = nil
    ) {
        self.professional = professional
        self.start = start
        self.minutes = minutes
        self.appointmentType = appointmentType
        self.task = task
        self.methods = methods
        self.municipality = municipality
        self.purpose = purpose
    }

    /// A time for something other than clients: it has no appointment type and no way to meet.
    public init(purpose: String, for professional: Professional, start: Date, minutes: Int) {
        self.init(
            professional: professional.id, start: start, minutes: minutes, appointmentType: "",
            task: professional.task, methods: [], municipality: professional.municipality, purpose: purpose)
    }

    public var end: Date { start.addingTimeInterval(Double(minutes) * 60) }
}

/// A slot of a timetable as its professional sees it.
public struct TimetableRow: Sendable, Hashable {
    public enum State: String, Sendable {
        case free
        /// Somebody is typing their details.
        case held
        case booked
        /// The professional is away: nobody can book it.
        case absent
        /// For something other than clients.
        case other
    }

    public let slot: Slot
    public let state: State

    public init(slot: Slot, state: State) {
        self.slot = slot
        self.state = state
    }
}

extension Slot {
    /// Slots of one length one after another from `start`, the last one ending at `end` at the latest.
    public static func row(
        of type: AppointmentType, for professional: Professional, from start: Date, until end: Date,
        methods: Set<ContactMethod>
    ) -> [Slot] {
        let length = Double(type.minutes) * 60
        return stride(from: start, through: end.addingTimeInterval(-length), by: length).map { start in
            Slot(
                professional: professional.id, start: start, minutes: type.minutes,
                appointmentType: type.id, task: type.task, methods: methods,
                municipality: professional.municipality)
        }
    }
}
