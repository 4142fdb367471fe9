public import BookingCore

/// How far a copy has come.
public enum CopyProgress: Equatable, Sendable {
    /// An earlier try was cut after so many rows of a table; nothing of it is written again.
    case goesOn(table: String, rows: Int)
    /// A table of the store is no longer as it was in an earlier try: all is written again.
    case startsOver(changed: String)
    /// So many rows of a table are written, of so many.
    case copied(table: String, rows: Int, of: Int)
    /// What was written is read again and compared.
    case compared(table: String, rows: Int)
    /// An index or a rule of a table is made, by its name.
    case completed(table: String, piece: String)
}

extension Stores {
    /// Moves a county: makes a new store that holds every row of another one, on whichever engine.
    ///
    /// The new store is there when it is whole and was compared with the old one, and not before. On a server what was
    /// cut goes on where it stopped when it is started again; a file begins anew. Meanwhile nobody can write to the
    /// old store, so that no booking is left behind in it; it is not changed.
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
        guard isServer(target) else {
            return try copy(source, toFile: target, isDemonstration: isDemonstration, progress: progress)
        }
        #if PostgreSQL
            return try copy(
                source, toServer: target, isDemonstration: isDemonstration, progress: progress)
        #else
            throw .store(.withoutPostgreSQL)
        #endif
    }

    static func copy(
        _ source: any SQLConnection, toFile path: String, isDemonstration: Bool = false,
        progress: @escaping (CopyProgress) -> Void = { _ in }
    ) throws(BookingError) -> Int {
        var count = 0
        try StoreFile.create(path: path, isDemonstration: isDemonstration) { new throws(BookingError) in
            count = try StoreCopy(source: source, draft: FileDraft(connection: new), progress: progress).run()
        }
        return count
    }

    #if PostgreSQL
        static func copy(
            _ source: any SQLConnection, toServer address: String, schema: String = "kartoitin",
            isDemonstration: Bool = false, progress: @escaping (CopyProgress) -> Void = { _ in }
        ) throws(BookingError) -> Int {
            let draft = try PostgreSQLDraft(address: address, schema: schema)
            let count = try StoreCopy(source: source, draft: draft, progress: progress).run()
            try draft.publish(isDemonstration: isDemonstration)
            return count
        }
    #endif
}
