import Mapper

/// What is different for people between two states of the content: what they are asked and told, where their answers
/// lead, and what they can book. Comments, order of files and sources of facts are not.
///
/// ```swift
/// let difference = ContentDifference(from: published, to: draft)
/// difference.changes.first { $0.kind == .walks }?.example
/// ```
public struct ContentDifference: Sendable {
    /// By kind, in the order of `ContentChange.Kind`.
    public let changes: [ContentChange]
    /// How many walks of the older content were compared; stops counting at `Int.max`.
    public let walks: Int
    /// How many of them end elsewhere.
    public let changedWalks: Int

    public init(from old: Content, to new: Content) {
        let comparison = TreeComparison(of: old.tree, with: new.tree)
        walks = comparison.walks
        changedWalks = comparison.changedWalks
        let was = ContentInventory(of: old)
        let now = ContentInventory(of: new)
        changes =
            now.subjects(missingIn: was).map { ContentChange(kind: .added, subject: $0) }
            + was.subjects(missingIn: now).map { ContentChange(kind: .removed, subject: $0) }
            + comparison.changes.map { change in
                ContentChange(
                    kind: .walks, subject: "walks", was: change.was.text, now: change.now.text, walks: change.count,
                    example: change.example)
            } + Self.changedValues(from: was, to: now)
    }

    /// What is told of subjects that both states have, in languages that both have.
    private static func changedValues(from old: ContentInventory, to new: ContentInventory) -> [ContentChange] {
        let was = old.values
        let now = new.values
        let names = was.names + now.names.filter { was[$0] == nil }
        let changed = names.filter { name in
            was[name] != now[name] && old.has(name) && new.has(name)
        }
        let order = ContentChange.Kind.allCases
        return order.flatMap { kind in
            changed.filter { $0.kind == kind }.map { name in
                ContentChange(
                    kind: kind, subject: name.subject, part: name.part, language: name.language, was: was[name],
                    now: now[name])
            }
        }
    }
}

extension TreeComparison.End {
    fileprivate var text: String {
        switch self {
        case .outcome(let id): "outcome \(id)"
        case .question(let id): "question \(id), not asked before"
        case .refusal(let question, let options):
            "question \(question), which no longer takes \(options.isEmpty ? "(words)" : options.joined(separator: "+"))"
        case .nowhere: "nowhere"
        }
    }
}
