/// A service task (*palvelutehtävä*) of social services, as in act 703/2023's annex.
///
/// The raw values are the ids used in content, in JSON and on the command line. The national code set
/// "Sosiaalihuolto – Palvelutehtävä" is OID 1.2.246.537.6.1221; its code values were not found.
public enum ServiceTask: String, CaseIterable, Sendable, Hashable {
    case families
    case childProtection = "child-protection"
    case familyLaw = "family-law"
    case workingAge = "working-age"
    case disability
    case olderPeople = "older-people"
    case substanceUse = "substance-use"
}

/// A social service (*sosiaalipalvelu*) that a service task offers, for example home help for families.
public struct Service: Sendable, Hashable {
    public let id: String
    public let task: ServiceTask
    /// Code in the national service code set, OID 1.2.246.537.6.1222, where it was verified.
    public let code: String?
    /// Class in the public service register (PTV, Suomi.fi), for example `P3.6`.
    public let registerClass: String?
    /// Target groups in the public service register, for example `KR1.2`.
    public let targetGroups: [String]
    /// `true` if the county opened the service for the clients' own booking.
    public let openedForClients: Bool

    public init(
        id: String, task: ServiceTask, code: String? = nil, registerClass: String? = nil,
        targetGroups: [String] = [], openedForClients: Bool = false
    ) {
        self.id = id
        self.task = task
        self.code = code
        self.registerClass = registerClass
        self.targetGroups = targetGroups
        self.openedForClients = openedForClients
    }
}

/// The seven directions in which a needs assessment can end: the five service tasks handled here, urgent
/// help, and everything that belongs elsewhere. The raw values are the fixed outcome ids that other
/// programs read.
public enum OutcomeGroup: String, CaseIterable, Sendable, Hashable {
    case families
    case childProtection = "child-protection"
    case familyLaw = "family-law"
    case workingAge = "working-age"
    case disability
    case urgent
    case elsewhere
}
