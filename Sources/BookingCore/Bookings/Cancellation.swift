/// Who cancelled a booking, and why.
public struct Cancellation: Sendable, Hashable {
    public enum Canceller: String, CaseIterable, Sendable {
        case client
        case phoneService = "phone-service"
        case professional
        case county
    }

    /// The longest reason, in characters.
    public static let longestReason = 200

    public let by: Canceller
    /// In the words of whoever cancelled; never sent to anybody.
    public let reason: String?

    /// Until when the time may be changed; none for the county's own staff.
    public let rules: AppointmentRules

    public init(by: Canceller, reason: String? = nil, rules: AppointmentRules = .none) {
        self.by = by
        self.reason = reason
        self.rules = rules
    }
}
