import BookingCore

/// All rows of one store into the tables of a draft.
struct StoreCopy {
    let source: any SQLConnection
    let draft: any StoreDraft
    let progress: (CopyProgress) -> Void

    /// Rows between two reports.
    private static let reported = 50_000
    /// What is written in one transaction, and held in memory until then: so many rows, or texts of so many bytes.
    private static let rowsAtOnce = 10_000
    private static let bytesAtOnce = 4 << 20

    /// Copies what is not there yet, then reads both again and compares them.
    ///
    /// - Returns: how many rows there are.
    func run() throws -> Int {
        // The row of this table is written by whoever makes the store: it is about the store itself.
        let others = draft.ownTables.union(["store"])
        let tables = try source.tables().filter { !others.contains($0.name) }
        guard try draft.connection.tables().filter({ !others.contains($0.name) }) == tables else {
            throw StoreFailure.other("the tables of the two stores are not the same")
        }
        // Nobody writes meanwhile. Given up before the slow end, in which a server would close an idle transaction.
        let sums = try source.transaction(isDryRun: true) { try copy(tables) }
        for (table, sum) in zip(tables, sums) {
            guard try self.sum(of: table) == sum else {
                try draft.startOver()
                throw StoreFailure.unequal(table: table.name)
            }
            progress(.compared(table: table.name, rows: sum.rows))
        }
        let filled = Set(zip(tables, sums).filter { $1.rows > 0 }.map { $0.0.name })
        try draft.complete { table, piece in
            if filled.contains(table) { progress(.completed(table: table, piece: piece)) }
        }
        try draft.connection.continueNumbers(of: tables)
        return sums.reduce(0) { $0 + $1.rows }
    }

    /// After what is there already, where the store is still as it was; else from the beginning.
    private func copy(_ tables: [SQLTable]) throws -> [TableSum] {
        let written = try draft.written()
        if let last = tables.last(where: { written[$0.name] != nil }), let rows = written[last.name]?.rows {
            progress(.goesOn(table: last.name, rows: rows))
        }
        do {
            return try copy(tables, after: written)
        } catch StoreFailure.unequal(let table) {
            progress(.startsOver(changed: table))
            try draft.startOver()
            return try copy(tables, after: [:])
        }
    }

    private func copy(_ tables: [SQLTable], after written: [String: TableSum]) throws -> [TableSum] {
        var sums: [TableSum] = []
        for table in tables { sums.append(try copy(table, after: written[table.name] ?? TableSum())) }
        return sums
    }

    /// - Parameter written: these first rows are there; `unequal` is thrown where they are not what they were.
    private func copy(_ table: SQLTable, after written: TableSum) throws -> TableSum {
        let count = try source.integer("SELECT count(*) FROM \(table.name)") ?? 0
        guard count >= written.rows else { throw StoreFailure.unequal(table: table.name) }
        var sum = TableSum()
        var waiting: [[SQLValue]] = []
        var bytes = 0
        try source.scan(table.selectInOrder, []) { row in
            let values = table.values(row)
            sum.add(values)
            if sum.rows > written.rows {
                waiting.append(values)
                bytes += values.reduce(0) { $0 + $1.textBytes }
            } else if sum.rows == written.rows, sum != written {
                throw StoreFailure.unequal(table: table.name)
            }
            if waiting.count == Self.rowsAtOnce || bytes > Self.bytesAtOnce {
                try draft.write(waiting, to: table, making: sum)
                waiting = []
                bytes = 0
            }
            if sum.rows % Self.reported == 0, sum.rows < count {
                progress(.copied(table: table.name, rows: sum.rows, of: count))
            }
            return true
        }
        if !waiting.isEmpty { try draft.write(waiting, to: table, making: sum) }
        progress(.copied(table: table.name, rows: sum.rows, of: count))
        return sum
    }

    private func sum(of table: SQLTable) throws -> TableSum {
        var sum = TableSum()
        try draft.connection.scan(table.select, []) { row in
            sum.add(table.values(row))
            return true
        }
        return sum
    }
}

extension StoreCopy {
    /// Copies a store to a new file.
    ///
    /// - Returns: how many rows there are.
    static func copy(
        _ source: any SQLConnection, toFile path: String, isDemonstration: Bool = false,
        progress: @escaping (CopyProgress) -> Void = { _ in }
    ) throws -> Int {
        var count = 0
        try StoreFile.create(path: path, isDemonstration: isDemonstration) { new in
            count = try StoreCopy(source: source, draft: FileDraft(connection: new), progress: progress).run()
        }
        return count
    }

    #if PostgreSQL
    /// Copies a store to a server, or goes on with a copy that was cut.
    ///
    /// - Returns: how many rows there are.
    static func copy(
        _ source: any SQLConnection, toServer address: String, schema: String = "kartoitin",
        isDemonstration: Bool = false, progress: @escaping (CopyProgress) -> Void = { _ in }
    ) throws -> Int {
        let draft = try PostgreSQLDraft(address: address, schema: schema)
        let count = try StoreCopy(source: source, draft: draft, progress: progress).run()
        try draft.publish(isDemonstration: isDemonstration)
        return count
    }
    #endif
}
