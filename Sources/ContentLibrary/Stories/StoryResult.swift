public import Mapper

/// How far a story came.
public struct StoryResult: Sendable {
    public let story: Story
    /// What the own words suggest, as options of the first question; a situation of danger by its id.
    public let suggested: [String]
    /// The questions that were asked, with what the story answered.
    public let path: [Interview.Step]
    /// Where the walk ended; nil where it left its path before.
    public let outcome: Outcome?
    /// Nil where the story holds.
    public let failure: StoryFailure?

    /// What does not hold, by file and line.
    public var fault: ContentFault? {
        failure.map { ContentFault(file: story.file, line: $0.line, message: "\"\(story.name)\" \($0.message)") }
    }
}
