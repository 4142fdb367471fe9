import ContentLibrary

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
