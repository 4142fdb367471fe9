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
            of: try from.reports.bookingsMade(from: from.period.start, until: from.period.end))
        let text = BookingReportText(report, cells: from.cells)
        return try tell(
            call, BookingReportText.Shape(report, cells: from.cells), text.table, text.chart(from.period.title))
    }

    static let reportContacts = Command(
        words: ["report", "contacts"],
        summary: "how clients were met in a period: phone, remote, office; the remote share; who did not come",
        options: reportOptions + [chart]
    ) { call in
        let from = try Reporting(call)
        let report = ContactReport(
            of: try from.reports.meetings(from: from.period.start, until: from.period.end))
        let text = ContactReportText(report, cells: from.cells)
        return try tell(
            call, ContactReportText.Shape(report, cells: from.cells), text.table, text.chart(from.period.title))
    }

    static let reportWaiting = Command(
        words: ["report", "waiting"],
        summary: "how far off the first free time is now, and how many days those waited who booked in a period",
        options: reportOptions + [chart]
    ) { call in
        let from = try Reporting(call)
        var firstFree: [FirstFree] = []
        for type in ServiceTask.allCases.compactMap(from.services.firstAppointment) {
            for method in type.methods {
                let start = try from.visitor.firstFree(of: type, by: method)
                firstFree.append(FirstFree(task: type.task, method: method, start: start))
            }
        }
        let report = WaitReport(
            of: try from.reports.waits(from: from.period.start, until: from.period.end), firstFree: firstFree,
            measuredAt: from.visitor.now)
        let text = WaitReportText(report, cells: from.cells, on: from.clock)
        return try tell(call, text.shape, text.table, text.chart(from.period.title))
    }

    static let reportJourneys = Command(
        words: ["report", "journeys"], summary: "visits to the kiosk and calls: how many began, and where they ended",
        options: reportOptions
    ) { call in
        let from = try Reporting(call)
        let counts = try from.reports.journeys(from: from.period.firstDay, to: from.period.lastDay)
        let text = JourneyReportText(counts, cells: from.cells)
        try Output.result(text.shape, text.table, as: try call.format())
        return .done
    }

    private static func tell(
        _ call: Invocation, _ shape: some Encodable, _ table: Table, _ chart: @autoclosure () -> String
    ) throws -> ExitCode {
        if call.has("--chart") {
            Output.data(chart())
        } else {
            try Output.result(shape, table, as: try call.format())
        }
        return .done
    }
}

/// What a report is made of.
private struct Reporting {
    let clock: WallClock
    let services: Services
    let period: ReportPeriod
    let visitor: VisitorSession
    let reports: StaffReports
    let cells: SmallCellSuppression

    init(_ call: Invocation) throws {
        let content = try call.content()
        clock = try call.wallClock(of: content)
        services = content.services
        period = try ReportPeriod(call, on: clock)
        let store = try Stores.open(call.storePath)
        visitor = try call.sessions(content, store).visitor
        reports = try call.staff(content, store).reports
        cells = SmallCellSuppression(hidingBelow: call.has("--hide-small") ? 5 : 1)
    }
}

/// Whole local days.
private struct ReportPeriod {
    let firstDay: CalendarDay
    let lastDay: CalendarDay
    let start: Date
    /// The first moment after the last day.
    let end: Date

    var title: String { "\(firstDay) – \(lastDay)" }

    init(_ call: Invocation, on clock: WallClock) throws {
        let days = try call.days()
        firstDay = days.lowerBound
        lastDay = days.upperBound
        start = clock.start(of: firstDay)
        end = clock.start(of: lastDay.adding(days: 1))
    }
}
