import Foundation
import Synchronization

/// The first reason why standard output could not be written, of one run of the program.
final class OutputFailure: Sendable {
    /// By `errno`.
    private let reason = Mutex<Int32?>(nil)

    var isNoted: Bool { reason.withLock { $0 != nil } }

    func note(_ error: Int32) { reason.withLock { $0 = $0 ?? error } }

    /// What to tell; nil if nothing failed, or if it was a reader who wanted no more.
    var told: String? {
        guard let reason = reason.withLock({ $0 }), reason != EPIPE else { return nil }
        let why =
            switch reason {
            case ENOSPC, EDQUOT: "the disk is full"
            case EFBIG: "the file may not grow any more"
            case EBADF: "it is closed"
            default: String(cString: strerror(reason))
            }
        return "standard output could not be written: \(why); what the command did stays done"
    }
}
