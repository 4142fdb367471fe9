public import Mapper
public import SocialServices

/// One thing that is not the same for people in another state of the content.
public struct ContentChange: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case added
        case removed
        /// Walks end elsewhere.
        case walks
        /// What an outcome leads to and what can be booked.
        case booking
        /// What holds in every language: numbers, sites, flags.
        case fact
        case words
    }

    public let kind: Kind
    /// What it is about, for example `question topic` or `option topic money`; `walks` for walks.
    public let subject: String
    /// Which of its texts or facts; nil if all of it is meant.
    public var part: String?
    public var language: Language?
    /// `nil` if there was nothing.
    public var was: String?
    public var now: String?
    /// How many walks; `Int.max` for more than can be counted.
    public var walks: Int?
    /// One of the walks.
    public var example: [Walk.Step]?
}
