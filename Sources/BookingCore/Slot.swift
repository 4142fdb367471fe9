public import Foundation
public import SocialServices

/// One opened time (*aikaväli*) of one professional's timetable (*kalenteri*).
public struct Slot: Sendable, Hashable {
    public let professional: String
    public let start: Date
    /// 5–480.
    public let minutes: Int
    /// The appointment type it was opened for, by id.
    public let appointmentType: String
    public let task: ServiceTask
    public let methods: Set<ContactMethod>
    public let municipality: Municipality

    public init(
        professional: String, start: Date, minutes: Int, appointmentType: String, task: ServiceTask,
        methods: Set<ContactMethod>, municipality: Municipality
    ) {
        self.professional = professional
        self.start = start
        self.minutes = minutes
        self.appointmentType = appointmentType
        self.task = task
        self.methods = methods
        self.municipality = municipality
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
