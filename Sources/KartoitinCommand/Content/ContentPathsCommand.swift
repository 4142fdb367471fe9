import ContentLibrary
import Mapper

/// One of the outcomes' ids.
private let outcome = ValueParser<String>(in: { text, name, county in
    let outcomes = county.content.tree.outcomes
    if outcomes[text] != nil { return text }
    throw Failure.unknown(
        text, of: name,
        DidYouMean.hint(for: text, among: outcomes.keys) + "; see them all with: kartoitin content paths")
})

private struct PathsOptions: CommandOptions {
    let target = Option("--to", "OUTCOME", "the walks to this outcome only", outcome)
    let limit = Option("--limit", "N", "lists the first N walks to it", .count)

    let day = Option(
        "--on", "DAY", "what clients can book at each outcome on that day, and from when on the rest", .day(.coming))

    var rules: [OptionRule] { [.needs(limit, target), .notBoth(day, limit)] }
}

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
        "content paths", "how many walks lead to each outcome, and which", PathsOptions()
    ) { call in
        let county = try call.wholeCounty()
        let tree = county.content.tree
        var all = Walks(of: tree).toOutcomes
        if let outcome = try call[\.target] {
            all = all.filter { $0.outcome == outcome }
            if all.isEmpty { throw Failure(.badData, "no walk leads to the outcome \"\(outcome)\"") }
        }
        if let day = try call[\.day] {
            let opened = all.map { OpenedOutcome($0, of: county, on: day) }
            try county.printer.print(rows: opened, as: OpenedOutcome.table(of: tree))
        } else if let limit = try call[\.limit], let walks = all.first {
            let listed = walks.prefix(limit).map(\.steps)
            try county.printer.print(
                json: outcomeTable(of: tree, listing: listed).json(walks), grid: walkTable.grid(listed))
        } else {
            try county.printer.print(rows: all, as: outcomeTable(of: tree))
        }
        return .done
    }
}
