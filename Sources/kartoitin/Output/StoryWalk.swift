import ContentLibrary
import Mapper
import SocialServices

/// One story step by step, in the shape that other programs read.
struct StoryWalk: Encodable {
    struct Step: Encodable {
        let question: String
        /// As it is asked.
        let asked: String
        /// The options' ids; none for own words.
        let options: [String]
        /// As it is answered.
        let answer: String
    }

    let name: String
    let language: String
    let file: String
    let line: Int
    let person: String
    let says: String?
    /// What the own words suggest.
    let suggested: [String]
    let steps: [Step]
    /// Nil where the story left its path.
    let outcome: String?
    /// Why the story does not hold.
    let failure: String?
    private let title: String?

    private enum CodingKeys: CodingKey {
        case name, language, file, line, person, says, suggested, steps, outcome, failure
    }

    init(_ result: StoryResult, in content: Content) {
        let words = content.words(in: result.story.language)
        name = result.story.name
        language = result.story.language.rawValue
        file = result.story.file
        line = result.story.line
        person = result.story.person
        says = result.story.says?.value
        suggested = result.suggested
        steps = result.path.map { Step($0, words) }
        outcome = result.outcome?.id
        title = result.outcome.flatMap { words.outcomes[$0.id]?.title }
        failure = result.fault?.description
    }

    static func print(_ results: [StoryResult], in content: Content, as format: Format) throws {
        let walks = results.map { StoryWalk($0, in: content) }
        switch format {
        case .json: try Output.json(["stories": walks])
        case .csv:
            let rows = walks.flatMap { walk in
                walk.steps.map { [walk.language, walk.name, $0.question, $0.asked, $0.answer] }
            }
            Output.data(Table(headings: ["language", "story", "question", "asked", "answer"], rows: rows).csv)
        case .table: Output.data(walks.map(\.text).joined(separator: "\n\n"))
        }
    }

    private var text: String {
        var lines = ["\(name), \(file):\(line)", person]
        if let says { lines += ["says: \(says)", "suggested: \(suggested.joined(separator: ", "))"] }
        lines.append(
            Table(
                headings: ["question", "asked", "answer"], rows: steps.map { [$0.question, $0.asked, $0.answer] }
            ).text)
        if let outcome { lines.append("ends at \(outcome): \(title ?? "")") }
        lines.append(failure ?? "the story holds")
        return lines.joined(separator: "\n")
    }
}

extension StoryWalk.Step {
    fileprivate init(_ step: Interview.Step, _ words: Words) {
        let answer =
            switch step.answer {
            case .words(let text): text
            case .options(let ids):
                ids.compactMap(step.question.option).map { words.text(of: $0.id, in: step.question.id) }
                    .joined(separator: "; ")
            }
        self.init(
            question: step.question.id, asked: words.questions[step.question.id]?.ask ?? step.question.id,
            options: step.answer.optionIDs, answer: answer)
    }
}
