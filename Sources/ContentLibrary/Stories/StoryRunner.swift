import Mapper
public import OwnWords
import SocialServices

/// Walks stories through the content they were written for.
///
/// ```swift
/// let stories = try StoryReader.read(folder: "Content", content: content)
/// let runner = try StoryRunner(for: stories, folder: "Content", content: content)
/// let failures = stories.compactMap { runner.run($0).fault }
/// ```
public struct StoryRunner: Sendable {
    private let content: Content
    private let matcher: SituationClassifier?

    /// - Parameter matcher: what understands own words; without it no story's own words are understood.
    public init(content: Content, matcher: SituationClassifier?) {
        self.content = content
        self.matcher = matcher
    }

    /// Learns the example phrases of a content folder, once for all stories and only where one of them needs it.
    public init(for stories: [Story], folder: String, content: Content) throws(ContentError) {
        let isMatching = stories.contains { $0.says != nil }
        let phrasebook =
            isMatching
            ? try PhrasebookReader.read(folder: folder, for: content)
            : nil
        self.init(content: content, matcher: phrasebook?.matcher())
    }

    public func run(_ story: Story) -> StoryResult {
        if let unknown = story.unknown.first {
            let failure = StoryFailure(reason: .namesUnknown(unknown.value), line: unknown.line)
            return StoryResult(story: story, suggested: [], path: [], outcome: nil, failure: failure)
        }
        let tree = content.tree
        let start =
            switch story.start {
            case .start: tree.start
            case .urgent: tree.urgent
            case .human: tree.human
            }
        var interview = Interview(tree: tree, startingAt: start)
        let match = story.says.flatMap { matcher?.match($0.value, in: story.language) }
        let matters = match?.isUnderstood == true ? match?.suggestions ?? [] : []
        // Where urgent help comes first, the way to it stands above the suggestions.
        let danger = match?.isUrgent == true ? match?.ranked.first(where: \.situation.isDanger)?.situation : nil
        let suggested = ([danger].compactMap(\.self) + matters).map { $0.option ?? $0.id }
        var failure: StoryFailure?
        do {
            try checkOwnWords(of: story, match, suggested)
            try followAnswers(of: story, &interview)
            try checkOutcome(of: interview, in: story)
        } catch {
            failure = error
        }
        var outcome: Outcome?
        if case .outcome(let reached) = interview.position { outcome = reached }
        return StoryResult(
            story: story, suggested: suggested, path: interview.path, outcome: outcome, failure: failure)
    }

    /// The words that a story's person reads.
    private func words(of story: Story, after path: [Interview.Step] = []) -> Words {
        content.words(in: story.language).said(about: Subject(path.flags))
    }

    /// Checks that the person's own words are taken for what the story says.
    private func checkOwnWords(
        of story: Story, _ match: SituationMatch?, _ suggested: [String]
    ) throws(StoryFailure) {
        guard let says = story.says else { return }
        let isUrgent = match?.isUrgent ?? false
        if let expected = story.isUrgent, expected != isUrgent {
            throw StoryFailure(
                reason: expected ? .notTakenForDanger(suggested: suggested) : .takenForDanger, line: says.line)
        }
        let start = content.tree.start
        guard story.isUrgent != true, let question = content.tree.questions[start],
            let given = story.answers.first(where: { $0.value.question == start }),
            let option = try answer(given, to: question, in: words(of: story)).optionIDs.first,
            !suggested.contains(option)
        else { return }
        let wanted = "\(start) \(option)"
        throw StoryFailure(
            reason: suggested.isEmpty
                ? .notUnderstood(wanted: wanted) : .suggestsOther(suggested: suggested, wanted: wanted),
            line: says.line)
    }

    /// Answers the questions as the story says.
    private func followAnswers(of story: Story, _ interview: inout Interview) throws(StoryFailure) {
        while case .question(let question) = interview.position {
            guard let given = story.answers.first(where: { $0.value.question == question.id }) else {
                throw StoryFailure(reason: .notAnswered(question: question.id), line: story.line)
            }
            let answer = try answer(given, to: question, in: words(of: story, after: interview.path))
            do {
                try interview.answer(question.id, answer)
            } catch {
                throw StoryFailure(
                    reason: .notTogether(error.option ?? given.value.text, question: question.id), line: given.line)
            }
        }
    }

    /// What the story says, as an answer to the question; not yet whether several options go together.
    private func answer(
        _ given: Story.Line<Story.Answer>, to question: Question, in words: Words
    ) throws(StoryFailure) -> Answer {
        let text = given.value.text
        let offered = question.options.map {
            StoryFailure.Offer(option: $0.id, words: words.text(of: $0.id, in: question.id))
        }
        if let chosen = offered.first(where: { $0.option == text || $0.words == text }) {
            return .options([chosen.option])
        }
        if question.kind == .words { return .words(text) }
        let ids = question.kind == .several ? text.split(separator: " ").map(String.init) : [text]
        let strangers = ids.filter { question.option($0) == nil }
        if strangers.isEmpty { return .options(ids) }
        let typed = strangers.count < ids.count ? strangers[0] : text
        throw StoryFailure(
            reason: .noSuchOption(typed, question: question.id, offered: offered), line: given.line)
    }

    /// Checks where the walk ended and what is shown there.
    private func checkOutcome(of interview: Interview, in story: Story) throws(StoryFailure) {
        let path = interview.path
        guard case .outcome(let outcome) = interview.position else {
            let last = path.last?.question.id ?? interview.start
            throw StoryFailure(reason: .leadsNowhere(question: last), line: story.line)
        }
        if outcome.id != story.ends.value {
            let last = path.last?.question.id
            let given = story.answers.first { $0.value.question == last }?.value
            throw StoryFailure(
                reason: .endsElsewhere(outcome: outcome.id, expected: story.ends.value, last: given),
                line: story.ends.line)
        }
        let asked = Set(path.map(\.question.id))
        if let idle = story.answers.first(where: { !asked.contains($0.value.question) }) {
            throw StoryFailure(reason: .neverAsked(question: idle.value.question), line: idle.line)
        }
        let view = OutcomeView(
            outcome: outcome, flags: path.flags, words: words(of: story, after: path).outcomes[outcome.id])
        for expectation in story.shows where !view.shows(expectation.value) {
            throw StoryFailure(
                reason: .doesNotShow(expectation.value, others: view.others(like: expectation.value)),
                line: expectation.line)
        }
    }
}

extension AnswerFault {
    /// The option that does not go with the others.
    fileprivate var option: String? {
        guard case .exclusive(let option) = self else { return nil }
        return option
    }
}

/// What the person and the professional see where a story ends.
struct OutcomeView {
    let outcome: Outcome
    let flags: Set<SituationFlag>
    /// The outcome's words in the story's language.
    let words: OutcomeWords?

    func shows(_ expectation: Story.Expectation) -> Bool {
        if case .words(let text) = expectation {
            return ([words?.title ?? ""] + (words?.tell ?? [])).contains { $0.contains(text) }
        }
        return others(like: expectation).contains(expectation)
    }

    /// Everything of the same kind that is shown; nothing for words, which would be too long to tell.
    func others(like expectation: Story.Expectation) -> [Story.Expectation] {
        switch expectation {
        case .book: outcome.appointmentType.map { [.book($0)] } ?? []
        case .ready: outcome.readyAnswers.map { .ready($0) }
        case .contact: outcome.contacts.map { .contact($0) }
        case .flag: SituationFlag.allCases.filter(flags.contains).map { .flag($0) }
        case .words: []
        }
    }
}
