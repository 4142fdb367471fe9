import BookingCore
import SocialServices

/// Who made the bookings, as a table and as a picture.
struct BookingReportTable {
    private let report: BookingReport
    private let cells: SuppressedCells

    init(report: BookingReport, cells rule: SmallCellSuppression) {
        self.report = report
        cells = report.cells(rule)
    }

    /// Rows by their number in the report.
    private var table: Table<Int> {
        let head: [Column<Int>] = [
            Column("serviceTask") { [report] in CellAndJSON.text(report.rows[$0].task?.rawValue, orCell: "all") },
            Column("service") { [report] in Self.service(report.rows[$0]) },
            Column("row", in: .json) { [report] in report.rows[$0].kind.rawValue },
        ]
        return Table(
            "bookings",
            head + [
                count("byClients", .byClients), count("byProfessionals", .byProfessionals),
                count("byPhoneService", .byPhoneService), count("all", .all),
                Column("clientsShare") { [cells] in
                    cells.shareCell($0, Count.byClients.rawValue, of: Count.all.rawValue)
                },
                count("cancelled", .cancelled),
            ])
    }

    private typealias Count = BookingReport.Count

    private func count(_ name: String, _ count: Count) -> Column<Int> {
        Column(name) { [cells] in cells.cell($0, count.rawValue) }
    }

    private static func service(_ row: BookingReport.Row) -> CellAndJSON {
        .text(row.service, orCell: row.kind == .noService ? "none named" : "all")
    }

    func print(by printer: Printer) throws { try printer.print(rows: Array(report.rows.indices), as: table) }

    func chart(_ period: String) -> String {
        BarChart(
            title: "Bookings by who made them, \(period)",
            series: ["clients", "professionals", "phone service"],
            bars: report.rows.indices.filter { report.rows[$0].kind == .task }.map { row in
                BarChart.Bar(
                    label: report.rows[row].task?.rawValue ?? "all",
                    values: [Count.byClients, .byProfessionals, .byPhoneService].map {
                        cells.told(row, $0.rawValue) ?? 0
                    },
                    remark: "clients' share "
                        + cells.shareText(row, Count.byClients.rawValue, of: Count.all.rawValue))
            }
        ).svg
    }
}
