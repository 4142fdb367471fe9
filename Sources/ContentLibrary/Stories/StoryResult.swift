public import Mapper

/// How far a story came.
public struct StoryResult: Sendable {
    public let story: Story
    /// What the own words suggest, as options of the first question; a situation of danger by its id.
    public let suggested: [String]
    /// The questions that were asked, with what the story answered.
    public let path: [Interview.Step]
    /// Where the walk ended; nil if it left its path before.
    public let outcome: Outcome?
    /// `nil` if the story holds.
    public let failure: StoryFailure?

    /// What does not hold, by file and line.
    public var fault: ContentFault? {
        failure.map { ContentFault(file: story.file, line: $0.line, message: "\"\(story.name)\" \($0.message)") }
    }
}

/// Why a story does not hold, told so that its author sees where the story and the content part.
public struct StoryFailure: Error, Sendable, Equatable {
    public enum Reason: Sendable, Equatable {
        /// The story names what the content does not have yet.
        case namesUnknown(String)
        /// Nothing is suggested after the own words, though `wanted` (question and option) should be.
        case notUnderstood(wanted: String)
        case suggestsOther(suggested: [String], wanted: String)
        case notTakenForDanger(suggested: [String])
        case takenForDanger
        case notAnswered(question: String)
        /// `offered` are the question's options, each as id and as words.
        case noSuchOption(String, question: String, offered: [Offer])
        case notTogether(String, question: String)
        /// Only a tree that was not checked can do this.
        case leadsNowhere(question: String)
        /// `last` is the answer that led there, with its question; nil if nothing was asked.
        case endsElsewhere(outcome: String, expected: String, last: Story.Answer?)
        case neverAsked(question: String)
        /// `others` of the same kind are shown instead.
        case doesNotShow(Story.Expectation, others: [Story.Expectation])
    }

    public struct Offer: Sendable, Equatable {
        public let option: String
        public let words: String
    }

    public let reason: Reason
    /// The story's line that does not hold, 1 for the file's first.
    public let line: Int

    /// What follows the story's name: lower case, without a full stop.
    public var message: String {
        switch reason {
        case .namesUnknown(let told): "cannot be walked yet: \(told)"
        case .notUnderstood(let wanted):
            "left its path at once: the own words are not understood and do not suggest \"\(wanted)\""
        case .suggestsOther(let suggested, let wanted):
            "left its path at once: the own words suggest \(Self.list(suggested)), not \"\(wanted)\""
        case .notTakenForDanger(let suggested):
            "left its path at once: the own words are not taken for danger; they suggest \(Self.list(suggested))"
        case .takenForDanger:
            "left its path at once: the own words are taken for danger"
        case .notAnswered(let question):
            "left its path at the question \"\(question)\": the story does not say what is answered there"
        case .noSuchOption(let typed, let question, let offered):
            "left its path at the question \"\(question)\": there is no option \"\(typed)\""
                + Self.hint(typed, offered)
        case .notTogether(let option, let question):
            "left its path at the question \"\(question)\": \"\(option)\" goes with no other option"
        case .leadsNowhere(let question):
            "left its path after the question \"\(question)\": its answer leads nowhere"
        case .endsElsewhere(let outcome, let expected, let last):
            "ends at \"\(outcome)\", not at \"\(expected)\""
                + (last.map { "; the last answer was \"\($0.text)\" to \"\($0.question)\"" } ?? "")
        case .neverAsked(let question):
            "has an answer to \"\(question)\" that was never asked"
        case .doesNotShow(let expectation, let others):
            "does not show \(expectation.description)"
                + (others.isEmpty ? "" : "; it shows \(Self.list(others.map(\.description)))")
        }
    }

    private static func hint(_ typed: String, _ offered: [Offer]) -> String {
        let hint = DidYouMean.hint(for: typed, among: offered.flatMap { [$0.option, $0.words] })
        return hint.isEmpty ? "; use one of: \(list(offered.map(\.option)))" : hint
    }

    private static func list(_ words: [String]) -> String {
        words.isEmpty ? "nothing" : words.joined(separator: ", ")
    }
}
