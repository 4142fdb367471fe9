import ContentLibrary
import Mapper

extension Command {
    static let contentPaths = Command(
        words: ["content", "paths"], summary: "how many walks lead to each outcome, and which",
        options: [
            Option("--to", "OUTCOME", "the walks to this outcome only"),
            Option("--limit", "N", "lists the first N walks to it"),
        ]
    ) { call in
        let format = try call.format()
        let limit = try call.count("--limit")
        if limit != nil, !call.has("--to") { throw Failure(.usage, "--limit needs --to OUTCOME beside it") }
        let tree = try call.content().tree
        var all = Walks(of: tree).toOutcomes
        if let outcome = call.value("--to") {
            all = all.filter { $0.outcome == outcome }
            if all.isEmpty { throw Self.noPath(to: outcome, in: tree) }
        }
        if let limit, let walks = all.first {
            let rows = walks.prefix(limit).map { WalkRow($0.steps) }
            let table = Table(headings: ["questions", "walk"], rows: rows.map { ["\($0.steps.count)", $0.text] })
            try Output.result(ListedWalks(OutcomeRow(walks, in: tree), rows), table, as: format)
        } else {
            let rows = all.map { OutcomeRow($0, in: tree) }
            try Output.result(
                ["outcomes": rows], Table(headings: OutcomeRow.headings, rows: rows.map(\.cells)), as: format)
        }
        return .done
    }

    private static func noPath(to outcome: String, in tree: QuestionTree) -> Failure {
        if tree.outcomes[outcome] != nil { return Failure(.badData, "no walk leads to the outcome \"\(outcome)\"") }
        return Failure(
            .usage,
            "--to knows no \"\(outcome)\"" + DidYouMean.hint(for: outcome, among: tree.outcomes.keys)
                + "; see them all with: kartoitin content paths")
    }
}

/// One outcome and how walks come to it.
private struct OutcomeRow: Encodable {
    let outcome: String
    /// The question at which these walks begin.
    let from: String
    let walks: Int
    let shortest: Int
    let longest: Int
    let example: WalkRow

    init(_ walks: WalksToOutcome, in tree: QuestionTree) {
        outcome = walks.outcome
        from =
            switch walks.entrance {
            case .start: tree.start
            case .human: tree.human
            case .urgent: tree.urgent
            }
        self.walks = walks.count
        shortest = walks.shortest
        longest = walks.longest
        example = WalkRow(walks.example.steps)
    }

    static let headings = ["outcome", "from", "walks", "shortest", "longest", "example"]

    var cells: [String] { [outcome, from, "\(walks)", "\(shortest)", "\(longest)", example.text] }
}

/// What is told of one outcome, with the first walks to it.
private struct ListedWalks: Encodable {
    let outcome: String
    let from: String
    let walks: Int
    let listed: [WalkRow]

    init(_ row: OutcomeRow, _ listed: [WalkRow]) {
        outcome = row.outcome
        from = row.from
        walks = row.walks
        self.listed = listed
    }
}

/// One walk: a list of answered questions.
struct WalkRow: Encodable {
    struct Step: Encodable {
        let question: String
        /// Empty for own words.
        let options: [String]
    }

    let steps: [Step]

    init(_ steps: [Walk.Step]) { self.steps = steps.map { Step(question: $0.question, options: $0.options) } }

    func encode(to encoder: any Encoder) throws { try steps.encode(to: encoder) }

    /// `topic=money needs=debts+rent story=(words)`.
    var text: String {
        steps.map { step in
            "\(step.question)=\(step.options.isEmpty ? "(words)" : step.options.joined(separator: "+"))"
        }.joined(separator: " ")
    }
}
