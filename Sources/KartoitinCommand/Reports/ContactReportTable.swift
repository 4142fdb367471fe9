import BookingCore
import SocialServices

/// How clients were met, as a table and as a picture.
struct ContactReportTable {
    let report: ContactReport
    let cells: SmallCellSuppression

    private var table: Table<ContactReport.Row> {
        let head: [Column<ContactReport.Row>] = [
            Column("serviceTask") { CellAndJSON.text($0.task?.rawValue, orCell: "all") }
        ]
        let methods: [Column<ContactReport.Row>] = ContactMethod.allCases.map { method in
            Column(method.rawValue) { [cells] in cells.cell($0.count(method)) }
        }
        let rest: [Column<ContactReport.Row>] = [
            Column("all") { [cells] in cells.cell($0.all) },
            Column("remoteShare", in: .tables) { [cells] in cells.share($0.count(.remote), of: $0.all) },
            Column("noShows") { [cells] in cells.cell($0.noShows) },
        ]
        return Table("contacts", head + methods + rest)
    }

    func print(by printer: Printer) throws {
        let json: [String: JSON] = [
            table.name: table.json(report.rows), "remoteTarget": .decimal(ContactReport.remoteTarget),
        ]
        try printer.print(json: .fields(json), grid: table.grid(report.rows))
    }

    func chart(_ period: String) -> String {
        BarChart(
            title: "Contacts by how they were held, \(period); national target for remote: 35 %",
            series: ContactMethod.allCases.map(\.rawValue),
            bars: report.rows.map { row in
                BarChart.Bar(
                    label: row.task?.rawValue ?? "all",
                    values: ContactMethod.allCases.map { cells.told(row.count($0)) ?? 0 },
                    remark: "remote \(cells.share(row.count(.remote), of: row.all))")
            }
        ).svg
    }
}
