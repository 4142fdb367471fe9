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

    public init(by: Canceller, reason: String? = nil) {
        self.by = by
        self.reason = reason
    }
}
