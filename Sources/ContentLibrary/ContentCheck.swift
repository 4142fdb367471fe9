import Mapper
import SocialServices

/// The checks over a whole content folder: what its authors run before they publish it.
public struct ContentCheck: Sendable {
    /// Everything that must be mended, by file and line.
    public let faults: [ContentFault]
    /// What a real county should know before it goes live; no fault of the content.
    public let notes: [String]
    public let paths: Int
    /// The most questions that anybody is asked.
    public let longestPath: Int
    public let questions: Int
    public let options: Int

    public init(folder: String) throws(ContentError) {
        var reader = ContentReader(folder: folder)
        let (content, readingFaults) = try reader.readWithFaults()
        let tree = content.tree
        let walks = Walks(of: tree)
        paths = walks.count
        longestPath = walks.longest
        questions = tree.questions.count
        options = tree.questions.values.reduce(0) { $0 + $1.options.count }
        notes = Self.notes(on: content.county)
        let (_, storyFaults) = try StoryReader.readWithFaults(folder: folder, content: content)
        let found = readingFaults + Self.faults(of: walks, in: content) + storyFaults
        faults = found.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    }

    private static func faults(of walks: Walks, in content: Content) -> [ContentFault] {
        var faults: [ContentFault] = []
        func fault(_ id: String, _ message: String) {
            guard let place = content.places[id] else { return }
            faults.append(ContentFault(file: place.file, line: place.line, message: message))
        }
        for id in content.tree.questions.keys where !walks.reachedQuestions.contains(id) {
            fault(id, "no walk reaches the question \"\(id)\"")
        }
        for id in content.tree.outcomes.keys where !walks.reachedOutcomes.contains(id) {
            fault(id, "no walk reaches the outcome \"\(id)\"")
        }
        for (id, circle) in walks.cycles {
            fault(id, "the questions lead in a circle: \(circle.joined(separator: " -> "))")
        }
        for (id, answer) in walks.deadEnds {
            // Where there is no "then" line at all, reading has told the option already.
            if !answer.isEmpty, content.tree.questions[id]?.routes.isEmpty == true { continue }
            let answer = answer.first.map { "the option \"\($0)\"" } ?? "the answer in own words"
            fault(id, "\(answer) of \"\(id)\" leads nowhere: no \"then\" line holds for it")
        }
        if walks.longest > content.tree.longestWalk {
            fault(
                content.tree.start,
                "the longest walk asks \(walks.longest) questions; at most \(content.tree.longestWalk) are allowed")
        }
        return faults
    }

    private static func notes(on county: County) -> [String] {
        county.contacts.filter { $0.isRequired && $0.numbers.isEmpty }.map { contact in
            let shown = contact.instead.flatMap { county.contact($0)?.numbers.first?.digits }
            let instead = shown.map { "; \($0) is shown instead" } ?? "; no number is shown"
            return "county.txt: a real county must give the number of \"\(contact.id)\"\(instead)"
        }
    }
}
