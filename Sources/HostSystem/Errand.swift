import Dispatch
import Foundation
import Synchronization

/// Work that may take long, done in a thread of its own: its result is waited for only as long as wanted.
public final class Errand<Value>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let failure = Mutex<(any Error)?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    /// Begins at once.
    public init(_ work: @escaping @Sendable () throws -> sending Value) {
        Thread.detachNewThread {
            do {
                // Nobody looks there before it is done.
                try self.made.withLock { $0 = try work() }
            } catch {
                self.failure.withLock { $0 = error }
            }
            self.isDone.signal()
        }
    }

    /// What came of it, given away once; nil if that is not known within so many seconds.
    public func take(within seconds: Double) throws -> Value? {
        guard isDone.wait(timeout: .now() + seconds) == .success else { return nil }
        if let error = failure.withLock({ $0 }) { throw error }
        return made.withLock { $0.take() }
    }
}
