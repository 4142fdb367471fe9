import ContentLibrary
import Mapper
import OwnWords
import SocialServices

extension Command {
    static let match = Command(
        words: ["match"], summary: "what own words sound like: situations on standard input, one a line"
    ) { call in
        let content = try call.content()
        let language = try call.language(in: content) ?? content.languages[0]
        let format = try call.format()
        let phrasebook = try PhrasebookReader.read(folder: call.contentFolder, situations: content.situations)
        let matcher = phrasebook.matcher()
        if matcher.situations.isEmpty {
            throw Failure(
                .badData, "the content has no situations to compare with; add them to tree/ and situations/")
        }
        var cells: [[String]] = []
        while let line = readLine(strippingNewline: true) {
            let row = MatchRow(
                line, language: language.rawValue, match: matcher.match(line, in: language), tree: content.tree)
            switch format {
            case .json: try Output.json(row)
            case .csv: cells += row.cells
            case .table: Output.data(row.lines)
            }
        }
        if format == .csv { Output.data(Table(headings: MatchRow.headings, rows: cells).csv) }
        return .done
    }
}

/// The fixed shape that other programs read, one object for each line.
private struct MatchRow: Encodable {
    struct Candidate: Encodable {
        let outcome: String
        let question: String
        let score: Double
        let because: [String]
    }

    let text: String
    let language: String
    let urgent: Bool
    let candidates: [Candidate]

    init(_ text: String, language: String, match: SituationMatch, tree: QuestionTree) {
        self.text = text
        self.language = language
        urgent = match.isUrgent
        candidates = match.groups.map { group in
            Candidate(
                outcome: group.situation.group.rawValue,
                question: tree.narrowingQuestion(choosing: group.situation.option),
                score: (group.score * 1000).rounded() / 1000, because: group.because)
        }
    }

    static let headings = ["text", "urgent", "outcome", "question", "score", "because"]

    /// A row for each candidate.
    var cells: [[String]] {
        candidates.map {
            [text, urgent ? "yes" : "no", $0.outcome, $0.question, "\($0.score)", $0.because.joined(separator: "; ")]
        }
    }

    /// The best three, for reading.
    var lines: String {
        let best = candidates.prefix(3).map { candidate in
            let because = candidate.because.isEmpty ? "" : "  (\(candidate.because.joined(separator: "; ")))"
            return "  \(candidate.score)  \(candidate.outcome) -> \(candidate.question)\(because)"
        }
        return ([(urgent ? "! " : "") + text] + best).joined(separator: "\n")
    }
}
