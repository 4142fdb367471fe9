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
    /// True where the county opened the service for the clients' own booking.
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
