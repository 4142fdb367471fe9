public import BookingCore

/// Where bookings are kept: in a file or, where the program was built for it, in a PostgreSQL database
/// (`postgresql://…`).
public enum Stores {
    /// True of the address of a server, as against a path.
    public static func isServer(_ address: String) -> Bool {
        ["postgresql://", "postgres://"].contains(where: address.hasPrefix)
    }

    /// Makes a new, empty store. Nothing of it is there where it could not be made whole.
    ///
    /// - Parameter isDemonstration: true for a store of made-up people and times; it stays so.
    public static func create(_ address: String, isDemonstration: Bool = false) throws(BookingError) {
        guard isServer(address) else { return try StoreFile.create(path: address, isDemonstration: isDemonstration) }
        #if PostgreSQL
            try PostgreSQLStore.create(address: address, isDemonstration: isDemonstration)
        #else
            throw .store(.withoutPostgreSQL)
        #endif
    }

    /// Opens an existing store that this version of the program understands.
    ///
    /// - Parameter reminders: when clients are reminded of what is booked or moved through it.
    public static func open(
        _ address: String, reminders: [ReminderTime] = ReminderTime.usual
    ) throws(BookingError) -> any BookingStore {
        SQLBookingStore(try connection(address), reminders: reminders)
    }

    /// What is wrong in a store, one line each; empty for a sound one.
    public static func check(_ address: String) throws(BookingError) -> [String] {
        try StoreCheck(connection: connection(address)).faults()
    }

    private static func connection(_ address: String) throws(BookingError) -> any SQLConnection {
        guard isServer(address) else { return try StoreFile.connection(address) }
        #if PostgreSQL
            return try PostgreSQLStore.connection(address: address)
        #else
            throw .store(.withoutPostgreSQL)
        #endif
    }
}
