import BookingCore
import CivilTime
import ContentLibrary
import Desks
import SocialServices

/// How long people wait, as a table and as a picture.
struct WaitReportTable {
    private let report: WaitReport
    private let cells: SuppressedCells
    private let measuredAt: String

    init(_ report: WaitReport, cells rule: SmallCellSuppression, on clock: WallClock) {
        self.report = report
        cells = report.cells(rule)
        measuredAt = clock.iso8601(report.measuredAt)
    }

    /// Rows by their number in the report. The first free times are of `measuredAt`, all else of the period.
    private var bookedTable: Table<Int> {
        let head: [Column<Int>] = [
            Column("serviceTask") { report.rows[$0].place.taskCell },
            Column("service") { report.rows[$0].place.serviceCell },
            Column("row", in: .json) { report.rows[$0].place.kind.rawValue },
        ]
        let free: [Column<Int>] = ContactMethod.allCases.map { method in
            Column("\(method.rawValue)Now", in: .tables) { row in
                report.rows[row].firstFree.first { $0.method == method }.map(text) ?? "-"
            }
        }
        let rest: [Column<Int>] = [
            Column("measuredAt", in: .tables) { report.rows[$0].firstFree.isEmpty ? "-" : measuredAt },
            Column("bookings") { cells.cell($0, 0) },
            Column("medianDays") { median(of: $0) },
            Column("nineOfTenDays") { nineOfTen(of: $0) },
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
            bookedTable.name: bookedTable.json(Array(report.rows.indices)),
        ]
        try printer.print(json: .fields(json), grid: bookedTable.grid(Array(report.rows.indices)))
    }

    /// For each service task a bar of the period, then one for each way to meet now, all in hours: a wait shorter than
    /// a day is seen too.
    func chart(_ days: String, in words: Words, _ dates: DateWords) -> String {
        BarChart(
            title: words(.report.waiting(days, dates.short(report.measuredAt))),
            series: [words(.report.half), words(.report.most), words(.report.firstFree)],
            bars: report.rows.indices.filter { report.rows[$0].place.kind == .task }.flatMap { row in
                [booked(row, in: words)] + report.rows[row].firstFree.map { free(of: $0, in: words) }
            }
        ).svg
    }

    private func free(of free: FirstFree, in words: Words) -> BarChart.Bar {
        let hours = hours(until: free)
        return BarChart.Bar(
            label: "\(words.name(free.task)), \(words(free.method.name))", values: [0, 0, hours ?? 0],
            remark: words(hours.map { .report.daysAndHours($0 / 24, $0 % 24) } ?? .report.nothingFree))
    }

    private func booked(_ row: Int, in words: Words) -> BarChart.Bar {
        let label = words.name(report.rows[row].place.task)
        let count = cells.text(row, 0, in: words)
        guard let median = told(\.medianDays, of: row), let most = told(\.nineOfTenDays, of: row) else {
            return BarChart.Bar(label: label, values: [], remark: words(.report.count(count)))
        }
        return BarChart.Bar(
            label: label, values: [Int(median * 24), max(0, most * 24 - Int(median * 24))],
            remark: words(.report.waited(Self.short(median), most, count)))
    }

    private func text(_ free: FirstFree) -> String {
        hours(until: free).map { "\($0 / 24) d \($0 % 24) h" } ?? "nothing free"
    }

    private func nineOfTen(of row: Int) -> CellAndJSON {
        let shown = told(\.nineOfTenDays, of: row)
        return CellAndJSON(cell: shown.map(String.init) ?? noDays(of: row), json: shown.map(JSON.whole))
    }

    private func median(of row: Int) -> CellAndJSON {
        let shown = told(\.medianDays, of: row)
        return CellAndJSON(cell: shown.map(Self.short) ?? noDays(of: row), json: shown.map(JSON.decimal))
    }

    private func noDays(of row: Int) -> String { report.rows[row].bookings == 0 ? "-" : "hidden" }

    /// A number of whole or half days.
    private static func short(_ days: Double) -> String { days == days.rounded() ? String(Int(days)) : String(days) }

    /// Days of few people would tell of one of them.
    private func told<Days>(_ days: KeyPath<WaitReport.Row, Days?>, of row: Int) -> Days? {
        cells.isHidden(row, 0) ? nil : report.rows[row][keyPath: days]
    }

    private func hours(until free: FirstFree) -> Int? { free.hours(from: report.measuredAt) }
}
