import BookingCore
import ContentLibrary
import Foundation
import SocialServices
import Storage

extension Command {
    private static let reportOptions: [Option] = [
        .fromDay, .untilDay, Option("--hide-small", nil, "counts from 1 to 4 are not told"),
    ]

    private static let chart = Option("--chart", nil, "an SVG picture instead of a table")

    static let reportBookings = Command(
        words: ["report", "bookings"],
        summary: "bookings made in a period: by clients, professionals and the phone service; clients' share",
        options: reportOptions + [chart]
    ) { call in
        let (period, store, cells) = try reporting(call)
        let report = BookingReport(of: try store.bookingsMade(from: period.start, until: period.end))
        if call.has("--chart") {
            Output.data(BookingReportText(report, cells: cells).chart(period.title))
            return .done
        }
        try Output.result(
            BookingReportText.Shape(report, cells: cells), BookingReportText(report, cells: cells).table,
            as: try call.format())
        return .done
    }

    static let reportContacts = Command(
        words: ["report", "contacts"],
        summary: "how clients were met in a period: phone, remote, office; the remote share; who did not come",
        options: reportOptions + [chart]
    ) { call in
        let (period, store, cells) = try reporting(call)
        let report = ContactReport(of: try store.meetings(from: period.start, until: period.end))
        if call.has("--chart") {
            Output.data(ContactReportText(report, cells: cells).chart(period.title))
            return .done
        }
        try Output.result(
            ContactReportText.Shape(report, cells: cells), ContactReportText(report, cells: cells).table,
            as: try call.format())
        return .done
    }

    static let reportJourneys = Command(
        words: ["report", "journeys"], summary: "visits to the kiosk: how many began, and where they ended",
        options: reportOptions
    ) { call in
        let (period, store, cells) = try reporting(call)
        let counts = try store.journeys(from: period.firstDay, to: period.lastDay)
        let text = JourneyReportText(counts, cells: cells)
        try Output.result(text.shape, text.table, as: try call.format())
        return .done
    }

    private static func reporting(
        _ call: Invocation
    ) throws -> (ReportPeriod, any BookingStore, SmallCells) {
        let content = try call.content()
        let period = try ReportPeriod(call, on: try call.wallClock(of: content))
        return (
            period, try StoreFile.open(path: call.storePath),
            SmallCells(hidingBelow: call.has("--hide-small") ? 5 : 1)
        )
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
