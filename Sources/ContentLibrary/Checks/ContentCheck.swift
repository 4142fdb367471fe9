import BookingCore
public import CivilTime
public import Mapper
import SocialServices

/// The checks over a whole content folder: what its authors run before they publish it.
public struct ContentCheck: Sendable {
    /// Everything that must be mended, by file and line.
    public let faults: [ContentFault]
    /// What is worth a look, by file and line; no faults.
    public let remarks: [ContentRemark]
    /// Every walk from the start, and from the ways to a human being and to urgent help.
    public let walks: Walks
    public let questions: Int
    public let options: Int

    public var paths: Int { walks.count }
    /// The most questions that anybody is asked.
    public var longestPath: Int { walks.longest }

    /// - Parameter today: what has held until an earlier day is a fault.
    public init(folder: String, today: CalendarDay) throws(ContentError) {
        var reader = ContentReader(folder: folder)
        let (content, readingFaults) = try reader.readWithFaults()
        let walks = Walks(of: content.tree)
        self.walks = walks
        questions = content.tree.questions.count
        options = content.tree.questions.values.reduce(0) { $0 + $1.options.count }
        let outlines = reader.outlines
        let facts = FactCheck(of: content.county, in: outlines.county, today: today)
        let words = outlines.words.map { WordsCheck(of: $0.files, in: $0.language, of: content) }
        let (_, storyFaults) = try StoryReader.readWithFaults(folder: folder, content: content)
        let (_, phraseFaults) = try PhrasebookReader.readWithFaults(folder: folder, situations: content.situations)
        let found =
            readingFaults + storyFaults + phraseFaults + WalkCheck(of: walks, in: content, outlines: outlines).faults
            + OutcomeCheck(of: content, outlines: outlines).faults + facts.faults + words.flatMap(\.faults)
            + OptionalLineCheck(of: content, outlines: outlines).faults
            + OptionCheck(of: content, outlines: outlines).faults
        faults = found.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
        remarks = (facts.remarks + words.flatMap(\.remarks))
            .sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    }

    /// What was checked, in one line.
    public var summary: String {
        "\(questions) questions, \(options) options, \(paths) paths, the longest asks \(longestPath); "
            + "faults: \(faults.count)"
    }
}
