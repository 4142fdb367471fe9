import Mapper
public import SocialServices

/// The tree, or the part below one question, made visible: as an outline, for Graphviz and for Mermaid.
///
/// ```swift
/// print(TreeSight(content: content, language: .finnish).outline)
/// ```
public struct TreeSight: Sendable {
    let content: Content
    let words: Words
    /// Where walks begin: what the entrance is called, and its question. The part below one question has one
    /// without a name.
    let entrances: [(name: String?, question: String)]
    /// Drawings say options by their ids, not by their words.
    let showsIDs: Bool

    /// - Parameters:
    ///   - question: shows the part below it; nil shows the whole tree from its start, then what only the ways to
    ///     a human being and to urgent help lead to.
    public init(content: Content, language: Language, from question: String? = nil, showsIDs: Bool = false) {
        self.content = content
        self.showsIDs = showsIDs
        words = content.words(in: language)
        let tree = content.tree
        entrances =
            question.map { [(nil, $0)] }
            ?? [("start", tree.start), ("human", tree.human), ("urgent", tree.urgent)]
    }

    func ask(_ question: Question) -> String { words.questions[question.id]?.ask ?? question.id }

    /// The outcome's direction and what it books.
    func facts(of outcome: Outcome) -> [String] {
        [outcome.group.rawValue, "books \(outcome.appointmentType ?? "nothing")"]
    }

    func title(of outcome: Outcome) -> String { words.outcomes[outcome.id]?.title ?? outcome.id }
}
