import CSQLite
import Glibc

/// How a connection waits while another program writes: it looks again after a short time drawn by lot.
///
/// SQLite's own `sqlite3_busy_timeout` sleeps longer and longer, up to 0.1 s. Where others write one change after the
/// other it then wakes too seldom to find a gap between two of them, and a program waits in vain until the time is up.
final class BusyHandler {
    /// How long it waits before it gives up.
    private static let limit = Duration.seconds(5)

    /// Between two looks, in microseconds.
    private static let pause: ClosedRange<UInt32> = 200...2000

    private var end = ContinuousClock.now
    /// When it gives up earlier than usual; nil for the usual time.
    var deadline: ContinuousClock.Instant?

    /// - Parameter handle: must be closed before this object goes away.
    func serve(_ handle: OpaquePointer) {
        sqlite3_busy_handler(
            handle,
            { own, looks in
                guard let own else { return 0 }
                return Unmanaged<BusyHandler>.fromOpaque(own).takeUnretainedValue().waits(looks) ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Sleeps a little.
    ///
    /// - Returns: `false` when it has waited for long enough.
    /// - Parameter looks: how often it has waited for this lock before.
    private func waits(_ looks: Int32) -> Bool {
        if looks == 0 { end = .now + Self.limit }
        guard .now < min(end, deadline ?? end) else { return false }
        usleep(.random(in: Self.pause))
        return true
    }
}
