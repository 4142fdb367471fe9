import ContentLibrary
import Dialogue

/// How a desk of staff treats somebody who says nothing.
public struct StaffSettings: Sendable {
    /// Seconds without a key before the session ends; the warning comes a minute before, or at half of a shorter time.
    public var idleEnd: Double

    public init(idleEnd: Double = 600) {
        self.idleEnd = idleEnd
    }

    func idle(in words: Words) -> IdleRule {
        let warned = min(60, idleEnd / 2)
        return IdleRule(
            warnAfter: idleEnd - warned, endAfter: warned,
            warning: TerminalText(words(.idleWarning, ["seconds": String(Int(warned))])))
    }
}

extension Talk {
    /// A conversation with one of the staff, which ends when they go away from their desk; the screen is wiped then.
    convenience init(staffAt console: any Console, words: Words, settings: StaffSettings) {
        self.init(console: console, words: words, keys: .staff)
        idle = settings.idle(in: words)
    }
}
