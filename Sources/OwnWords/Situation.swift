public import SocialServices

/// A kind of situation that people tell in words of their own, known by example phrases.
public struct Situation: Sendable, Equatable {
    public let id: String
    /// The outcomes such words point to; nil where they are no matter at all, and nothing is suggested: greetings, a joke.
    public let group: OutcomeGroup?
    /// The option of the tree's first question that such words stand for; nil if they lead to the tree's
    /// urgent question instead, or nowhere.
    public let option: String?
    /// Another option of the first question that is offered wherever this one is suggested: a child's own door beside
    /// those of families. Nil for none.
    public let beside: String?

    public init(id: String, group: OutcomeGroup?, option: String? = nil, beside: String? = nil) {
        self.beside = beside
        self.id = id
        self.group = group
        self.option = option
    }

    /// Urgent help comes first.
    public var isDanger: Bool { group == .urgent }
    /// A matter that a visitor can choose among suggestions.
    var isSuggested: Bool { group != nil && !isDanger }
}

/// What a person in a situation might say, to learn from.
public struct ExamplePhrase: Sendable, Equatable {
    /// The situation's id.
    public let situation: String
    public let text: String
    /// Who wrote it; nil where that is not known. What one hand wrote is alike.
    public let hand: String?

    public init(situation: String, text: String, hand: String? = nil) {
        self.situation = situation
        self.text = text
        self.hand = hand
    }
}
