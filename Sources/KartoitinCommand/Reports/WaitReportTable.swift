import BookingCore
import CivilTime
import SocialServices

/// How long people wait, as a table, as JSON and as a picture.
struct WaitReportText {
    private let report: WaitReport
    private let cells: SmallCellSuppression
    private let measuredAt: String
    private let clock: WallClock

    init(_ report: WaitReport, cells: SmallCellSuppression, on clock: WallClock) {
        self.report = report
        self.cells = cells
        self.clock = clock
        measuredAt = clock.iso8601(report.measuredAt)
    }

    /// The first free times are of `measuredAt`, all else of the period.
    var table: Table {
        Table(
            headings: [
                "serviceTask", "service", "phoneNow", "remoteNow", "officeNow", "measuredAt", "bookings",
                "medianDays", "nineOfTenDays",
            ],
            rows: report.rows.map { row in
                let free = ContactMethod.allCases.map { method in
                    row.firstFree.first { $0.method == method }.map(text) ?? "-"
                }
                return [row.task.rawValue, row.service ?? "all"] + free + [row.firstFree.isEmpty ? "-" : measuredAt]
                    + [cells.text(row.bookings), text(row.medianDays, of: row), text(row.nineOfTenDays, of: row)]
            })
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
                            values: [0, 0, free.hours(from: report.measuredAt) ?? 0], remark: text(free))
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
            label: label, values: [median * 24, (most - median) * 24],
            remark: "half \(median) d, 90 % \(most) d, n = \(row.bookings)")
    }

    private func text(_ free: FirstFree) -> String {
        free.hours(from: report.measuredAt).map { "\($0 / 24) d \($0 % 24) h" } ?? "nothing free"
    }

    private func text(_ days: Int?, of row: WaitReport.Row) -> String {
        if row.bookings == 0 { return "-" }
        return told(days, of: row).map(String.init) ?? "hidden"
    }

    /// Days of few people would tell of one of them.
    private func told(_ days: Int?, of row: WaitReport.Row) -> Int? { cells.hides(row.bookings) ? nil : days }

    var shape: Shape {
        Shape(
            measuredAt: measuredAt,
            firstFree: report.rows.flatMap(\.firstFree).map { free in
                let hours = free.hours(from: report.measuredAt)
                return Shape.Free(
                    serviceTask: free.task.rawValue, method: free.method.rawValue,
                    start: free.start.map(clock.iso8601), days: hours.map { $0 / 24 }, hours: hours.map { $0 % 24 })
            },
            booked: report.rows.map { row in
                Shape.Booked(
                    serviceTask: row.task.rawValue, service: row.service, bookings: cells.told(row.bookings),
                    medianDays: told(row.medianDays, of: row), nineOfTenDays: told(row.nineOfTenDays, of: row))
            })
    }

    /// For other programs; what is hidden is left out.
    struct Shape: Encodable {
        struct Free: Encodable {
            let serviceTask: String
            let method: String
            /// Left out, as are the days and hours until then, where nothing is free.
            let start: String?
            let days: Int?
            let hours: Int?
        }

        struct Booked: Encodable {
            let serviceTask: String
            let service: String?
            let bookings: Int?
            let medianDays: Int?
            let nineOfTenDays: Int?
        }

        let measuredAt: String
        let firstFree: [Free]
        let booked: [Booked]
    }
}
