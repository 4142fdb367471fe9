import BookingCore
import SocialServices

/// How clients were met, as a table, as JSON and as a picture.
struct ContactReportText {
    private let report: ContactReport
    private let cells: SmallCellSuppression

    init(_ report: ContactReport, cells: SmallCellSuppression) {
        self.report = report
        self.cells = cells
    }

    var table: Table {
        Table(
            headings: ["serviceTask", "phone", "remote", "office", "all", "remoteShare", "noShows"],
            rows: report.rows.map { row in
                [
                    row.task?.rawValue ?? "all", cells.text(row.byPhone), cells.text(row.remote),
                    cells.text(row.atOffice), cells.text(row.all), cells.share(row.remote, of: row.all),
                    cells.text(row.noShows),
                ]
            })
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

    /// For other programs; a hidden count is left out.
    struct Shape: Encodable {
        struct Row: Encodable {
            let serviceTask: String?
            let phone: Int?
            let remote: Int?
            let office: Int?
            let all: Int?
            let noShows: Int?
        }

        let contacts: [Row]
        let remoteTarget = ContactReport.remoteTarget

        init(_ report: ContactReport, cells: SmallCellSuppression) {
            contacts = report.rows.map {
                Row(
                    serviceTask: $0.task?.rawValue, phone: cells.told($0.byPhone), remote: cells.told($0.remote),
                    office: cells.told($0.atOffice), all: cells.told($0.all), noShows: cells.told($0.noShows))
            }
        }
    }
}
