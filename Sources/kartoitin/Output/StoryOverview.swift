import ContentLibrary

/// How all stories went, in the shape that other programs read.
struct StoryOverview: Encodable {
    struct Line: Encodable {
        let file: String
        let line: Int
        let message: String

        var text: String { ContentFault(file: file, line: line, message: message).description }
    }

    struct Share: Encodable {
        let covered: Int
        let all: Int
        let share: Double

        init(_ share: StoryCoverage.Share) {
            covered = share.covered
            all = share.all
            self.share = share.share
        }

        var text: String { "\(share) (\(covered) of \(all))" }
    }

    let failures: [Line]
    let hold: Int
    let options: Share
    let outcomes: Share
    /// Nil where nobody asked for it.
    let uncovered: [Line]?

    init(of results: [StoryResult], in content: Content, listsGaps: Bool) {
        let coverage = StoryCoverage(of: results, in: content)
        failures = results.compactMap(\.fault).map { Line(file: $0.file, line: $0.line, message: $0.message) }
        hold = results.count - failures.count
        options = Share(coverage.options)
        outcomes = Share(coverage.outcomes)
        let gaps = coverage.gaps.map { Line(file: $0.file, line: $0.line, message: $0.message) }
        uncovered = listsGaps ? gaps : nil
    }

    func print(as format: Format) throws {
        let lines = failures + (uncovered ?? [])
        switch format {
        case .json: try Output.json(self)
        case .csv:
            let rows = lines.map { [$0.file, String($0.line), $0.message] }
            Output.data(Table(headings: ["file", "line", "message"], rows: rows).csv)
        case .table:
            for line in lines { Output.data(line.text) }
            let counts = "\(hold) stories hold, \(failures.count) fail"
            Output.data("\(counts); options covered: \(options.text); outcomes covered: \(outcomes.text)")
        }
    }
}
