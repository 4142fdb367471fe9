import BookingCore
import SocialServices

/// Who made the bookings, as a table and as a picture.
struct BookingReportTable {
    let report: BookingReport
    let cells: SmallCellSuppression

    private var table: Table<BookingReport.Row> {
        Table(
            "bookings",
            [
                Column("serviceTask") { $0.task },
                Column("service") { CellAndJSON.text($0.service, orCell: "all") },
                Column("byClients") { [cells] in cells.cell($0.byClients) },
                Column("byProfessionals") { [cells] in cells.cell($0.byProfessionals) },
                Column("byPhoneService") { [cells] in cells.cell($0.byPhoneService) },
                Column("all") { [cells] in cells.cell($0.all) },
                Column("clientsShare", in: .tables) { [cells] in cells.share($0.byClients, of: $0.all) },
                Column("cancelled") { [cells] in cells.cell($0.cancelled) },
            ])
    }

    func print(by printer: Printer) throws { try printer.print(rows: report.rows, as: table) }

    func chart(_ period: String) -> String {
        BarChart(
            title: "Bookings by who made them, \(period)",
            series: ["clients", "professionals", "phone service"],
            bars: report.rows.filter { $0.service == nil }.map { row in
                BarChart.Bar(
                    label: row.task.rawValue,
                    values: [row.byClients, row.byProfessionals, row.byPhoneService].map { cells.told($0) ?? 0 },
                    remark: "clients' share \(cells.share(row.byClients, of: row.all))")
            }
        ).svg
    }
}
