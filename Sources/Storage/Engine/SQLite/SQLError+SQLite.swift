import CSQLite
import Glibc

extension SQLError {
    /// What went wrong on a connection, without any value that was bound.
    ///
    /// - Parameters:
    ///   - code: the extended result code.
    ///   - handle: the connection; nil if it could not be opened.
    init(sqlite code: Int32, _ handle: OpaquePointer?) {
        let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "SQLite code \(code)"
        self =
            switch code & 0xFF {
            case SQLITE_BUSY, SQLITE_LOCKED: .busy
            case SQLITE_READONLY, SQLITE_PERM: .readOnly
            case SQLITE_CANTOPEN where Self.isRefused(handle): .readOnly
            case SQLITE_FULL: .full
            case SQLITE_IOERR where Self.isOutOfRoom(code, handle): .full
            case SQLITE_NOTADB, SQLITE_CORRUPT: .notADatabase
            case SQLITE_CANTOPEN: .other("the file cannot be opened")
            case SQLITE_CONSTRAINT where message.hasPrefix(Self.uniqueness):
                .constraint(name: String(message.dropFirst(Self.uniqueness.count)))
            default: .other(message)
            }
    }

    /// SQLite names the columns in its message and nowhere else.
    private static let uniqueness = "UNIQUE constraint failed: "

    /// `true` if the rights of the file or its folder say no.
    private static func isRefused(_ handle: OpaquePointer?) -> Bool {
        [EACCES, EPERM].contains(sqlite3_system_errno(handle))
    }

    /// SQLite calls only ENOSPC "full". A quota and a limit of the file's size are the same to us, and it has
    /// no word at all for a shared memory file that could not grow.
    private static func isOutOfRoom(_ code: Int32, _ handle: OpaquePointer?) -> Bool {
        switch code {
        case kartoitin_io_error_shared_memory_size: true
        case kartoitin_io_error_write: [EFBIG, EDQUOT].contains(sqlite3_system_errno(handle))
        default: false
        }
    }
}
