import BookingCore
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

    func chart(_ period: String) -> String {
        BarChart(
            title: "Contacts by how they were held, \(period); national target for remote: 35 %",
            series: ContactMethod.allCases.map(\.rawValue),
            bars: report.rows.indices.map { row in
                BarChart.Bar(
                    label: report.rows[row].task?.rawValue ?? "all",
                    values: ContactMethod.allCases.indices.map { cells.told(row, $0) ?? 0 },
                    remark: "remote \(cells.shareText(row, Self.remote, of: ContactReport.allColumn))")
            }
        ).svg
    }
}
