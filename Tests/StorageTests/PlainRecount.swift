import BookingCore
import CivilTime
import Foundation
import SocialServices
import Testing

@testable import Storage

/// Every figure counted once more, row by row, as somebody would with a list of all bookings before them.
struct PlainRecount {
    private struct Row {
        let id: Int
        let slot: Int
        let status: String
        let maker: Booking.BookedBy
        let method: ContactMethod
        let service: String?
        let madeAt: Date
        let attendance: Attendance?
        let movedTo: Int?
        let partOf: Int?
        let canceller: Cancellation.Canceller?
        let isFollowUp: Bool
    }

    private struct Time {
        let id: Int
        let professional: String
        let task: ServiceTask
        let start: Date
        let finish: Date
        let seats: Int
        let booked: Int
        let isOpen: Bool
    }

    private let rows: [Int: Row]
    private let times: [Int: Time]
    private let undone: Set<Int>

    init(_ connection: any SQLConnection) throws {
        let all = try connection.rows(
            """
            SELECT id, slot, status, maker, method, service, made_at, attendance, moved_to, part_of, cancelled_by,
                CASE WHEN booking_right IS NULL AND series IS NULL THEN 0 ELSE 1 END FROM booking
            """
        ) { row in
            try Row(
                id: row.next(), slot: row.next(), status: row.next(), maker: row.next(), method: row.next(),
                service: row.next(), madeAt: row.next(), attendance: row.next(), movedTo: row.next(),
                partOf: row.next(), canceller: row.next(), isFollowUp: row.next())
        }
        rows = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        let slots = try connection.rows(
            """
            SELECT id, professional, task, start, finish, seats, booked,
                CASE WHEN purpose IS NULL AND closed_at IS NULL THEN 1 ELSE 0 END FROM slot
            """
        ) { row in
            try Time(
                id: row.next(), professional: row.next(), task: row.next(), start: row.next(), finish: row.next(),
                seats: row.next(), booked: row.next(), isOpen: row.next())
        }
        times = Dictionary(uniqueKeysWithValues: slots.map { ($0.id, $0) })
        let lines = try connection.rows("SELECT id, deed, booking, undoes FROM change") { row in
            (
                id: row.next() as Int, deed: row.next() as String, booking: row.next() as Int?,
                undoes: row.next() as Int?
            )
        }
        undone = Set(
            lines.compactMap { line in
                lines.first { $0.id == line.undoes && $0.deed == Deed.booked.rawValue }?.booking
            })
    }

    /// Compares all figures of a period.
    func expectTheSame(
        as statistics: some StatisticsStore, from: Date, until: Date, now: Date, on clock: WallClock
    ) throws {
        let made = rows.values.filter { row in
            row.madeAt >= from && row.madeAt < until && row.partOf == nil && !undone.contains(row.id)
                && !rows.values.contains { $0.movedTo == row.id }
        }
        #expect(
            try Self.tally(statistics.bookingsMade(from: from, until: until))
                == Self.tally(made.map { count(last(of: $0), maker: $0.maker) }))

        let over = rows.values.filter { row in
            guard let time = times[row.slot] else { return false }
            return time.start >= from && time.start < until && time.finish <= now && row.partOf == nil
                && row.movedTo == nil
        }
        #expect(
            try Self.tally(statistics.meetings(from: from, until: until, overBy: now))
                == Self.tally(over.map { count($0, maker: $0.maker) }))

        var waits: [String: Int] = [:]
        for row in made where !row.isFollowUp {
            guard let time = times[row.slot] else { continue }
            let days =
                clock.calendar.dateComponents(
                    [.day], from: clock.calendar.startOfDay(for: row.madeAt),
                    to: clock.calendar.startOfDay(for: time.start)
                ).day ?? -1
            waits["\(time.task) \(row.service ?? "-") \(days)", default: 0] += 1
        }
        let told = try statistics.waits(from: from, until: until)
        #expect(
            Dictionary(told.map { ("\($0.task) \($0.service ?? "-") \($0.days)", $0.count) }, uniquingKeysWith: +)
                == waits)
        #expect(
            try statistics.workload(from: from, until: until, overBy: now)
                == workload(from: from, until: until, now: now))
    }

    private func last(of row: Row) -> Row {
        var row = row
        while let next = row.movedTo.flatMap({ rows[$0] }) { row = next }
        return row
    }

    private func count(_ row: Row, maker: Booking.BookedBy) -> BookingCount {
        BookingCount(
            task: times[row.slot]?.task ?? .families, service: row.service, maker: maker, method: row.method,
            cancelledBy: row.status == "cancelled" ? row.canceller ?? .county : nil, attendance: row.attendance,
            count: 1)
    }

    private static func tally(_ counts: [BookingCount]) -> [String: Int] {
        Dictionary(
            counts.map { count in
                (
                    [
                        count.task.rawValue, count.service ?? "-", count.maker.rawValue, count.method.rawValue,
                        count.cancelledBy?.rawValue ?? "-", count.attendance?.rawValue ?? "-",
                    ].joined(separator: " "), count.count
                )
            }, uniquingKeysWith: +)
    }

    private func workload(from: Date, until: Date, now: Date) -> [WorkloadCount] {
        var counts: [String: WorkloadCount] = [:]
        for time in times.values where time.start >= from && time.start < until {
            if time.isOpen {
                counts[time.professional, default: WorkloadCount(professional: time.professional)].opened +=
                    time.seats
                counts[time.professional, default: WorkloadCount(professional: time.professional)].booked +=
                    time.booked
            }
            for row in rows.values where row.slot == time.id && row.movedTo == nil && !undone.contains(row.id) {
                let whole = row.partOf.flatMap { rows[$0] }.flatMap { times[$0.slot] }
                if whole?.professional == time.professional { continue }
                var count = counts[time.professional] ?? WorkloadCount(professional: time.professional)
                if row.status == "cancelled" {
                    if row.canceller == .client { count.cancelledByClient += 1 } else { count.cancelledByCounty += 1 }
                } else if time.finish <= now {
                    switch row.attendance {
                    case .met: count.met += 1
                    case .noShow: count.noShow += 1
                    case nil: count.unmarked += 1
                    }
                } else {
                    continue
                }
                counts[time.professional] = count
            }
        }
        return counts.values.sorted { $0.professional < $1.professional }
    }
}
