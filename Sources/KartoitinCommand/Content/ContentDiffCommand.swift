import ContentLibrary
import Foundation
import SocialServices

private struct DiffOptions: CommandOptions {
    let old = Operand("OLD", .text)
    let new = Operand("NEW", .text)
}

extension Command {
    static let contentDiff = Command(
        "content diff", "what changed for people between two content folders", DiffOptions()
    ) { call in
        let difference = ContentDifference(from: try read(try call[\.old]), to: try read(try call[\.new]))
        try DifferencePage(difference).print(as: call.environment.format)
        return .done
    }

    /// Two folders are read, so a fault says in which of them it is.
    private static func read(_ folder: String) throws -> Content {
        do {
            return try ContentReader.read(folder: folder)
        } catch {
            throw Failure(error, comparing: folder)
        }
    }
}

/// What changed in the content, for people: what there is more and less of, then walk by walk, then texts.
struct DifferencePage {
    private let difference: ContentDifference

    init(_ difference: ContentDifference) { self.difference = difference }

    private static let table = Table<ContentChange>(
        "changes",
        [
            Column("change") { $0.kind },
            Column("subject") { $0.subject },
            Column("part") { $0.part },
            Column("language") { $0.language },
            Column("was") { $0.was },
            Column("now") { $0.now },
            Column("walks") { $0.walks },
            Column("example") { $0.example.map { ContentTables.walk($0) } },
        ])

    /// - Parameter more: what else the JSON tells.
    func print(as format: Format, with more: [String: JSON] = [:]) throws {
        switch format {
        case .json:
            let json: [String: JSON] = [
                "walks": .whole(difference.walks), "changedWalks": .whole(difference.changedWalks),
                Self.table.name: Self.table.json(difference.changes),
            ]
            try Output.json(JSON.fields(json.merging(more) { field, _ in field }))
        case .csv: Output.data(Self.table.grid(difference.changes).csv)
        case .table: Output.data(text)
        }
    }

    private var text: String {
        let walks = "of \(difference.walks) walks, \(difference.changedWalks) end elsewhere"
        if difference.changes.isEmpty { return "nothing changed; \(walks)" }
        let sections = ContentChange.Kind.allCases.map { kind in
            section(kind, difference.changes.filter { $0.kind == kind }, walks: walks)
        }
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func section(_ kind: ContentChange.Kind, _ changes: [ContentChange], walks: String) -> [String] {
        // That no walk ends elsewhere is worth knowing too.
        if kind == .walks { return [walks] + changes.flatMap(lines) }
        return changes.isEmpty ? [] : [Self.title(kind)] + changes.flatMap(lines)
    }

    private static func title(_ kind: ContentChange.Kind) -> String {
        switch kind {
        case .added, .removed, .walks, .words: kind.rawValue
        case .booking: "bookings and where else to turn"
        case .fact: "facts"
        }
    }

    private func lines(_ change: ContentChange) -> [String] {
        let was = change.was ?? "nothing"
        let now = change.now ?? "nothing"
        switch change.kind {
        case .added, .removed: return ["  \(change.subject)"]
        case .walks:
            let counted = change.walks.map(String.init) ?? ""
            return [
                "  \(counted): was \(was), now \(now)",
                "    for example \(change.example.map { ContentTables.walk($0).cell } ?? "")",
            ]
        case .booking, .fact, .words:
            let language = change.language.map { "\($0.rawValue) " } ?? ""
            return ["  \(language)\(change.subject), \(change.part ?? "")", "    was  \(was)", "    now  \(now)"]
        }
    }
}

extension ContentChange.Kind: ColumnValue {}
