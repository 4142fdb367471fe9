import ContentLibrary
import Desks
import Mapper
import SocialServices

private struct StoriesOptions: CommandOptions {
    let name = Operand(optional: "NAME", .text)
    let uncovered = Flag("--uncovered", "also what no story walks through")

    var rules: [OptionRule] {
        [
            OptionRule { given in
                given.has(uncovered) && given.operand(0) != nil
                    ? "--uncovered is told of all stories together; leave NAME out" : nil
            }
        ]
    }
}

extension Command {
    static let contentStories = Command(
        "content stories", "the stories that no longer hold; one story, step by step", StoriesOptions()
    ) { call in
        let county = try call.wholeCounty()
        let (content, folder) = (county.content, call.environment.contentFolder)
        let told = try StoryReader.read(folder: folder, content: content)
        let (allStories, allVisits) = (
            told.stories.filter { $0.language == county.chosenLanguage ?? $0.language },
            told.visits.filter { $0.language == county.chosenLanguage ?? $0.language }
        )
        let name = try call[\.name]
        let stories = allStories.filter { $0.name == name ?? $0.name }
        let visits = allVisits.filter { $0.name == name ?? $0.name }
        if let name, stories.isEmpty, visits.isEmpty {
            let known = allStories.map(\.name) + allVisits.map(\.name)
            throw Failure.unknown(name, of: "story", DidYouMean.hint(for: name, among: known))
        }
        let walked = try WalkedStories(stories, visits, in: county, call.environment.learnedWords(of: content))
        let format = county.printer.format
        if name == nil {
            try StoryOverview(of: walked, in: content, listsGaps: call[\.uncovered]).print(as: format)
        } else {
            if !walked.stories.isEmpty { try StoryWalk.print(walked.stories, in: content, as: format) }
            if !walked.visits.isEmpty { try VisitWalk.print(walked.visits, as: format) }
        }
        return walked.failures.isEmpty ? .done : .faultsFound
    }
}

/// How stories and visits went.
struct WalkedStories {
    let stories: [StoryResult]
    let visits: [VisitResult]

    /// Those that do not hold, by file and line.
    var failures: [ContentFault] { stories.compactMap(\.fault) + visits.compactMap(\.fault) }

    init(_ stories: [Story], _ visits: [Visit], in county: CountyContext, _ own: LearnedWords) throws {
        let isMatching = stories.contains { $0.says != nil }
        let runner = StoryRunner(content: county.content, matcher: isMatching ? try own.classifier() : nil)
        self.stories = stories.map(runner.run)
        self.visits = visits.isEmpty ? [] : try RehearsedCounty(county, own).walk(visits)
    }
}

/// How all stories went.
private struct StoryOverview {
    private let failures: [ContentFault]
    private let hold: Int
    /// How many visits hold, each in all its manners.
    private let visitsHold: Int
    private let coverage: StoryCoverage
    /// What no story walks through; nil if it was not asked for.
    private let uncovered: [ContentFault]?

    init(of walked: WalkedStories, in content: Content, listsGaps: Bool) {
        coverage = StoryCoverage(of: walked.stories, in: content)
        failures = walked.failures
        hold = walked.stories.count { $0.failure == nil }
        let failedVisits = walked.visits.filter { $0.failure != nil }.map(\.place)
        visitsHold = Set(walked.visits.map(\.place)).subtracting(failedVisits).count
        let gaps = coverage.gaps.map { ContentFault(file: $0.file, line: $0.line, message: $0.message) }
        uncovered = listsGaps ? gaps : nil
    }

    private static let shareTable = Table<StoryCoverage.Share>(
        "shares",
        [
            Column("covered") { $0.covered },
            Column("all") { $0.all },
            Column("share") { $0.share },
        ])

    private var json: JSON {
        var fields: [String: JSON] = [
            "failures": ContentTables.faults.json(failures), "hold": .whole(hold), "visitsHold": .whole(visitsHold),
            "options": Self.shareTable.json(coverage.options), "outcomes": Self.shareTable.json(coverage.outcomes),
        ]
        fields["uncovered"] = uncovered.map { ContentTables.faults.json($0) }
        return .fields(fields)
    }

    private static func text(_ share: StoryCoverage.Share) -> String {
        "\(share.share) (\(share.covered) of \(share.all))"
    }

    func print(as format: Format) throws {
        let lines = failures + (uncovered ?? [])
        switch format {
        case .json: try Output.json(json)
        case .csv: Output.data(ContentTables.faults.grid(lines).csv)
        case .table:
            for line in lines { Output.data(line.description) }
            let shares =
                "options covered: \(Self.text(coverage.options)); outcomes covered: \(Self.text(coverage.outcomes))"
            Output.data("\(hold) stories and \(visitsHold) visits hold, \(failures.count) fail; \(shares)")
        }
    }
}

/// One story step by step.
private struct StoryWalk {
    private struct Step {
        let question: String
        /// As it is asked.
        let asked: String
        /// The options' ids; empty for own words.
        let options: [String]
        /// As it is answered.
        let answer: String
    }

    private let result: StoryResult
    private let steps: [Step]
    /// Of the outcome.
    private let title: String?

    private var story: Story { result.story }

    init(_ result: StoryResult, in content: Content) {
        let words = content.words(in: result.story.language).said(about: Subject(result.path.flags))
        self.result = result
        steps = result.path.map { Self.step($0, words) }
        title = result.outcome.flatMap { words.outcomes[$0.id]?.title }
    }

    private static func step(_ step: Interview.Step, _ words: Words) -> Step {
        let answer =
            switch step.answer {
            case .words(let text): text
            case .options(let ids):
                ids.compactMap(step.question.option).map { words.text(of: $0.id, in: step.question.id) }
                    .joined(separator: "; ")
            }
        return Step(
            question: step.question.id, asked: words.questions[step.question.id]?.ask ?? step.question.id,
            options: step.answer.optionIDs, answer: answer)
    }

    private static let stepColumns: [Column<Step>] = [
        Column("question") { $0.question },
        Column("asked") { $0.asked },
        Column("options", in: .json) { $0.options },
        Column("answer") { $0.answer },
    ]

    private static let stepTable = Table<Step>("steps", stepColumns)

    private static let table = Table<StoryWalk>(
        "stories",
        [
            Column("name") { $0.story.name },
            Column("language") { $0.story.language },
            Column("file") { $0.story.file },
            Column("line") { $0.story.line },
            Column("person") { $0.story.person },
            Column("says") { $0.story.says?.value },
            // What the own words suggest.
            Column("suggested") { $0.result.suggested },
            Column("steps") { stepTable.json($0.steps) },
            // Nothing if the story left its path.
            Column("outcome") { $0.result.outcome?.id },
            // Why the story does not hold.
            Column("failure") { $0.result.fault?.description },
        ])

    /// A row for each step of each story.
    private static func grid(_ walks: [StoryWalk]) -> Grid {
        let columns: [Column<(walk: StoryWalk, step: Step)>] =
            [Column("language") { $0.walk.story.language }, Column("story") { $0.walk.story.name }]
            + stepColumns.map { column in column.of { $0.step } }
        return Table("steps", columns).grid(walks.flatMap { walk in walk.steps.map { (walk, $0) } })
    }

    static func print(_ results: [StoryResult], in content: Content, as format: Format) throws {
        let walks = results.map { StoryWalk($0, in: content) }
        switch format {
        case .json: try Output.json(JSON.fields([table.name: table.json(walks)]))
        case .csv: Output.data(grid(walks).csv)
        case .table: Output.data(walks.map(\.text).joined(separator: "\n\n"))
        }
    }

    private var text: String {
        var lines = ["\(story.name), \(story.file):\(story.line)", story.person]
        if let says = story.says?.value {
            lines += ["says: \(says)", "suggested: \(result.suggested.joined(separator: ", "))"]
        }
        lines.append(Self.stepTable.grid(steps).text)
        if let outcome = result.outcome { lines.append("ends at \(outcome.id): \(title ?? "")") }
        lines.append(result.fault?.description ?? "the story holds")
        return lines.joined(separator: "\n")
    }
}

extension VisitResult {
    /// What tells one visit from another.
    fileprivate var place: String { "\(visit.file):\(visit.line)" }
}
