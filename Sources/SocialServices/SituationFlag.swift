/// What a professional must see of a situation before anything else.
///
/// The flags that start a statutory deadline come from the Social Welfare Act 36 §: a child who needs special
/// support, a person over 75, and a person with a disability.
public enum SituationFlag: String, CaseIterable, Sendable, Hashable {
    /// The answers tell of hurry: help is needed within days.
    case soon
    /// The matter concerns a child.
    case child
    /// The person who needs help is 75 years or older.
    case over75 = "over-75"
    /// The person who needs help has a disability or a long illness.
    case disability
    /// Somebody asks on another person's behalf. No national field says it: 84.1–84.3 tell what a system of self-service can.
    case forSomeoneElse = "for-someone-else"
    /// A parent asks for their own child, who is under 18.
    case ownChild = "own-child"
}
