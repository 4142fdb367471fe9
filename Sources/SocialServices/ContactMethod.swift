/// How the client and the professional meet (*asiointitapa*, national field 72).
///
/// Declared in the order in which they are offered. The national codes for phone and remote were not found.
public enum ContactMethod: String, CaseIterable, Sendable, Hashable, Comparable {
    case phone
    case remote
    case office

    public static func < (left: Self, right: Self) -> Bool { left.position < right.position }

    private var position: Int {
        switch self {
        case .phone: 0
        case .remote: 1
        case .office: 2
        }
    }
}
