public import Foundation

/// A slot kept for a few minutes while somebody types. Not promised yet, but nobody else can take it.
public struct Hold: Sendable, Hashable {
    /// Known to the one who holds, to nobody else.
    public let token: String
    public let start: Date
    public let minutes: Int
    /// The hold is void from this moment on, without anybody having to clean up.
    public let expires: Date

    public init(token: String, start: Date, minutes: Int, expires: Date) {
        self.token = token
        self.start = start
        self.minutes = minutes
        self.expires = expires
    }
}
