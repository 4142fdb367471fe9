import BookingCore
import Foundation
import Storage

/// Durable bookings per second by 1, 2, 4 and 8 processes at once, beside raw commits of as many bare rows, and of the
/// very rows of a booking, through the same C library to the same disk; in SQLite, and in the empty PostgreSQL database
/// that `--store` names.
enum BookingBenchmark {
    /// How often bookings and commits take turns: a disk that is busy for a while is busy for both.
    private static let turns = 4
    /// Workdays on which bookings are made, four weeks; each professional has as many more.
    static let days = 20
    static let timesADay = 24
    /// Of a booking that is made days ahead: it is confirmed, and the client is reminded twice.
    static let messages = 3
    /// What all processes do in one turn together.
    private static let rounds = 960

    static func run(_ arguments: [String], in folder: URL) throws {
        try measure(folder.appendingPathComponent("booking.sqlite").path, in: folder)
        if let server = arguments.value(of: "--store") { try measure(server, in: folder) }
    }

    private static func measure(_ address: String, in folder: URL) throws {
        // 75 workers at each time, more than ever book it: nobody is refused.
        _ = try BigCounty(path: address, professionals: 300, days: 2 * days, timesADay: timesADay)
        let connection = try Stores.connection(address)
        try connection.script(RawRows.table)
        // As a server does by itself within a minute.
        if Stores.isServer(address) { try connection.script("VACUUM (ANALYZE) slot") }
        var done: [String: Int] = [:]
        func turn(_ kind: BookingProcess.Kind, by processes: Int) throws -> Turn {
            let count = rounds / processes + BookingProcess.warming
            let first = done[kind.argument, default: 0]
            defer { done[kind.argument] = first + count * processes }
            return try Turn(
                Workers.run(processes, in: folder) { process in
                    [BookingProcess.name, address, kind.argument, "\(first + process * count)", "\(count)"]
                })
        }
        // Also so that nobody is measured while the files grow for the first time.
        _ = try turn(.booking, by: 1)
        let rows = try rowsOfABooking(connection)
        let engine = Stores.isServer(address) ? "PostgreSQL" : "SQLite"
        for processes in [1, 2, 4, 8] {
            var (bookings, same, bare) = (Turn(), Turn(), Turn())
            for _ in 0..<turns {
                bookings.add(try turn(.booking, by: processes))
                same.add(try turn(.sameRows, by: processes))
                bare.add(try turn(.bareRows(rows), by: processes))
            }
            let who = "\(engine), \(processes) \(processes == 1 ? "process" : "processes")"
            bookings.figures.print("\(who): a booking with its description and messages, durable")
            same.figures.print("\(who): a raw commit of the very rows, durable")
            bare.figures.print("\(who): a raw commit of \(rows) bare rows, durable")
            print("\(who): \(bookings.rate.rounded(to: 0)) bookings a second, ", terminator: "")
            print("\((bookings.rate / same.rate).rounded(to: 2)) of the rate of the very rows, ", terminator: "")
            print("\((bookings.rate / bare.rate).rounded(to: 2)) of that of bare rows; aim: at least 0.5")
        }
    }

    /// Rows that one booking writes: its own, what is kept with it, and the slot that it counts in.
    private static func rowsOfABooking(_ connection: any SQLConnection) throws -> Int {
        var (rows, bookings) = (0, 1)
        try connection.run(
            """
            SELECT (SELECT count(*) FROM booking) + (SELECT count(*) FROM description)
                + (SELECT count(*) FROM described_answer) + (SELECT count(*) FROM message)
                + (SELECT count(*) FROM booking WHERE status <> 'cancelled'), (SELECT count(*) FROM booking)
            """, []
        ) { row in
            (rows, bookings) = (row.integer(0), row.integer(1))
            return false
        }
        return (rows + bookings / 2) / max(1, bookings)
    }

    /// What some processes did at the same time.
    private struct Turn {
        private(set) var figures = Figures()
        private var seconds = 0.0

        init() {}

        /// From one line for each thing that was done: when it began and when it ended, in nanoseconds of one clock.
        init(_ lines: [Substring]) throws {
            let spans = lines.map { $0.split(separator: " ").compactMap { UInt64($0) } }
            guard spans.count == rounds, spans.allSatisfy({ $0.count == 2 }) else { throw Fault() }
            for span in spans { figures.add(.nanoseconds(span[1] - span[0])) }
            seconds = Double((spans.map { $0[1] }.max() ?? 0) - (spans.map { $0[0] }.min() ?? 0)) / 1e9
        }

        var rate: Double { Double(figures.count) / seconds }

        mutating func add(_ other: Turn) {
            figures.add(other.figures)
            seconds += other.seconds
        }
    }

    /// A process ended before it had done everything; it said why on its standard error.
    struct Fault: Error {}
}
