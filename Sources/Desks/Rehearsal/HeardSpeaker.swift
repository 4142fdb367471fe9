import Dialogue
import Synchronization

/// A voice that keeps what it was given to say.
final class HeardSpeaker: Speaker {
    private let texts = Mutex<[String]>([])

    let isAvailable = true

    /// Everything so far, in order.
    var said: String { texts.withLock { $0.joined(separator: " ") } }

    func say(_ texts: [String], language: String) { self.texts.withLock { $0 += texts } }

    func stop() {}
}
