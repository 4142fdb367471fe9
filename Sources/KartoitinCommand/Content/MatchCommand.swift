import ContentLibrary
import Mapper
import OwnWords
import SocialServices

extension Command {
    static let match = Command(
        "match", "what own words sound like: situations on standard input, one a line"
    ) { call in
        let county = try call.wholeCounty()
        let (content, language, format) = (county.content, county.language, county.printer.format)
        guard let matcher = try call.environment.learnedWords(of: content).classifier() else {
            throw Failure(
                .badData, "the content has no situations to compare with; add them to tree/ and situations/")
        }
        var pages: [MatchPage] = []
        while let line = readLine(strippingNewline: true) {
            let page = MatchPage(
                line, language: language, match: matcher.match(line, in: language), tree: content.tree)
            switch format {
            case .json: try Output.json(page.json)
            case .csv: pages.append(page)
            case .table: Output.data(page.lines)
            }
        }
        if format == .csv { Output.data(MatchPage.grid(pages).csv) }
        return .done
    }
}

/// What one line sounds like.
private struct MatchPage {
    private struct Candidate {
        let outcome: String
        let question: String
        let score: Double
        let because: [String]
    }

    /// A line with one of its candidates.
    private typealias Row = (page: MatchPage, candidate: Candidate)

    private let text: String
    private let language: Language
    private let isUrgent: Bool
    private let mayBeUrgent: Bool
    private let candidates: [Candidate]

    init(_ text: String, language: Language, match: SituationMatch, tree: QuestionTree) {
        self.text = text
        self.language = language
        isUrgent = match.isUrgent
        mayBeUrgent = match.mayBeUrgent
        candidates = match.groups.map { group in
            Candidate(
                outcome: group.group.rawValue,
                question: tree.narrowingQuestion(choosing: group.situation.option),
                score: (group.score * 1000).rounded() / 1000, because: group.because)
        }
    }

    private static let candidateColumns: [Column<Candidate>] = [
        Column("outcome") { $0.outcome },
        Column("question") { $0.question },
        Column("score") { $0.score },
        Column("because") { candidate in
            CellAndJSON(
                cell: candidate.because.joined(separator: "; "), json: .list(candidate.because.map(JSON.text)))
        },
    ]

    private static let candidateTable = Table<Candidate>("candidates", candidateColumns)

    private static let pageColumns: [Column<MatchPage>] = [
        Column("text") { $0.text },
        Column("language", in: .json) { $0.language },
        Column("urgent") { $0.isUrgent },
        Column("possible") { $0.mayBeUrgent },
        Column("candidates", in: .json) { candidateTable.json($0.candidates) },
    ]

    /// The fixed shape that other programs read, one object for each line.
    var json: JSON { Table("lines", Self.pageColumns).json(self) }

    /// A row for each candidate.
    static func grid(_ pages: [MatchPage]) -> Grid {
        let columns: [Column<Row>] =
            pageColumns.map { column in column.of { $0.page } }
            + candidateColumns.map { column in column.of { $0.candidate } }
        return Table("lines", columns).grid(pages.flatMap { page in page.candidates.map { (page, $0) } })
    }

    /// The best three, for reading.
    var lines: String {
        let best = candidates.prefix(3).map { candidate in
            let because = candidate.because.isEmpty ? "" : "  (\(candidate.because.joined(separator: "; ")))"
            return "  \(candidate.score)  \(candidate.outcome) -> \(candidate.question)\(because)"
        }
        return ([(isUrgent ? "! " : mayBeUrgent ? "? " : "") + text] + best).joined(separator: "\n")
    }
}
