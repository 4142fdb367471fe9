import BookingCore
import ContentLibrary
import Desks
import SocialServices

/// How clients were met, as a table and as a picture.
struct ContactReportTable {
    private let report: ContactReport
    private let cells: SuppressedCells

    init(report: ContactReport, cells rule: SmallCellSuppression) {
        self.report = report
        cells = report.cells(rule)
    }

    private static let remote = ContactMethod.allCases.firstIndex(of: .remote) ?? 0

    /// Rows by their number in the report.
    private var table: Table<Int> {
        let head: [Column<Int>] = [
            Column("serviceTask") { [report] in CellAndJSON.text(report.rows[$0].task?.rawValue, orCell: "all") }
        ]
        let methods = ContactMethod.allCases.enumerated().map { count($1.rawValue, $0) }
        let rest: [Column<Int>] = [
            count("all", ContactReport.allColumn),
            Column("remoteShare") { [cells] in cells.shareCell($0, Self.remote, of: ContactReport.allColumn) },
            count("noShows", ContactReport.noShowColumn), count("unmarked", ContactReport.unmarkedColumn),
        ]
        return Table("contacts", head + methods + rest)
    }

    private func count(_ name: String, _ column: Int) -> Column<Int> {
        Column(name) { [cells] in cells.cell($0, column) }
    }

    func print(by printer: Printer) throws {
        let json: [String: JSON] = [
            table.name: table.json(Array(report.rows.indices)), "remoteTarget": .decimal(ContactReport.remoteTarget),
        ]
        try printer.print(json: .fields(json), grid: table.grid(Array(report.rows.indices)))
    }

    func chart(_ days: String, in words: Words) -> String {
        let target = SuppressedCells.percent(ContactReport.remoteTarget, in: words)
        return BarChart(
            title: words(.report.contacts(days, target)),
            series: ContactMethod.allCases.map { words($0.name) },
            bars: report.rows.indices.map { row in
                cells.bar(
                    words.name(report.rows[row].task), row, Array(ContactMethod.allCases.indices),
                    words(.report.remoteShare(cells.share(row, Self.remote, of: ContactReport.allColumn, in: words))),
                    in: words)
            }
        ).svg
    }
}
