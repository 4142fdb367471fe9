import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

private struct ReportOptions: StaffCommandOptions {
    let period = DayPeriodOptions()
    let hideSmall = Flag("--hide-small", "counts from 1 to 4 are not told")
    let signIn = SignInOptions()
}

private struct WorkloadOptions: StaffCommandOptions {
    let period = DayPeriodOptions()
    let signIn = SignInOptions()
}

private struct ChartReportOptions: CommandOptions {
    let report = ReportOptions()
    let chart = Flag("--chart", "an SVG picture instead of a table")
}

extension Command {
    static let reportBookings = Command(
        "report bookings",
        "bookings made in a period: by clients, professionals and the phone service; clients' share",
        ChartReportOptions()
    ) { call in
        let from = try ReportSource(call[\.report])
        let report = BookingReport(
            of: try from.reports.statistics().bookingsMade(from: from.period.start, until: from.period.end))
        let table = BookingReportTable(report: report, cells: from.cells)
        return try tell(call, table.chart(from.days, in: from.county.words)) {
            try table.print(by: from.county.printer)
        }
    }

    static let reportContacts = Command(
        "report contacts",
        "how clients were met in a period: \(ContactMethod.allCases.map(\.rawValue).joined(separator: ", ")); "
            + "the remote share; who did not come; what nobody marked. Only meetings that are over",
        ChartReportOptions()
    ) { call in
        let from = try ReportSource(call[\.report])
        let report = ContactReport(
            of: try from.reports.statistics().meetings(
                from: from.period.start, until: from.period.end, overBy: from.visitor.now))
        let table = ContactReportTable(report: report, cells: from.cells)
        return try tell(call, table.chart(from.days, in: from.county.words)) {
            try table.print(by: from.county.printer)
        }
    }

    static let reportWaiting = Command(
        "report waiting",
        "how far off the first free time is now, and how many days those waited who booked in a period",
        ChartReportOptions()
    ) { call in
        let from = try ReportSource(call[\.report])
        let services = from.county.content.services
        let firstFree = try ServiceTask.allCases.compactMap(services.firstAppointment).flatMap { type in
            try type.methods.map { method in
                FirstFree(
                    task: type.task, method: method, start: try from.visitor.firstFree(of: type, by: method))
            }
        }
        let report = WaitReport(
            of: try from.reports.statistics().waits(from: from.period.start, until: from.period.end),
            firstFree: firstFree,
            measuredAt: from.visitor.now)
        let table = WaitReportTable(report, cells: from.cells, on: from.county.clock)
        return try tell(call, table.chart(from.days, in: from.county.words, from.dates)) {
            try table.print(by: from.county.printer)
        }
    }

    static let reportWorkload = Command(
        "report workload", "opened, booked and free times, and what became of meetings, by worker and team",
        WorkloadOptions()
    ) { call in
        let county = try call.county()
        let period = ReportPeriod(try Period.days(call[\.period]), on: county.clock)
        let report = try call.staff().reports.workload(from: period.start, until: period.end)
        try county.printer.print(rows: report.rows, as: WorkloadReportTable.table)
        return .done
    }

    static let reportJourneys = Command(
        "report journeys", "visits to the kiosk and calls: how many began, and where they ended", ReportOptions()
    ) { call in
        let from = try ReportSource(call)
        let counts = try from.reports.statistics().journeys(from: from.period.firstDay, to: from.period.lastDay)
        try JourneyReportTable(report: JourneyReport(of: counts), cells: from.cells).print(by: from.county.printer)
        return .done
    }

    private static func tell(
        _ call: Invocation<ChartReportOptions>, _ chart: @autoclosure () -> String, _ printTable: () throws -> Void
    ) throws -> ExitCode {
        if call[\.chart] {
            Output.data(chart())
        } else {
            try printTable()
        }
        return .done
    }
}

/// What a report is made of.
private struct ReportSource {
    let county: CountyContext
    let period: ReportPeriod
    let visitor: VisitorSession
    let reports: StaffReports
    let cells: SmallCellSuppression

    var dates: DateWords { DateWords(words: county.words, wallClock: county.clock) }

    /// The period for people: `1.11.2026 – 30.11.2026`.
    var days: String {
        [period.firstDay, period.lastDay].map { dates.date(county.clock.start(of: $0)) }.joined(separator: " – ")
    }

    init(_ call: Invocation<ReportOptions>) throws {
        county = try call.county()
        period = ReportPeriod(try Period.days(call[\.period]), on: county.clock)
        let sessions = try call.sessions()
        visitor = sessions.visitor
        reports = try call.staff(in: sessions).reports
        cells = SmallCellSuppression(hidingBelow: call[\.hideSmall] ? 5 : 1)
    }
}

/// Whole local days.
private struct ReportPeriod {
    let firstDay: CalendarDay
    let lastDay: CalendarDay
    let start: Date
    /// The first moment after the last day.
    let end: Date

    init(_ days: ClosedRange<CalendarDay>, on clock: WallClock) {
        firstDay = days.lowerBound
        lastDay = days.upperBound
        start = clock.start(of: firstDay)
        end = clock.start(of: lastDay.adding(days: 1))
    }
}
