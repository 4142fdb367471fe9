import BookingCore
import SocialServices

/// Who made the bookings, as a table, as JSON and as a picture.
struct BookingReportText {
    private let report: BookingReport
    private let cells: SmallCellSuppression

    init(_ report: BookingReport, cells: SmallCellSuppression) {
        self.report = report
        self.cells = cells
    }

    var table: Table {
        Table(
            headings: [
                "serviceTask", "service", "byClients", "byProfessionals", "byPhoneService", "all", "clientsShare",
                "cancelled",
            ],
            rows: report.rows.map { row in
                [
                    row.task.rawValue, row.service ?? "all", cells.text(row.byClients),
                    cells.text(row.byProfessionals), cells.text(row.byPhoneService), cells.text(row.all),
                    cells.share(row.byClients, of: row.all), cells.text(row.cancelled),
                ]
            })
    }

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

    /// For other programs; a hidden count is left out.
    struct Shape: Encodable {
        struct Row: Encodable {
            let serviceTask: String
            let service: String?
            let byClients: Int?
            let byProfessionals: Int?
            let byPhoneService: Int?
            let all: Int?
            let cancelled: Int?
        }

        let bookings: [Row]

        init(_ report: BookingReport, cells: SmallCellSuppression) {
            bookings = report.rows.map {
                Row(
                    serviceTask: $0.task.rawValue, service: $0.service, byClients: cells.told($0.byClients),
                    byProfessionals: cells.told($0.byProfessionals), byPhoneService: cells.told($0.byPhoneService),
                    all: cells.told($0.all), cancelled: cells.told($0.cancelled))
            }
        }
    }
}
