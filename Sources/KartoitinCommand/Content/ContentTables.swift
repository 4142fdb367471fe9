import ContentLibrary
import Mapper

/// How faults of the content and walks through it are printed.
enum ContentTables {
    static let faults = Table<ContentFault>(
        "faults",
        [
            Column("file") { $0.file },
            Column("line") { $0.line },
            Column("message") { $0.message },
        ])

    private static let steps = Table<Walk.Step>(
        "steps",
        [
            Column("question") { $0.question },
            // Empty for own words.
            Column("options") { $0.options },
        ])

    /// A walk: a list of answered questions; in a cell `topic=money needs=debts+rent story=(words)`.
    static func walk(_ walked: [Walk.Step]) -> CellAndJSON {
        let cell = walked.map { step in
            "\(step.question)=\(step.options.isEmpty ? "(words)" : step.options.joined(separator: "+"))"
        }.joined(separator: " ")
        return CellAndJSON(cell: cell, json: steps.json(walked))
    }
}
