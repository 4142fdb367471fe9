import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices
import Storage

extension Command {
    private static let reportOptions: [Option] =
        [
            .fromDay, .untilDay, Option("--hide-small", nil, "counts from 1 to 4 are not told"),
        ] + signInOptions

    private static let chart = Option("--chart", nil, "an SVG picture instead of a table")

    static let reportBookings = Command(
        words: ["report", "bookings"],
        summary: "bookings made in a period: by clients, professionals and the phone service; clients' share",
        options: reportOptions + [chart]
    ) { call in
        let from = try Reporting(call)
        let report = BookingReport(
            of: try from.statistics.bookingsMade(from: from.period.start, until: from.period.end))
        let table = BookingReportTable(report: report, cells: from.cells)
        return try tell(call, table.chart(from.period.title)) { try table.print(by: from.printer) }
    }

    static let reportContacts = Command(
        words: ["report", "contacts"],
        summary: "how clients were met in a period: phone, remote, office; the remote share; who did not come",
        options: reportOptions + [chart]
    ) { call in
        let from = try Reporting(call)
        let report = ContactReport(
            of: try from.statistics.meetings(from: from.period.start, until: from.period.end))
        let table = ContactReportTable(report: report, cells: from.cells)
        return try tell(call, table.chart(from.period.title)) { try table.print(by: from.printer) }
    }

    static let reportWaiting = Command(
        words: ["report", "waiting"],
        summary: "how far off the first free time is now, and how many days those waited who booked in a period",
        options: reportOptions + [chart]
    ) { call in
        let from = try Reporting(call)
        let now = Date()
        var firstFree: [FirstFree] = []
        for type in ServiceTask.allCases.compactMap(from.services.firstAppointment) {
            for method in type.methods {
                let start = try from.store.firstFree(of: type, by: method, now: now)
                firstFree.append(FirstFree(task: type.task, method: method, start: start))
            }
        }
        let report = WaitReport(
            of: try from.statistics.waits(from: from.period.start, until: from.period.end), firstFree: firstFree,
            measuredAt: now)
        let table = WaitReportTable(report, cells: from.cells, on: from.clock)
        return try tell(call, table.chart(from.period.title)) { try table.print(by: from.printer) }
    }

    static let reportJourneys = Command(
        words: ["report", "journeys"], summary: "visits to the kiosk and calls: how many began, and where they ended",
        options: reportOptions
    ) { call in
        let from = try Reporting(call)
        let counts = try from.statistics.journeys(from: from.period.firstDay, to: from.period.lastDay)
        try JourneyReportTable(counts: counts, cells: from.cells).print(by: from.printer)
        return .done
    }

    private static func tell(
        _ call: Invocation, _ chart: @autoclosure () -> String, _ printTable: () throws -> Void
    ) throws -> ExitCode {
        if call.has("--chart") {
            Output.data(chart())
        } else {
            try printTable()
        }
        return .done
    }
}

/// What a report is made of.
private struct Reporting {
    let clock: WallClock
    let services: Services
    let period: ReportPeriod
    let store: any FreeTimeStore
    let statistics: any StatisticsStore
    let cells: SmallCellSuppression
    let printer: Printer

    init(_ call: Invocation) throws {
        let content = try call.content()
        clock = try call.wallClock(of: content)
        printer = Printer(format: try call.format(), clock: clock)
        services = content.services
        period = try ReportPeriod(call, on: clock)
        let store = try Stores.open(call.storePath)
        self.store = store
        statistics = try call.staff(content, store).statistics()
        cells = SmallCellSuppression(hidingBelow: call.has("--hide-small") ? 5 : 1)
    }
}

/// Whole local days.
private struct ReportPeriod {
    let firstDay: String
    let lastDay: String
    let start: Date
    /// The first moment after the last day.
    let end: Date

    var title: String { "\(firstDay) – \(lastDay)" }

    init(_ call: Invocation, on clock: WallClock) throws {
        let days = try call.days()
        firstDay = days.lowerBound.description
        lastDay = days.upperBound.description
        start = try clock.day(firstDay)
        end = clock.day(1, after: try clock.day(lastDay))
    }
}
