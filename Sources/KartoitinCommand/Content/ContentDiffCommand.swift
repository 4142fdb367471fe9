import ContentLibrary
import Foundation
import SocialServices

extension Command {
    static let contentDiff = Command(
        words: ["content", "diff"], summary: "what changed for people between two content folders",
        operands: ["OLD", "NEW"]
    ) { call in
        let format = try call.format()
        let folders = call.arguments.operands
        let old = try read(folders[0])
        let new = try read(folders[1])
        let difference = ContentDifference(from: old, to: new)
        switch format {
        case .json: try Output.json(DifferenceReport(difference))
        case .csv:
            let rows = difference.changes.map { DifferenceReport.Change($0).cells }
            Output.data(Table(headings: DifferenceReport.Change.headings, rows: rows).csv)
        case .table: Output.data(DifferencePage(difference).text)
        }
        return .done
    }

    /// Two folders are read, so a fault says in which of them it is.
    private static func read(_ folder: String) throws -> Content {
        do {
            return try ContentReader.read(folder: folder)
        } catch ContentError.faults(let faults) {
            throw Failure(
                .badData,
                "\(folder) has faults (\(faults.count)); mend them, see: kartoitin content check --content \(folder)")
        } catch ContentError.missing {
            throw Failure(.badData, "there is no content in \(folder); name two content folders")
        }
    }
}

/// What changed in the content, for people: what there is more and less of, then walk by walk, then texts.
struct DifferencePage {
    private let difference: ContentDifference

    init(_ difference: ContentDifference) { self.difference = difference }

    var text: String {
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
        let row = DifferenceReport.Change(change)
        let was = row.was ?? "nothing"
        let now = row.now ?? "nothing"
        switch change.kind {
        case .added, .removed: return ["  \(row.subject)"]
        case .walks:
            let counted = row.walks.map(String.init) ?? ""
            return ["  \(counted): was \(was), now \(now)", "    for example \(row.example?.text ?? "")"]
        case .booking, .fact, .words:
            let language = row.language.map { "\($0) " } ?? ""
            return ["  \(language)\(row.subject), \(row.part ?? "")", "    was  \(was)", "    now  \(now)"]
        }
    }
}

/// The shape in which other programs read what changed in the content.
struct DifferenceReport: Encodable {
    struct Change: Encodable {
        let change: String
        let subject: String
        let part: String?
        let language: String?
        let was: String?
        let now: String?
        let walks: Int?
        let example: WalkRow?

        init(_ change: ContentChange) {
            self.change = change.kind.rawValue
            subject = change.subject
            part = change.part
            language = change.language?.rawValue
            was = change.was
            now = change.now
            walks = change.walks
            example = change.example.map { WalkRow($0) }
        }

        static let headings = ["change", "subject", "part", "language", "was", "now", "walks", "example"]

        var cells: [String] {
            [change, subject, part, language, was, now, walks.map(String.init), example?.text].map { $0 ?? "" }
        }
    }

    let walks: Int
    let changedWalks: Int
    let changes: [Change]

    init(_ difference: ContentDifference) {
        walks = difference.walks
        changedWalks = difference.changedWalks
        changes = difference.changes.map(Change.init)
    }
}
