public import SocialServices

/// One question (*kysymys*) of the tree.
public struct Question: Sendable, Equatable {
    /// How a question is answered.
    public enum Kind: String, CaseIterable, Sendable {
        /// Exactly one option.
        case one
        /// Any number of options; `none` and `unknown` go with no other.
        case several
        /// Words of the person's own, or the option `unknown`.
        case words
    }

    public let id: String
    public let kind: Kind
    public let options: [Option]
    /// Where answers lead that have no destination of their own: the first route whose conditions hold.
    public let routes: [Route]
    /// `true` if it is asked only to describe the situation to the professional: its answers need not change
    /// where the walk leads.
    public let describes: Bool

    public init(id: String, kind: Kind, options: [Option], routes: [Route] = [], describes: Bool = false) {
        self.id = id
        self.kind = kind
        self.options = options
        self.routes = routes
        self.describes = describes
    }

    public func option(_ id: String) -> Option? { options.first { $0.id == id } }
}

/// An answer that a question offers (*vastausvaihtoehto*).
public struct Option: Sendable, Equatable {
    /// Every question has this option: "I don't know" is an answer and never a dead end.
    public static let unknown = "unknown"
    /// "None of these", in a question that takes several options.
    public static let none = "none"

    public let id: String
    /// Where this answer leads; nil if the question's routes decide.
    public let destination: Destination?
    public let flags: Set<SituationFlag>

    public init(id: String, destination: Destination? = nil, flags: Set<SituationFlag> = []) {
        self.id = id
        self.destination = destination
        self.flags = flags
    }

    /// `true` for an option that cannot be chosen together with another.
    public var isExclusive: Bool { id == Self.none || id == Self.unknown }
}

extension Sequence<Question> {
    /// The sets of options of one question that some route asks for together, by question.
    var optionsAskedTogether: [String: [Set<String>]] {
        flatMap(\.routes).reduce(into: [:]) { sets, route in
            guard route.conditions.count > 1 else { return }
            for (question, conditions) in Dictionary(grouping: route.conditions, by: \.question)
            where conditions.count > 1 {
                let set = Set(conditions.compactMap { $0.options.min() })
                if sets[question]?.contains(set) != true { sets[question, default: []].append(set) }
            }
        }
    }
}

extension Question {
    /// The answers that stand for all answers: each option alone, the sets that may be chosen together and that a
    /// route asks for, and own words where they are taken.
    func choices(askedTogether sets: [Set<String>]) -> [Answer] {
        let single = options.map { Answer.options([$0.id]) }
        switch kind {
        case .one: return single
        case .words: return single + [.words("…")]
        case .several:
            let free = options.filter { !$0.isExclusive }.map(\.id)
            var known: Set<[String]> = []
            let together = sets.map { set in free.filter(set.contains) }
                .filter { $0.count > 1 && known.insert($0).inserted }
            return single + together.map { .options($0) }
        }
    }
}

extension Question {
    /// The answer in the question's own order without repetitions, or why it does not fit.
    public func checked(_ answer: Answer) throws(AnswerFault) -> Answer {
        switch answer {
        case .words(let words):
            guard kind == .words else { throw .optionsOnly }
            guard words.contains(where: { !$0.isWhitespace }) else { throw .empty }
            return answer
        case .options(let ids):
            if let stranger = ids.first(where: { option($0) == nil }) { throw .noSuchOption(stranger) }
            let chosen = options.map(\.id).filter(ids.contains)
            guard !chosen.isEmpty else { throw .empty }
            guard chosen.count > 1 else { return .options(chosen) }
            guard kind == .several else { throw .onlyOne }
            if let exclusive = options.first(where: { $0.isExclusive && chosen.contains($0.id) }) {
                throw .exclusive(exclusive.id)
            }
            return .options(chosen)
        }
    }
}

extension Question {
    /// What leads on after the answers so far, this question's included; nil if nothing does.
    func rule(for answers: [String: Answer]) -> Rule? {
        if let only = answers[id]?.optionIDs.first, let own = option(only)?.destination {
            return .arrow(option: only, to: own)
        }
        return routes.first { $0.conditions.allSatisfy { $0.holds(for: answers) == true } }.map(Rule.route)
    }

    /// Where the answers so far, this question's included, lead from here.
    func destination(for answers: [String: Answer]) -> Destination? { rule(for: answers)?.destination }
}
