import ContentLibrary
import Mapper
import SocialServices

extension Command {
    static let contentStories = Command(
        words: ["content", "stories"], summary: "the stories that no longer hold; one story, step by step",
        operands: ["[NAME]"],
        options: [Option("--uncovered", nil, "also what no story walks through")]
    ) { call in
        let content = try call.content()
        let language = try call.language(in: content)
        let format = try call.format()
        let told = try StoryReader.read(folder: call.contentFolder, content: content)
            .filter { $0.language == language ?? $0.language }
        let name = call.arguments.operands.first
        let stories = told.filter { $0.name == name ?? $0.name }
        if let name, stories.isEmpty {
            let hint = DidYouMean.hint(for: name, among: told.map(\.name))
            throw Failure(.usage, "no story is called \"\(name)\"" + hint)
        }
        let runner = try StoryRunner(for: stories, folder: call.contentFolder, content: content)
        let results = stories.map(runner.run)
        if name == nil {
            try StoryOverview(of: results, in: content, listsGaps: call.has("--uncovered")).print(as: format)
        } else {
            try StoryWalk.print(results, in: content, as: format)
        }
        return results.allSatisfy { $0.failure == nil } ? .done : .faultsFound
    }
}

/// How all stories went, in the shape that other programs read.
struct StoryOverview: Encodable {
    struct Line: Encodable {
        let file: String
        let line: Int
        let message: String

        var text: String { ContentFault(file: file, line: line, message: message).description }
    }

    struct Share: Encodable {
        let covered: Int
        let all: Int
        let share: Double

        init(_ share: StoryCoverage.Share) {
            covered = share.covered
            all = share.all
            self.share = share.share
        }

        var text: String { "\(share) (\(covered) of \(all))" }
    }

    let failures: [Line]
    let hold: Int
    let options: Share
    let outcomes: Share
    /// Nil where nobody asked for it.
    let uncovered: [Line]?

    init(of results: [StoryResult], in content: Content, listsGaps: Bool) {
        let coverage = StoryCoverage(of: results, in: content)
        failures = results.compactMap(\.fault).map { Line(file: $0.file, line: $0.line, message: $0.message) }
        hold = results.count - failures.count
        options = Share(coverage.options)
        outcomes = Share(coverage.outcomes)
        let gaps = coverage.gaps.map { Line(file: $0.file, line: $0.line, message: $0.message) }
        uncovered = listsGaps ? gaps : nil
    }

    func print(as format: Format) throws {
        let lines = failures + (uncovered ?? [])
        switch format {
        case .json: try Output.json(self)
        case .csv:
            let rows = lines.map { [$0.file, String($0.line), $0.message] }
            Output.data(Table(headings: ["file", "line", "message"], rows: rows).csv)
        case .table:
            for line in lines { Output.data(line.text) }
            let counts = "\(hold) stories hold, \(failures.count) fail"
            Output.data("\(counts); options covered: \(options.text); outcomes covered: \(outcomes.text)")
        }
    }
}

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
