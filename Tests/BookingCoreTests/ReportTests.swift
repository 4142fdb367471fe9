import BookingCore
import Foundation
import SocialServices
import Testing

@Suite("Statistics")
struct ReportTests {
    private func tally(
        _ task: ServiceTask, _ service: String?, _ maker: Booking.BookedBy, _ method: ContactMethod, _ count: Int,
        cancelled: Bool = false, noShow: Bool = false, attendance: Attendance? = .met
    ) -> BookingCount {
        BookingCount(
            task: task, service: service, maker: maker, method: method, isCancelled: cancelled,
            attendance: noShow ? .noShow : attendance, count: count)
    }

    @Test("Bookings are counted by maker for each service task and each of its services; clients' share of all")
    func bookings() {
        let report = BookingReport(of: [
            tally(.families, "home-help", .client, .phone, 6), tally(.families, nil, .phoneService, .phone, 2),
            tally(.families, "home-help", .professional, .office, 1, cancelled: true),
            tally(.disability, nil, .client, .remote, 1),
        ])
        #expect(report.rows.map(\.task) == [.families, .families, .families, .disability, nil])
        #expect(report.rows.map(\.kind) == [.task, .service, .noService, .task, .total])
        #expect(report.rows.map(\.service) == [nil, "home-help", nil, nil, nil])
        #expect(report.rows.map(\.byClients) == [6, 6, 0, 1, 7])
        #expect(report.rows.map(\.byProfessionals) == [1, 1, 0, 0, 1])
        #expect(report.rows.map(\.byPhoneService) == [2, 0, 2, 0, 2])
        #expect(report.rows.map(\.cancelled) == [1, 1, 0, 0, 1])
        #expect(report.rows[0].clientsShare == 6.0 / 9.0)
        #expect(BookingReport(of: []).rows.map(\.all) == [0])
    }

    @Test("Contacts leave out what was cancelled, and count who did not come and what nobody marked apart")
    func contacts() {
        let report = ContactReport(of: [
            tally(.families, nil, .client, .remote, 7), tally(.families, nil, .client, .phone, 11),
            tally(.families, nil, .client, .office, 2), tally(.families, nil, .client, .office, 3, cancelled: true),
            tally(.families, nil, .client, .office, 4, noShow: true), tally(.familyLaw, nil, .client, .office, 5),
            tally(.familyLaw, nil, .client, .office, 6, attendance: nil),
        ])
        #expect(report.rows.map(\.task) == [.families, .familyLaw, nil])
        let ways: [ContactMethod] = [.phone, .remote, .office]
        #expect(report.rows.map { row in ways.map(row.count) } == [[11, 7, 2], [0, 0, 5], [11, 7, 7]])
        #expect(report.rows.map(\.all) == [20, 5, 25])
        #expect(report.rows.map(\.noShows) == [4, 0, 4])
        #expect(report.rows.map(\.unmarked) == [0, 6, 6])
        #expect(report.rows[0].remoteShare == 0.35)
        #expect(ContactReport(of: []).rows.map(\.remoteShare) == [nil])
    }

    private func wait(_ days: Int, _ count: Int, _ service: String? = nil) -> WaitCount {
        WaitCount(task: .families, service: service, days: days, count: count)
    }

    @Test("Half and nine of ten waited so many days at most, for each service task and each of its services")
    func waits() {
        let free = [
            FirstFree(task: .families, method: .phone, start: Date(timeIntervalSince1970: 97_199)),
            FirstFree(task: .disability, method: .phone, start: nil),
        ]
        let report = WaitReport(
            of: [wait(9, 1), wait(0, 5, "home-help"), wait(3, 3), wait(30, 1, "home-help")], firstFree: free,
            measuredAt: Date(timeIntervalSince1970: 0))
        #expect(report.rows.map(\.task) == [.families, .families, .disability])
        #expect(report.rows.map(\.service) == [nil, "home-help", nil])
        #expect(report.rows.map(\.bookings) == [10, 6, 0])
        #expect(report.rows.map(\.medianDays) == [1.5, 0, nil])
        #expect(report.rows.map(\.nineOfTenDays) == [9, 30, nil])
        #expect(report.rows.map { $0.firstFree.map { $0.hours(from: report.measuredAt) } } == [[26], [], [nil]])
        #expect(WaitReport(of: [], firstFree: [], measuredAt: report.measuredAt).rows.isEmpty)
    }

    @Test(
        "The median of an even count is the mean of the two in the middle; the longest of ten is of one client",
        arguments: [
            ([(4, 1)], 4, 4), ([(1, 1), (2, 1)], 1.5, 2), ([(1, 5), (2, 5)], 1.5, 2),
            ([(1, 4), (2, 5), (7, 1)], 2, 2),
            ([(1, 90), (2, 10)], 1, 1), ([(1, 89), (2, 11)], 1, 2),
        ])
    func waitedDays(days: [(Int, Int)], median: Double, nineOfTen: Int) {
        let report = WaitReport(
            of: days.shuffled().map { wait($0.0, $0.1) }, firstFree: [], measuredAt: Date(timeIntervalSince1970: 0))
        #expect(report.rows.map(\.medianDays) == [median])
        #expect(report.rows.map(\.nineOfTenDays) == [nineOfTen])
    }

    @Test("Cells of one to four are hidden on request, and so is a share that would tell them")
    func smallCells() {
        let cells = SmallCellSuppression(hidingBelow: 5)
        #expect([0, 1, 4, 5].map(cells.text) == ["0", "<5", "<5", "5"])
        #expect(cells.share(3, of: 20) == "hidden")
        #expect(cells.share(17, of: 20) == "hidden")
        #expect(cells.share(10, of: 20) == "50.0 %")
        #expect(cells.share(20, of: 20) == "100.0 %")
        #expect(cells.share(0, of: 0) == "-")
        #expect([0, 1, 4].map(SmallCellSuppression().text) == ["0", "1", "4"])
    }

    @Test("No hidden cell is the only hidden one of a sum, and no count below five is told")
    func subtraction() {
        var random = SeededNumbers(state: 6)
        for _ in 0..<200 {
            let report = BookingReport(
                of: ServiceTask.allCases.flatMap { task in
                    [nil, "a", "b"].flatMap { service in
                        Booking.BookedBy.allCases.map { maker in
                            tally(
                                task, service, maker, .phone, Int.random(in: 0...12, using: &random),
                                cancelled: Bool.random(using: &random))
                        }
                    }
                })
            let cells = report.cells(SmallCellSuppression(hidingBelow: 5))
            func hidden(_ places: [(Int, Int)]) -> Int { places.count { cells.isHidden($0.0, $0.1) } }
            for (row, values) in report.rows.enumerated() {
                #expect(hidden((0...3).map { (row, $0) }) != 1)
                for (column, count) in [values.byClients, values.byProfessionals, values.byPhoneService, values.all]
                    .enumerated() where (1...4).contains(count)
                { #expect(cells.told(row, column) == nil) }
            }
            for column in 0...4 {
                let tops = report.rows.indices.filter { [.task, .total].contains(report.rows[$0].kind) }
                #expect(hidden(tops.map { ($0, column) }) != 1)
                for task in ServiceTask.allCases {
                    #expect(
                        hidden(report.rows.indices.filter { report.rows[$0].task == task }.map { ($0, column) }) != 1)
                }
            }
        }
    }
}

/// The same numbers in each run (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
