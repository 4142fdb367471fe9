public import BookingCore
public import SocialServices

/// What the county offers and what can be booked of it.
public struct Services: Sendable {
    public internal(set) var tasks: [ServiceTask] = []
    public internal(set) var services: [Service] = []
    public internal(set) var appointments: [AppointmentType] = []

    public func service(_ id: String) -> Service? { services.first { $0.id == id } }

    public func appointment(_ id: String) -> AppointmentType? { appointments.first { $0.id == id } }

    /// The rules of an appointment type; none where the content has it no longer.
    public func rules(of appointment: String?) -> AppointmentRules {
        appointment.flatMap(self.appointment)?.rules ?? .none
    }

    /// The appointment type that a service task's first contact uses: the first one declared for it that anybody may
    /// book and that is for one client. `nil` if there is none, such as for child protection.
    public func firstAppointment(of task: ServiceTask) -> AppointmentType? {
        appointments.first { $0.task == task && !$0.isByRight && $0.seats == 1 }
    }
}
