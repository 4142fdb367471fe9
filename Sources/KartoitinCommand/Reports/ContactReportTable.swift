import BookingCore
import SocialServices

/// How clients were met, as a table and as a picture.
struct ContactReportTable {
    let report: ContactReport
    let cells: SmallCellSuppression

    private var table: Table<ContactReport.Row> {
        Table(
            "contacts",
            [
                Column("serviceTask") { CellAndJSON.text($0.task?.rawValue, orCell: "all") },
                Column("phone") { [cells] in cells.cell($0.byPhone) },
                Column("remote") { [cells] in cells.cell($0.remote) },
                Column("office") { [cells] in cells.cell($0.atOffice) },
                Column("all") { [cells] in cells.cell($0.all) },
                Column("remoteShare", in: .tables) { [cells] in cells.share($0.remote, of: $0.all) },
                Column("noShows") { [cells] in cells.cell($0.noShows) },
            ])
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
            series: ["phone", "remote", "office"],
            bars: report.rows.map { row in
                BarChart.Bar(
                    label: row.task?.rawValue ?? "all",
                    values: [row.byPhone, row.remote, row.atOffice].map { cells.told($0) ?? 0 },
                    remark: "remote \(cells.share(row.remote, of: row.all))")
            }
        ).svg
    }
}
