import BookingCore
import CivilTime
import Foundation
import SocialServices
import Storage
import TestValues

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
        // 75 workers at each time, more than ever book it: no booking is refused.
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
        // Also so that nothing is measured while the files grow for the first time.
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

/// One of the processes that book, or commit, as fast as they can: `Benchmarks booking-process STORE KIND FIRST COUNT`.
/// It tells of each when it began and when it ended.
struct BookingProcess {
    static let name = "booking-process"
    /// What each does before the others begin, and tells nothing of.
    static let warming = 10

    enum Kind {
        case booking
        case sameRows
        case bareRows(Int)

        var argument: String {
            switch self {
            case .booking: "booking"
            case .sameRows: "same-rows"
            case .bareRows(let count): "\(count)"
            }
        }

        init?(argument: String) {
            switch argument {
            case "booking": self = .booking
            case "same-rows": self = .sameRows
            default:
                guard let count = Int(argument) else { return nil }
                self = .bareRows(count)
            }
        }
    }

    private let address: String
    private let kind: Kind
    private let numbers: Range<Int>

    /// - Returns: nil unless the arguments are those above.
    init?(_ arguments: [String]) {
        guard arguments.count == 4, let kind = Kind(argument: arguments[1]), let first = Int(arguments[2]),
            let count = Int(arguments[3])
        else { return nil }
        address = arguments[0]
        self.kind = kind
        numbers = first..<first + count
    }

    func run() throws {
        let work = try work()
        // The first few also make ready what the many that follow use again.
        for number in numbers.prefix(Self.warming) { try work(number) }
        // All begin when the one that started them closes their input.
        _ = try FileHandle.standardInput.readToEnd()
        var told = ""
        for number in numbers.dropFirst(Self.warming) {
            let began = DispatchTime.now().uptimeNanoseconds
            try work(number)
            told += "\(began) \(DispatchTime.now().uptimeNanoseconds)\n"
        }
        try FileHandle.standardOutput.write(contentsOf: Data(told.utf8))
    }

    private func work() throws -> (Int) throws -> Void {
        switch kind {
        case .booking:
            let store = try Stores.open(address, clock: .helsinki)
            return { try Self.book($0, in: store) }
        case .sameRows:
            let rows = RawRows(try Stores.connection(address))
            return { try rows.likeABooking($0) }
        case .bareRows(let count):
            let rows = RawRows(try Stores.connection(address))
            return { try rows.bare($0, count: count) }
        }
    }

    private static func book(_ number: Int, in store: any Store) throws {
        // Neighbours by number want times of other days and tasks.
        let task = BigCounty.tasks[number % BigCounty.tasks.count]
        let places = number / BigCounty.tasks.count
        let (day, time) = (
            places % BookingBenchmark.days, places / BookingBenchmark.days % BookingBenchmark.timesADay
        )
        let start = BigCounty.morning(ofWorkday: day).addingTimeInterval(Double(time) * 900)
        var generator = SystemRandomNumberGenerator()
        // Each client has a phone of their own: no client has hundreds of bookings.
        let request = BookingRequest(
            method: .phone, service: "home-help",
            client: Client(
                name: "Testi Testinen", phone: try PhoneNumber(typed: "040 \(1_234_000 + number)"), language: .finnish
            ),
            needs: SpecialNeeds(meetingLanguage: .finnish),
            description: SituationDescription(ownWords: RawRows.words), consent: .onScreen, maker: .client)
        _ = try store.book(
            SlotChoice(task: task, start: start, method: .phone), request,
            now: BigCounty.start.addingTimeInterval(-60)
        ) { BookingReference.random(using: &generator) }
    }
}

/// Commits through the same C library that promise nothing and look for nothing: what the engine itself can do.
struct RawRows {
    static let table = "CREATE TABLE raw (number bigint PRIMARY KEY, text text NOT NULL)"
    /// A client's, 420 letters.
    static let words = String(repeating: "kuvaus ", count: 60)

    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// So many rows of 200 letters in a table without anything.
    func bare(_ number: Int, count: Int) throws {
        try commit {
            for row in 0..<count {
                try run(
                    "INSERT INTO raw (number, text) VALUES (?1, ?2)",
                    [.integer(number * count + row), .text(String(Self.words.prefix(200)))])
            }
        }
    }

    /// The rows of a booking, in the store's own tables with their indexes; the slot counts it.
    func likeABooking(_ number: Int) throws {
        let booking = Int32.max - Int32(number)
        try commit {
            try run(
                """
                INSERT INTO booking (id, reference, slot, status, method, service, client_name, client_phone,
                    client_language, meeting_language, sign_language, maker, made_at)
                VALUES (?1, ?2, ?3, 'booked', 'phone', 'home-help', 'Testi Testinen', ?4, 'fi', 'fi', 0, 'client', 1)
                """,
                [
                    .integer(Int(booking)), .text(String(UUID().uuidString.prefix(8))), .integer(slot(number)),
                    .text("+358\(number)"),
                ])
            try run(
                "INSERT INTO description (booking, own_words, hope, flags) VALUES (?1, ?2, '', '')",
                [.integer(Int(booking)), .text(Self.words)])
            for due in 0..<BookingBenchmark.messages {
                try run(
                    """
                    INSERT INTO message (key, booking, kind, channel, recipient, language, due)
                    VALUES (?1, ?2, 'reminder', 'sms', ?3, 'fi', ?4)
                    """,
                    [
                        .text(UUID().uuidString), .integer(Int(booking)), .text("+358\(number)"),
                        .integer(due + number),
                    ])
            }
        }
    }

    /// One of the second half of each professional's days, on which nothing is booked.
    private func slot(_ number: Int) -> Int {
        let half = BookingBenchmark.days * BookingBenchmark.timesADay
        return number / half * 2 * half + half + number % half + 1
    }

    private func run(_ sql: String, _ values: [SQLValue]) throws {
        try connection.run(sql, values) { _ in true }
    }

    private func commit(_ body: () throws -> Void) throws {
        try connection.begin(.only([]))
        try body()
        try connection.end(keeping: true)
    }
}
