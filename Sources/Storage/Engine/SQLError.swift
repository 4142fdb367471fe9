/// What an engine could not do. It never holds a value that was bound, only the engine's own words.
package enum SQLError: Error, Equatable, Sendable {
    /// A row with the same values is there already.
    ///
    /// - Parameter name: the constraint's name or, on an engine that does not tell it, its columns, for example
    ///   `booking.slot, booking.seat`.
    case constraint(name: String)
    /// Another session keeps what is needed locked longer than this one waits.
    case busy
    case readOnly
    /// There is no room left on the disk.
    case full
    /// The server does not answer, or has ended the session.
    case unreachable
    /// The server answers and refuses the session: wrong login, password or database, or no connection left.
    case turnedAway
    /// The login lacks a right.
    case notAllowed
    case notADatabase
    /// The tables are newer than the version that this program writes.
    case newer(found: Int, known: Int)
    /// Any other failure in the library's own words.
    case other(String)
}
