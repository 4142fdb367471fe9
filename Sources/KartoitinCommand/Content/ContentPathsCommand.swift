import ContentLibrary
import Mapper

extension Command {
    private static let walkTable = Table<[Walk.Step]>(
        "listed",
        [
            Column("questions") { $0.count },
            Column("walk") { ContentTables.walk($0) },
        ])

    /// Outcomes and how walks come to them.
    ///
    /// - Parameter listed: walks that are told in full; the shortest, the longest and an example if nil.
    private static func outcomeTable(
        of tree: QuestionTree, listing listed: [[Walk.Step]]? = nil
    ) -> Table<WalksToOutcome> {
        let head: [Column<WalksToOutcome>] = [
            Column("outcome") { $0.outcome },
            // The question at which these walks begin.
            Column("from") { tree.question(at: $0.entrance) },
            Column("walks") { $0.count },
        ]
        if let listed {
            let list = JSON.list(listed.compactMap { ContentTables.walk($0).json })
            return Table("outcomes", head + [Column("listed", in: .json) { _ in list }])
        }
        let rest: [Column<WalksToOutcome>] = [
            Column("shortest") { $0.shortest },
            Column("longest") { $0.longest },
            Column("example") { ContentTables.walk($0.example.steps) },
        ]
        return Table("outcomes", head + rest)
    }

    static let contentPaths = Command(
        words: ["content", "paths"], summary: "how many walks lead to each outcome, and which",
        options: [
            Option("--to", "OUTCOME", "the walks to this outcome only"),
            Option("--limit", "N", "lists the first N walks to it"),
        ]
    ) { call in
        let printer = Printer(format: try call.format())
        let limit = try call.count("--limit")
        if limit != nil, !call.has("--to") { throw Failure(.usage, "--limit needs --to OUTCOME beside it") }
        let tree = try call.content().tree
        var all = Walks(of: tree).toOutcomes
        if let outcome = call.value("--to") {
            all = all.filter { $0.outcome == outcome }
            if all.isEmpty { throw Self.noPath(to: outcome, in: tree) }
        }
        if let limit, let walks = all.first {
            let listed = walks.prefix(limit).map(\.steps)
            try printer.print(
                json: outcomeTable(of: tree, listing: listed).json(walks), grid: walkTable.grid(listed))
        } else {
            try printer.print(rows: all, as: outcomeTable(of: tree))
        }
        return .done
    }

    private static func noPath(to outcome: String, in tree: QuestionTree) -> Failure {
        if tree.outcomes[outcome] != nil { return Failure(.badData, "no walk leads to the outcome \"\(outcome)\"") }
        return Failure(
            .usage,
            "--to knows no \"\(outcome)\"" + DidYouMean.question(for: outcome, among: tree.outcomes.keys)
                + "; see them all with: kartoitin content paths")
    }
}

extension QuestionTree {
    fileprivate func question(at entrance: Walks.Entrance) -> String {
        switch entrance {
        case .start: start
        case .human: human
        case .urgent: urgent
        }
    }
}
