/// Danger that was heard in a person's own words: urgent help comes first, even at the price of a false alarm.
public struct Danger: Sendable, Equatable {
    /// The pieces of the text that rang, as typed; a few words each.
    public let words: [String]
}
