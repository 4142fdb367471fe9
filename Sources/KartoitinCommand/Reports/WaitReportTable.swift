import BookingCore
import CivilTime
import SocialServices

/// How long people wait, as a table and as a picture.
struct WaitReportTable {
    private let report: WaitReport
    private let cells: SmallCellSuppression
    private let measuredAt: String

    init(_ report: WaitReport, cells: SmallCellSuppression, on clock: WallClock) {
        self.report = report
        self.cells = cells
        measuredAt = clock.iso8601(report.measuredAt)
    }

    /// The first free times are of `measuredAt`, all else of the period.
    private var bookedTable: Table<WaitReport.Row> {
        let head: [Column<WaitReport.Row>] = [
            Column("serviceTask") { $0.task },
            Column("service") { CellAndJSON.text($0.service, orCell: "all") },
        ]
        let free: [Column<WaitReport.Row>] = ContactMethod.allCases.map { method in
            Column("\(method.rawValue)Now", in: .tables) { row in
                row.firstFree.first { $0.method == method }.map(text) ?? "-"
            }
        }
        let rest: [Column<WaitReport.Row>] = [
            Column("measuredAt", in: .tables) { $0.firstFree.isEmpty ? "-" : measuredAt },
            Column("bookings") { cells.cell($0.bookings) },
            Column("medianDays") { median(of: $0) },
            Column("nineOfTenDays") { days($0.nineOfTenDays, of: $0) },
        ]
        return Table("booked", head + free + rest)
    }

    /// Only in JSON, where each first free time has a row of its own.
    private var freeTable: Table<FirstFree> {
        Table(
            "firstFree",
            [
                Column("serviceTask") { $0.task },
                Column("method") { $0.method },
                // Left out, as are the days and hours until then, if nothing is free.
                Column("start") { $0.start },
                Column("days") { hours(until: $0).map { $0 / 24 } },
                Column("hours") { hours(until: $0).map { $0 % 24 } },
            ])
    }

    func print(by printer: Printer) throws {
        let free = report.rows.flatMap(\.firstFree)
        let json: [String: JSON] = [
            "measuredAt": .text(measuredAt), freeTable.name: freeTable.json(free, on: printer.clock),
            bookedTable.name: bookedTable.json(report.rows),
        ]
        try printer.print(json: .fields(json), grid: bookedTable.grid(report.rows))
    }

    /// For each service task a bar of the period, then one for each way to meet now, all in hours: a wait shorter than
    /// a day is seen too.
    func chart(_ period: String) -> String {
        BarChart(
            title: "Waiting: booked \(period); first free at \(measuredAt)",
            series: ["half, hours", "90 %, more hours", "first free, hours"],
            bars: report.rows.filter { $0.service == nil }.flatMap { row in
                [booked(row)]
                    + row.firstFree.map { free in
                        BarChart.Bar(
                            label: "\(row.task.rawValue) \(free.method.rawValue)",
                            values: [0, 0, hours(until: free) ?? 0], remark: text(free))
                    }
            }
        ).svg
    }

    private func booked(_ row: WaitReport.Row) -> BarChart.Bar {
        let label = row.task.rawValue
        guard let median = told(row.medianDays, of: row), let most = told(row.nineOfTenDays, of: row) else {
            return BarChart.Bar(label: label, values: [], remark: "n = \(cells.text(row.bookings))")
        }
        return BarChart.Bar(
            label: label, values: [Int(median * 24), max(0, most * 24 - Int(median * 24))],
            remark: "half \(Self.short(median)) d, 90 % \(most) d, n = \(row.bookings)")
    }

    private func text(_ free: FirstFree) -> String {
        hours(until: free).map { "\($0 / 24) d \($0 % 24) h" } ?? "nothing free"
    }

    private func days(_ days: Int?, of row: WaitReport.Row) -> CellAndJSON {
        let shown = told(days, of: row)
        let cell = row.bookings == 0 ? "-" : shown.map(String.init) ?? "hidden"
        return CellAndJSON(cell: cell, json: shown.map(JSON.whole))
    }

    private func median(of row: WaitReport.Row) -> CellAndJSON {
        let shown = told(row.medianDays, of: row)
        let cell = row.bookings == 0 ? "-" : shown.map(Self.short) ?? "hidden"
        return CellAndJSON(cell: cell, json: shown.map(JSON.decimal))
    }

    /// A number of whole or half days.
    private static func short(_ days: Double) -> String { days == days.rounded() ? String(Int(days)) : String(days) }

    /// Days of few people would tell of one of them.
    private func told<Days>(_ days: Days?, of row: WaitReport.Row) -> Days? { cells.hides(row.bookings) ? nil : days }

    private func hours(until free: FirstFree) -> Int? { free.hours(from: report.measuredAt) }
}
