/// What somebody works as, and so what they may do.
public enum StaffRole: String, CaseIterable, Sendable {
    /// Books for callers.
    case phoneService = "phone-service"
    /// Meets clients, and reads what they wrote.
    case professional
    /// Sees workload and reports, and hands over what somebody who is away cannot.
    case supervisor
    /// *Pääkäyttäjä*: accounts, log, retention. Reads no client's text.
    case mainUser = "main-user"
}
