public import Mapper
public import SocialServices

/// What is drawn of a tree: all of it, or the part below one question; as a `TreeOutline`, for `Graphviz` or `Mermaid`.
///
/// ```swift
/// let drawing = TreeDrawing(content: content, language: .finnish)
/// print(TreeOutline(of: drawing).text)
/// ```
public struct TreeDrawing: Sendable {
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

/// Flags in their own order, as text.
public struct SituationFlagList: Sendable {
    private let flags: [String]

    public init(_ flags: Set<SituationFlag>) {
        self.flags = SituationFlag.allCases.filter(flags.contains).map(\.rawValue)
    }

    /// `  flag soon, child`, to stand after other words; empty where there is none.
    var text: String { flags.isEmpty ? "" : "  flag \(list)" }

    /// `soon, child`
    public var list: String { flags.joined(separator: ", ") }
}

extension Route {
    /// When the route is taken, as its `then` line says it: `when needs debts and topic money other`; `always`
    /// where nothing is asked.
    public func text(in tree: QuestionTree) -> String {
        if conditions.isEmpty { return "always" }
        return "when " + conditions.map { $0.text(in: tree) }.joined(separator: " and ")
    }
}

extension Condition {
    /// The options in the question's order.
    fileprivate func text(in tree: QuestionTree) -> String {
        let order = tree.questions[question]?.options.map(\.id) ?? []
        let known = order.filter(options.contains)
        return ([question] + known + options.subtracting(known).sorted()).joined(separator: " ")
    }
}

extension Question {
    /// The question's routes, each with when it is taken: the one without conditions is taken `otherwise` where
    /// something stands before it.
    func routeTexts(in tree: QuestionTree) -> [(text: String, destination: Destination)] {
        let hasArrows = options.contains { $0.destination != nil }
        return routes.enumerated().map { number, route in
            let isLeft = route.conditions.isEmpty && (number > 0 || hasArrows)
            return (isLeft ? "otherwise" : route.text(in: tree), route.destination)
        }
    }
}

extension Destination {
    public var id: String {
        switch self {
        case .question(let id), .outcome(let id): id
        }
    }
}
