public import Foundation

/// A time for which a professional is away: it cannot be booked.
public struct Absence: Sendable, Hashable {
    public let professional: String
    public let start: Date
    /// The first moment at which the professional is back; after `start`.
    public let end: Date
    /// For colleagues; no client is told.
    public let reason: String

    public init(professional: String, start: Date, end: Date, reason: String) {
        self.professional = professional
        self.start = start
        self.end = end
        self.reason = reason
    }
}
