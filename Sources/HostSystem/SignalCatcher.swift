import Glibc
import Synchronization

/// Signals that end a program kindly: noted, to be met at the next prompt.
///
/// SIGINT and SIGTERM become `Reply.interrupted`; the second one before that is met ends the process, which
/// is then stuck elsewhere. SIGHUP is ignored, because the hang-up itself is seen at the prompt.
public struct SignalCatcher {
    /// A handler can reach nothing else. Made in `init`, before any signal can touch it.
    private static let caught = Atomic<Int32>(0)

    private static let handled: [(signal: Int32, handler: @convention(c) (Int32) -> Void)] = [
        (SIGINT, note), (SIGTERM, note), (SIGHUP, ignore),
    ]

    private let earlier: [(signal: Int32, action: sigaction)]

    public init() {
        Self.caught.store(0, ordering: .relaxed)
        earlier = Self.handled.map { signal, handler in
            var action = sigaction()
            action.__sigaction_handler.sa_handler = handler
            var old = sigaction()
            sigaction(signal, &action, &old)
            return (signal, old)
        }
    }

    public func restore() {
        for (signal, action) in earlier {
            var action = action
            sigaction(signal, &action, nil)
        }
    }

    /// Whether a signal has come since the last call.
    public func take() -> Bool {
        Self.caught.exchange(0, ordering: .relaxed) != 0
    }

    private static let note: @convention(c) (Int32) -> Void = { signal in
        if caught.exchange(signal, ordering: .relaxed) != 0 { _exit(128 + signal) }
    }

    /// Not SIG_IGN, which a child process would inherit.
    private static let ignore: @convention(c) (Int32) -> Void = { _ in }
}
