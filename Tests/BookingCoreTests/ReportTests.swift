import BookingCore
import Foundation
import SocialServices
import Testing

@Suite("Statistics")
struct ReportTests {
    private func tally(
        _ task: ServiceTask, _ service: String?, _ maker: Booking.BookedBy, _ method: ContactMethod, _ count: Int,
        cancelled: Cancellation.Canceller? = nil, noShow: Bool = false, attendance: Attendance? = .met
    ) -> BookingCount {
        BookingCount(
            task: task, service: service, maker: maker, method: method, cancelledBy: cancelled,
            attendance: noShow ? .noShow : attendance, count: count)
    }

    @Test("Bookings are counted by maker for each service task and each of its services; clients' share of all")
    func bookings() {
        let report = BookingReport(of: [
            tally(.families, "home-help", .client, .phone, 5),
            tally(.families, "home-help", .client, .phone, 1, cancelled: .client),
            tally(.families, nil, .phoneService, .phone, 2),
            tally(.families, "home-help", .professional, .office, 1, cancelled: .phoneService),
            tally(.disability, nil, .client, .remote, 1),
        ])
        #expect(report.rows.map(\.place.task) == [.families, .families, .families, .disability, nil])
        #expect(report.rows.map(\.place.kind) == [.task, .service, .noService, .task, .total])
        #expect(report.rows.map(\.place.service) == [nil, "home-help", nil, nil, nil])
        #expect(report.rows.map(\.byClients) == [6, 6, 0, 1, 7])
        #expect(report.rows.map(\.byProfessionals) == [1, 1, 0, 0, 1])
        #expect(report.rows.map(\.byPhoneService) == [2, 0, 2, 0, 2])
        #expect(report.rows.map(\.cancelledByClient) == [1, 1, 0, 0, 1])
        #expect(report.rows.map(\.cancelledByCounty) == [1, 1, 0, 0, 1])
        #expect(report.rows.map(\.cancelled) == [2, 2, 0, 0, 2])
        #expect(report.rows[0].clientsShare == 6.0 / 9.0)
        #expect(BookingReport(of: []).rows.map(\.all) == [0])
    }

    @Test("Contacts leave out what was cancelled, and count who did not come and what nobody marked apart")
    func contacts() {
        let report = ContactReport(of: [
            tally(.families, nil, .client, .remote, 7), tally(.families, nil, .client, .phone, 11),
            tally(.families, nil, .client, .office, 2),
            tally(.families, nil, .client, .office, 3, cancelled: .client),
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
        #expect(report.rows.map(\.place.task) == [.families, .families, .families, .disability, nil])
        #expect(report.rows.map(\.place.kind) == [.task, .service, .noService, .task, .total])
        #expect(report.rows.map(\.bookings) == [10, 6, 4, 0, 10])
        #expect(report.rows.map(\.medianDays) == [1.5, 0, 3, nil, 1.5])
        #expect(report.rows.map(\.nineOfTenDays) == [9, 30, 9, nil, 9])
        #expect(
            report.rows.map { $0.firstFree.map { $0.hours(from: report.measuredAt) } } == [[26], [], [], [nil], []])
        #expect(WaitReport(of: [], firstFree: [], measuredAt: report.measuredAt).rows.map(\.bookings) == [0])
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
        #expect(report.rows.map(\.medianDays) == [median, median])
        #expect(report.rows.map(\.nineOfTenDays) == [nineOfTen, nineOfTen])
    }

    @Test("Cells of one to four are hidden on request, and so is a share that would tell them")
    func smallCells() {
        let cells = SmallCellSuppression(hidingBelow: 5)
        #expect([0, 1, 4, 5].map(cells.text) == ["0", "<5", "<5", "5"])
        #expect([0, 1, 4].map(SmallCellSuppression().text) == ["0", "1", "4"])
        func share(_ part: Int, of all: Int) -> String {
            SuppressedCells([[part, all]], sums: [], by: cells).shareText(0, 0, of: 1)
        }
        #expect(share(3, of: 20) == "hidden")
        #expect(share(17, of: 20) == "hidden")
        #expect(share(10, of: 20) == "50.0 %")
        #expect(share(20, of: 20) == "100.0 %")
        #expect(share(0, of: 0) == "-")
    }

    @Test("No count below five is told, and none can be worked out from what is told")
    func subtraction() {
        var random = SeededNumbers(state: 6)
        for _ in 0..<25 {
            let tallies = [ServiceTask.families, .familyLaw, .disability].flatMap { task in
                [nil, "a", "b"].flatMap { service in
                    Booking.BookedBy.allCases.map { maker in
                        tally(
                            task, service, maker, .phone, Int.random(in: 0...12, using: &random),
                            cancelled: [nil, .client, .county].randomElement(using: &random) ?? nil)
                    }
                }
            }
            let report = BookingReport(of: tallies)
            let cells = report.cells(SmallCellSuppression(hidingBelow: 5))
            let counts = report.rows.map { row in
                [
                    row.byClients, row.byProfessionals, row.byPhoneService, row.all, row.cancelledByClient,
                    row.cancelledByCounty, row.cancelled,
                ]
            }
            // Each equation: cells with their signs.
            var equations: [[(Int, Int, Double)]] = counts.indices.flatMap { row in
                [
                    [(row, 0, 1.0), (row, 1, 1), (row, 2, 1), (row, 3, -1)],
                    [(row, 4, 1.0), (row, 5, 1), (row, 6, -1)],
                ]
            }
            for column in 0...6 {
                // A total; three tasks, each with three services below it.
                equations.append([0, 4, 8].map { ($0, column, 1.0) } + [(12, column, -1)])
                for task in [0, 4, 8] {
                    equations.append((1...3).map { (task + $0, column, 1.0) } + [(task, column, -1)])
                }
            }
            #expect(report.rows.count == 13)
            expectSafe(cells, counts, equations)
        }
    }

    /// No small count is told, and for none do the equations leave one value only: it would then add nothing to their rank.
    private func expectSafe(
        _ cells: SuppressedCells, _ counts: [[Int]], _ equations: [[(row: Int, column: Int, sign: Double)]]
    ) {
        let width = counts[0].count
        var unknown: [Int: Int] = [:]
        for row in counts.indices {
            for column in 0..<width where cells.isHidden(row, column) {
                unknown[row * width + column] = unknown.count
            }
        }
        let matrix = equations.map { equation in
            var line = Array(repeating: 0.0, count: unknown.count)
            for (row, column, sign) in equation {
                if let place = unknown[row * width + column] { line[place] = sign }
            }
            return line
        }
        let own = rank(matrix)
        for (row, values) in counts.enumerated() {
            for (column, count) in values.enumerated() where (1...4).contains(count) {
                #expect(cells.told(row, column) == nil)
                guard let place = unknown[row * width + column] else { continue }
                var line = Array(repeating: 0.0, count: unknown.count)
                line[place] = 1
                #expect(rank(matrix + [line]) > own, "row \(row), column \(column)")
            }
        }
    }

    private func rank(_ matrix: [[Double]]) -> Int {
        var (rows, rank) = (matrix, 0)
        for column in 0..<(matrix.first?.count ?? 0) {
            guard let pivot = rows.indices.dropFirst(rank).first(where: { abs(rows[$0][column]) > 1e-9 }) else {
                continue
            }
            rows.swapAt(rank, pivot)
            for row in rows.indices.dropFirst(rank + 1) where abs(rows[row][column]) > 1e-9 {
                let times = rows[row][column] / rows[rank][column]
                for place in column..<rows[row].count { rows[row][place] -= times * rows[rank][place] }
            }
            rank += 1
        }
        return rank
    }

    @Test("A wait of few is not told by the other services, and an end of few visits not by those that began")
    func otherReports() {
        let rule = SmallCellSuppression(hidingBelow: 5)
        let waits = WaitReport(
            of: [wait(1, 20, "a"), wait(1, 9, "b"), wait(2, 3)], firstFree: [],
            measuredAt: Date(timeIntervalSince1970: 0))
        let cells = waits.cells(rule)
        #expect(waits.rows.indices.map { cells.text($0, 0) } == ["32", "20", "hidden", "<5", "32"])
        let journeys = JourneyReport(of: [
            JourneyCount(event: JourneyEvent(.outcome, at: "a"), count: 12),
            JourneyCount(event: JourneyEvent(.left, at: "b"), count: 2),
            JourneyCount(event: JourneyEvent(.booked, at: "c"), count: 7),
            JourneyCount(event: JourneyEvent(.began), count: 21),
            JourneyCount(event: JourneyEvent(.call, at: "d"), count: 30),
        ])
        #expect(journeys.rows.map(\.event.kind) == [.began, .outcome, .booked, .left, .call])
        let ends = journeys.cells(rule)
        #expect(journeys.rows.indices.map { ends.text($0, 0) } == ["21", "12", "hidden", "<5", "30"])
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
