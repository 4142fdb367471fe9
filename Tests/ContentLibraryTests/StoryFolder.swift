import Mapper
import Testing

@testable import ContentLibrary

/// The sound content with situations to compare own words with, and stories.
struct StoryFolder {
    let folder: ContentFolder

    /// - Parameter stories: the lines of `stories/en/money.txt`.
    init(_ stories: String = StoryFolder.sound) throws {
        folder = try ContentFolder()
        try folder.append(
            """
            situation money
              group working-age
              answer money
            situation child
              group child-protection
              answer child
            situation other
              group elsewhere
              answer unknown
            situation danger
              group urgent
            """, to: "tree/start.txt")
        let phrases = [
            "money": ["I cannot pay my bills", "debts and unpaid bills", "no money for the rent"],
            "child": ["worried about a child", "the neighbour's child is left alone", "a child cries every night"],
            "other": ["left my child's bag on the bus", "the neighbour's dog is left alone", "the passport"],
            "danger": ["he is going to kill me", "help me now he has a knife", "I want to die tonight"],
        ]
        for (situation, lines) in phrases {
            let text = lines.map { "phrase \($0)\n" }.joined()
            try folder.write(text, to: "situations/en/\(situation).txt")
        }
        try folder.write(stories, to: "stories/en/money.txt")
    }

    /// A story that uses everything, and one that begins where a human being is asked for.
    static let sound = """
        story rent-and-debts
          person  Kim owes two months of rent
            and has a loan.
          says    bills and no money          # 4
          answer  story Lost my job.
          answer  topic Money                 # 6
          answer  needs rent
          ends    debt-help                   # 8
          shows   book advice-money
          shows   ready budget                # 10
          shows   contact kela
          shows   words "a time here"         # 12

        story whoever-answers                 # 14
          person  Sam wants to talk to somebody.
          from    human                       # 16
          answer  talk unknown
          ends    advice                      # 18

        """

    /// The content as far as it could be read.
    func content() throws -> Content { try ContentReader.read(folder: folder.path) }

    func results() throws -> [StoryResult] {
        let content = try content()
        let stories = try StoryReader.read(folder: folder.path, content: content).stories
        let runner = try StoryRunner(for: stories, folder: folder.path, content: content)
        return stories.map(runner.run)
    }

    /// What does not hold, one a line as `content stories` prints it.
    func failures() throws -> String { try results().compactMap(\.fault?.description).joined(separator: "\n") }
}

/// Compares what does not hold when one place of the sound stories is changed.
func expectFailures(
    replacing old: String, with new: String, are expected: String, at place: SourceLocation = #_sourceLocation
) throws {
    let stories = try StoryFolder()
    try stories.folder.replace(old, with: new, in: "stories/en/money.txt")
    let found = try stories.failures()
    #expect(found == expected, sourceLocation: place)
}
