import BookingCore
public import CivilTime
public import Mapper
import SocialServices

/// The checks over a whole content folder: what its authors run before they publish it.
public struct ContentCheck: Sendable {
    /// Everything that must be mended, by file and line.
    public private(set) var faults: [ContentFault]
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
        let facts = FactCheck(of: content.county, in: outlines, today: today)
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
        faults = (readingFaults + stories.faults + phraseFaults + ofTree + ofWords + facts.faults).sorted()
        let allRemarks =
            facts.remarks + words.flatMap(\.remarks) + languages.remarks + outcomes.remarks + stories.remarks
            + DraftCheck(of: reader.drafts, beside: content).remarks
        remarks = allRemarks.sorted { $0.fault < $1.fault }
        openingFaults = (facts.openingFaults + remarks.filter(\.kind.mustBeMendedToOpen).map(\.fault)).sorted()
    }

    /// Adds what was found by another check.
    public mutating func add(_ found: [ContentFault]) { faults = (faults + found).sorted() }

    /// Takes what a county must mend before it opens for faults.
    public mutating func requireReadiness() { add(openingFaults) }

    /// What was checked, in one line.
    public var summary: String {
        "\(questions) questions, \(options) options, \(paths) paths, the longest asks \(longestPath); "
            + "faults: \(faults.count)"
    }
}
