import BookingCore
public import CivilTime
public import Mapper
import SocialServices

/// The checks over a whole content folder: what its authors run before they publish it.
public struct ContentCheck: Sendable {
    /// Everything that must be mended, by file and line.
    public var faults: [ContentFault]
    /// What is worth a look, by file and line; no faults.
    public let remarks: [ContentRemark]
    /// What a county must mend besides before it opens, by file and line.
    public let openingFaults: [ContentFault]
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
        let words = outlines.words.map {
            WordsCheck(of: $0.files, in: $0.language, of: content, known: readingFaults)
        }
        let languages = LanguageCheck(of: content, outlines: outlines)
        let outcomes = OutcomeCheck(of: content, outlines: outlines)
        let stories = try StoryReader.readWithFaults(folder: folder, content: content)
        let (_, phraseFaults) = try PhrasebookReader.readWithFaults(
            folder: folder, situations: content.situations, begun: content.begunLanguages)

        let ofTree =
            WalkCheck(of: walks, in: content, outlines: outlines).faults + outcomes.faults
            + OptionCheck(of: content, outlines: outlines).faults
            + FormCheck(of: content, outlines: outlines).faults
        let ofWords =
            words.flatMap(\.faults) + OptionalLineCheck(of: content, outlines: outlines).faults + languages.faults
        faults = Self.inOrder(
            readingFaults + stories.faults + phraseFaults + ofTree + ofWords + facts.faults, by: \.self)
        remarks = Self.inOrder(
            facts.remarks + words.flatMap(\.remarks) + languages.remarks + outcomes.remarks + stories.remarks
                + DraftCheck(of: reader.drafts, beside: content).remarks, by: \.fault)
        openingFaults = Self.inOrder(
            facts.openingFaults + remarks.filter(\.kind.mustBeMendedToOpen).map(\.fault), by: \.self)
    }

    private static func inOrder<Line>(_ lines: [Line], by fault: (Line) -> ContentFault) -> [Line] {
        lines.map { (line: $0, fault: fault($0)) }
            .sorted {
                ($0.fault.file, $0.fault.line, $0.fault.message) < ($1.fault.file, $1.fault.line, $1.fault.message)
            }
            .map(\.line)
    }

    /// Takes what a county must mend before it opens for faults.
    public mutating func requireReadiness() { faults = Self.inOrder(faults + openingFaults, by: \.self) }

    /// What was checked, in one line.
    public var summary: String {
        "\(questions) questions, \(options) options, \(paths) paths, the longest asks \(longestPath); "
            + "faults: \(faults.count)"
    }
}
