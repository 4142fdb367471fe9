public import BookingCore
import Foundation

/// Where bookings are kept: in a file or, where the program was built for it, in a PostgreSQL database
/// (`postgresql://…`).
public enum Stores {
    /// True of the address of a server, as against a path.
    public static func isServer(_ address: String) -> Bool {
        ["postgresql://", "postgres://"].contains(where: address.hasPrefix)
    }

    /// An address as it may be printed: a server's without its password, a path as it is.
    ///
    /// It hides too much rather than too little: libpq takes passwords that are no proper part of an address.
    public static func shown(_ address: String) -> String {
        guard isServer(address), let scheme = address.range(of: "://") else { return address }
        let rest = address[scheme.upperBound...]
        let (account, place) = rest.lastIndex(of: "@").map { (rest[..<$0], rest[$0...]) } ?? ("", rest)
        let user = account.prefix { $0 != ":" }
        let parts = place.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let options = (parts.count > 1 ? parts[1] : "").split(separator: "&").filter { !isSecret($0) }
        return address[..<scheme.upperBound] + user + (parts.first ?? "")
            + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
    }

    /// True of `password=…` and `sslpassword=…`, in whatever way they are written.
    private static func isSecret(_ option: Substring) -> Bool {
        let name = String(option.prefix { $0 != "=" })
        return name.removingPercentEncoding?.contains("password") ?? true
    }

    /// Makes a new, empty store. Nothing of it is there where it could not be made whole.
    ///
    /// - Parameters:
    ///   - isDemonstration: true for a store of made-up people and times; it stays so.
    ///   - mainUser: who manages accounts in it, with the hash of their password; nil where no hash is known yet.
    public static func create(
        _ address: String, isDemonstration: Bool = false,
        mainUser: (member: StaffMember, passwordHash: String?)? = nil
    ) throws(BookingError) {
        try create(address, isDemonstration: isDemonstration) { connection throws(BookingError) in
            guard let mainUser else { return }
            try SQLBookingStore(connection, reminders: []).add(
                mainUser.member, passwordHash: mainUser.passwordHash, now: Date())
        }
    }

    /// - Parameter fill: puts rows into the empty tables, while nothing counts or refuses them yet.
    private static func create(
        _ address: String, isDemonstration: Bool,
        filling fill: ((any SQLConnection) throws(BookingError) -> Void)?
    ) throws(BookingError) {
        guard isServer(address) else {
            return try StoreFile.create(path: address, isDemonstration: isDemonstration, filling: fill)
        }
        #if PostgreSQL
            try PostgreSQLStore.create(address: address, isDemonstration: isDemonstration, filling: fill)
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

    /// Brings a store up to date with this program, as opening it does.
    ///
    /// - Returns: the step of the schema that it was at, and the one it is at now.
    public static func migrate(_ address: String) throws(BookingError) -> (from: Int, to: Int) {
        let before = try version(address)
        _ = try connection(address)
        return (before, try version(address))
    }

    /// The step of the schema that a store is at; nothing is changed by looking.
    static func version(_ address: String) throws(BookingError) -> Int {
        guard isServer(address) else { return try StoreFile.unchanged(address).version }
        #if PostgreSQL
            return try PostgreSQLStore.unchanged(address: address).version
        #else
            throw .store(.withoutPostgreSQL)
        #endif
    }

    package static func connection(_ address: String) throws(BookingError) -> any SQLConnection {
        guard isServer(address) else { return try StoreFile.connection(address) }
        #if PostgreSQL
            return try PostgreSQLStore.connection(address: address)
        #else
            throw .store(.withoutPostgreSQL)
        #endif
    }
}
