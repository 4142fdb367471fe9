/// Who does something, as the logs name them.
public struct Doer: Sendable, Hashable {
    public let id: String
    public let name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    /// A client, by themselves. No account can have this id.
    public static let client = Doer(id: "(client)", name: "")
    /// Who tried to sign in and could not.
    public static let unknown = Doer(id: "(unknown)", name: "")
    /// The program itself, on a timer.
    public static let system = Doer(id: "(system)", name: "")

    /// The user whose reading or act a context tells.
    public init(_ context: AccessContext) { self.init(id: context.userID, name: context.userName) }

    /// `true` of one of the county's staff.
    public var isStaff: Bool { !id.hasPrefix("(") }
}
