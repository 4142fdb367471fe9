import BookingCore

/// A role in the database of a server: one for each kind of desk, without a login of its own. The server's administrator
/// makes a login for each machine and grants it one of these.
enum DatabaseRole: String, CaseIterable, Sendable {
    case kiosk
    case phoneService = "phone_service"
    case professional
    case supervisor
    case mainUser = "main_user"
    /// The timer that sends messages.
    case messenger

    /// As the server calls it.
    var name: String { "kartoitin_\(rawValue)" }

    /// The kind of staff who sign in at the role's desk; nil if no one signs in there.
    var staff: StaffRole? {
        switch self {
        case .kiosk, .messenger: nil
        case .phoneService: .phoneService
        case .professional: .professional
        case .supervisor: .supervisor
        case .mainUser: .mainUser
        }
    }
}
