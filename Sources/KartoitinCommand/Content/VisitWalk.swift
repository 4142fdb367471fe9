import ContentLibrary
import Desks

/// One visit screen by screen.
enum VisitWalk {
    private static let turns = Table<VisitResult.Turn>(
        "turns",
        [
            Column("screen") { $0.screen.joined(separator: "\n") },
            Column("typed") { $0.typed },
        ])

    private static let table = Table<VisitResult>(
        "visits",
        [
            Column("name") { $0.visit.name },
            Column("language") { $0.visit.language },
            Column("file") { $0.visit.file },
            Column("line") { $0.visit.line },
            Column("person") { $0.visit.person },
            Column("columns") { $0.columns },
            Column("spoken") { $0.isSpoken },
            Column("turns") { turns.json($0.turns) },
            Column("lastScreen") { $0.lastScreen.joined(separator: "\n") },
            // Why it does not hold.
            Column("failure") { $0.fault?.description },
        ])

    static func print(_ results: [VisitResult], as format: Format) throws {
        switch format {
        case .json: try Output.json(JSON.fields([table.name: table.json(results)]))
        case .csv:
            let columns: [Column<(visit: VisitResult, turn: VisitResult.Turn)>] =
                [Column("visit") { $0.visit.visit.name }, Column("columns") { $0.visit.columns }]
                + turns.columns.map { column in column.of { $0.turn } }
            Output.data(
                Table("turns", columns).grid(results.flatMap { visit in visit.turns.map { (visit, $0) } }).csv)
        case .table: Output.data(results.map(text).joined(separator: "\n\n"))
        }
    }

    private static func text(_ result: VisitResult) -> String {
        let rule = String(repeating: "-", count: result.columns)
        let head = [
            "\(result.visit.name), \(result.visit.file):\(result.visit.line), \(result.manner)", result.visit.person,
        ]
        let screens = result.turns.flatMap { [rule] + $0.screen.dropLast() + ["> \($0.typed)"] }
        return
            (head + screens + [rule] + result.lastScreen
            + [rule, result.fault?.description ?? "the visit holds"]).joined(separator: "\n")
    }
}
