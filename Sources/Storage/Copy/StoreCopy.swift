public import BookingCore

/// How far a copy has come.
public enum CopyProgress: Equatable, Sendable {
    /// So many rows of a table are written, of so many.
    case copied(table: String, rows: Int, of: Int)
    /// What was written is read again and compared.
    case compared(table: String, rows: Int)
}

extension Stores {
    /// Moves a county: makes a new store that holds every row of another one, on whichever engine.
    ///
    /// The new store is there when it is whole and was compared with the old one, and not before: what was killed
    /// half-way begins anew. Meanwhile nobody can write to the old store, so that no booking is left behind in it; it
    /// is not changed.
    ///
    /// - Returns: how many rows there are.
    /// - Throws: `StoreTrouble` where the old store has faults or waits for `migrate`, or where the new one is there.
    public static func copy(
        _ address: String, to target: String, progress: @escaping (CopyProgress) -> Void
    ) throws(BookingError) -> Int {
        let found = try version(address)
        guard found == Schema.version else {
            throw .store(.older(path: shown(address), found: found, known: Schema.version))
        }
        let source = try connection(address)
        let faults = try StoreCheck(connection: source).faults()
        guard faults.isEmpty else { throw .store(.faulty(path: shown(address), faults: faults.count)) }
        let isDemonstration = try SQLBookingStore(source).isDemonstration()
        var count = 0
        try create(target, isDemonstration: isDemonstration) { new throws(BookingError) in
            count = try StoreCopy(source: source, target: new, progress: progress).run()
        }
        return count
    }
}

/// All rows of one store into the empty tables of another.
struct StoreCopy {
    let source: any SQLConnection
    let target: any SQLConnection
    let progress: (CopyProgress) -> Void

    /// Rows between two reports.
    private static let reported = 50_000
    /// Values of one statement; each engine takes more.
    private static let valuesAtOnce = 4_000

    /// Copies, then reads both again and compares them.
    ///
    /// - Returns: how many rows there are.
    func run() throws(BookingError) -> Int {
        // The row of this table is written by whoever makes the store: it is about the store itself.
        let tables = try source.tables().filter { $0.name != "store" }
        guard try target.tables().filter({ $0.name != "store" }) == tables else {
            throw .store(.other("the tables of the two stores are not the same"))
        }
        // Nobody writes meanwhile. Given up before the slow end, in which a server would close an idle transaction.
        let sums = try source.transaction(isRehearsal: true) { () throws(BookingError) in
            var sums: [TableSum] = []
            for table in tables { sums.append(try copy(table)) }
            return sums
        }
        for (table, sum) in zip(tables, sums) {
            guard try self.sum(of: table) == sum else { throw .store(.unequal(table: table.name)) }
            progress(.compared(table: table.name, rows: sum.rows))
        }
        try target.continueNumbers(of: tables)
        return sums.reduce(0) { $0 + $1.rows }
    }

    private func copy(_ table: SQLTable) throws(BookingError) -> TableSum {
        let count = try source.first("SELECT count(*) FROM \(table.name)") { $0.integer(0) } ?? 0
        let rowsAtOnce = max(1, Self.valuesAtOnce / table.columns.count)
        var sum = TableSum()
        var waiting: [[SQLValue]] = []
        try source.scan(table.select, []) { row throws(BookingError) in
            let values = table.values(row)
            sum.add(values)
            waiting.append(values)
            if waiting.count == rowsAtOnce {
                try write(waiting, to: table)
                waiting = []
            }
            if sum.rows % Self.reported == 0, sum.rows < count {
                progress(.copied(table: table.name, rows: sum.rows, of: count))
            }
            return true
        }
        try write(waiting, to: table)
        progress(.copied(table: table.name, rows: sum.rows, of: count))
        return sum
    }

    private func write(_ rows: [[SQLValue]], to table: SQLTable) throws(BookingError) {
        if rows.isEmpty { return }
        try target.run(table.insert(rows.count), rows.flatMap(\.self))
    }

    private func sum(of table: SQLTable) throws(BookingError) -> TableSum {
        var sum = TableSum()
        try target.scan(table.select, []) { row throws(BookingError) in
            sum.add(table.values(row))
            return true
        }
        return sum
    }
}
