public import SocialServices

/// Where a walk through the tree ends (*lopputulos*): what is suggested, never decided.
public struct Outcome: Sendable, Equatable {
    public let id: String
    public let group: OutcomeGroup
    /// The service it points to, by id.
    public let service: String?
    /// The appointment type that can be booked from here, by id; nil if nothing is booked.
    public let appointmentType: String?
    /// Ready answers worth reading before, or instead of, an appointment, by id.
    public let readyAnswers: [String]
    /// Where else to turn, by id, most important first.
    public let contacts: [String]
    /// `true` if a message to the client could put them in danger: none is sent unless they ask for it.
    public let isQuiet: Bool

    public init(
        id: String, group: OutcomeGroup, service: String? = nil, appointmentType: String? = nil,
        readyAnswers: [String] = [], contacts: [String] = [], isQuiet: Bool = false
    ) {
        self.isQuiet = isQuiet
        self.id = id
        self.group = group
        self.service = service
        self.appointmentType = appointmentType
        self.readyAnswers = readyAnswers
        self.contacts = contacts
    }
}
