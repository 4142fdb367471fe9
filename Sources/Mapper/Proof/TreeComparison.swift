/// Where the walks through one tree end when the same answers are given to another.
///
/// Nothing is compared by wording: a question is the same where its id is the same.
public struct TreeComparison: Sendable {
    /// Where a walk ends, or why it cannot go on.
    public enum End: Sendable, Hashable {
        case outcome(String)
        /// A question that the walk never answered.
        case question(String)
        /// A question that does not take what the walk answered: option ids, none for own words.
        case refusal(question: String, options: [String])
        case nowhere
    }

    /// Walks that ended at one place and now end at another.
    public struct Change: Sendable {
        public let was: End
        public let now: End
        /// Stops counting at `Int.max`.
        public let count: Int
        /// One of these walks, as the first tree asks it.
        public let example: [Walk.Step]
    }

    /// How many walks of the first tree were compared; stops counting at `Int.max`.
    public let walks: Int
    /// Those that concern the most walks first.
    public let changes: [Change]

    /// How many of the walks end elsewhere now.
    public var changedWalks: Int { changes.reduce(0) { $0.addingUpToMax($1.count) } }
}
