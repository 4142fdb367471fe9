import Mapper
import SocialServices

/// Reads the `situation` lines of a tree: what own words may sound like, and which answer they stand for.
struct SituationReader {
    private(set) var situations: [Situation] = []
    private var answers: [(option: String, file: String, line: Int)] = []

    mutating func read(_ node: OutlineNode, in file: inout OutlineFile) {
        file.expect(leaves: ["group", "answer"], in: node.children)
        guard let id = file.id(of: node) else { return }
        if situations.contains(where: { $0.id == id }) {
            file.fault(node.line, "the situation \"\(id)\" stands twice; keep one")
            return
        }
        let group = file.required("group", in: node.children, of: node)
            .flatMap { file.choice(OutcomeGroup.self, of: $0) }
        let answer = file.one("answer", in: node.children)
        if let answer {
            if let other = situations.first(where: { $0.option == answer.text }) {
                file.fault(answer.line, "\"\(answer.text)\" is the answer of the situation \"\(other.id)\" already")
            }
            answers.append((answer.text, file.name, answer.line))
        }
        if answer == nil, group != .urgent, group != nil {
            file.fault(
                node.line, "\"situation \(id)\" lacks \"answer\": the option of the first question it stands for")
        }
        situations.append(Situation(id: id, group: group ?? .elsewhere, option: answer?.text))
    }

    /// The options of the first question that situations mention.
    func references(to start: String?) -> [Reference] {
        guard let start else { return [] }
        return answers.map {
            Reference(to: .answer(question: start, options: [$0.option]), file: $0.file, line: $0.line)
        }
    }
}
