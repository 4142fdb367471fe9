/// What a professional records after a meeting: the advice that was given, and what the client agreed to.
public struct Advice: Sendable, Hashable {
    /// The longest text of each, in characters.
    public static let longestText = 8000

    public let text: String
    /// What is stored in the client register, as agreed with the client; empty for nothing.
    public let stored: String
    /// What is shared and with whom, as agreed with the client; empty for nothing.
    public let shared: String

    public init(text: String, stored: String = "", shared: String = "") {
        self.text = text
        self.stored = stored
        self.shared = shared
    }
}

/// How a meeting went (national field 19: *happened*, *no-show*).
public enum Attendance: String, CaseIterable, Sendable {
    case met
    case noShow = "no-show"
}
