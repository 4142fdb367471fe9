public import SocialServices

/// What can be booked (*varaustuote, aikatyyppi*, national field 73).
public struct AppointmentType: Sendable, Hashable {
    public let id: String
    public let task: ServiceTask
    /// Length in minutes, 5–480.
    public let minutes: Int
    /// How the meeting may be held, in the order offered. Never empty.
    public let methods: [ContactMethod]
    public let rules: AppointmentRules
    /// True where its times are booked with a booking right or by staff, never by just anybody.
    public let isByRight: Bool
    /// How many clients one time takes, 1–200; more than one for an information session.
    public let seats: Int

    public init(
        id: String, task: ServiceTask, minutes: Int, methods: [ContactMethod], rules: AppointmentRules = .none,
        isByRight: Bool = false, seats: Int = 1
    ) {
        self.id = id
        self.task = task
        self.minutes = minutes
        self.methods = methods
        self.rules = rules
        self.isByRight = isByRight
        self.seats = seats
    }

    /// The same as staff book it, whom no rule binds.
    public var unbound: AppointmentType {
        AppointmentType(id: id, task: task, minutes: minutes, methods: methods, isByRight: isByRight, seats: seats)
    }
}
