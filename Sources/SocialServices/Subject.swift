/// Whose matter is spoken of. A sentence may be said about each of them in words of its own.
public enum Subject: String, CaseIterable, Sendable {
    /// The one who answers, or their family.
    case me
    /// A child under 18 of the one who answers.
    case child
    /// Another person, for whom the one who answers asks.
    case other

    public init(_ flags: Set<SituationFlag>) {
        self = flags.contains(.forSomeoneElse) ? .other : flags.contains(.ownChild) ? .child : .me
    }
}
