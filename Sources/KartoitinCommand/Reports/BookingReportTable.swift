import BookingCore
import ContentLibrary
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
            Column("serviceTask") { [report] in report.rows[$0].place.taskCell },
            Column("service") { [report] in report.rows[$0].place.serviceCell },
            Column("row", in: .json) { [report] in report.rows[$0].place.kind.rawValue },
        ]
        return Table(
            "bookings",
            head + [
                count("byClients", .byClients), count("byProfessionals", .byProfessionals),
                count("byPhoneService", .byPhoneService), count("all", .all),
                Column("clientsShare") { [cells] in
                    cells.shareCell($0, Count.byClients.rawValue, of: Count.all.rawValue)
                },
                count("cancelledByClient", .cancelledByClient), count("cancelledByCounty", .cancelledByCounty),
                count("cancelled", .cancelled),
            ])
    }

    private typealias Count = BookingReport.Count

    private func count(_ name: String, _ count: Count) -> Column<Int> {
        Column(name) { [cells] in cells.cell($0, count.rawValue) }
    }

    func print(by printer: Printer) throws { try printer.print(rows: Array(report.rows.indices), as: table) }

    private static let makers: [Count] = [.byClients, .byProfessionals, .byPhoneService]

    func chart(_ days: String, in words: Words) -> String {
        BarChart(
            title: words(.report.bookings(days)),
            series: [words(.report.byClients), words(.report.byProfessionals), words(.report.byPhoneService)],
            bars: report.rows.indices.filter { [.task, .total].contains(report.rows[$0].place.kind) }.map { row in
                cells.bar(
                    words.name(report.rows[row].place.task), row, Self.makers.map(\.rawValue),
                    words(
                        .report.clientsShare(
                            cells.share(row, Count.byClients.rawValue, of: Count.all.rawValue, in: words))),
                    in: words)
            }
        ).svg
    }
}
