import ContentLibrary
import Dialogue

/// How a desk of staff treats a user who says nothing.
public struct StaffSettings: Sendable {
    /// Seconds without a key before the session ends; the warning comes a minute before, or at half of a shorter time.
    public var idleEnd: Double

    public init(idleEnd: Double = 600) {
        self.idleEnd = idleEnd
    }

    func idle(in words: Words) -> IdleTimeout {
        let warned = min(60, idleEnd / 2)
        return IdleTimeout(warnAfter: idleEnd - warned, endAfter: warned, in: words)
    }
}

extension IdleTimeout {
    /// - Parameter words: of the language in which the warning is given.
    init(warnAfter: Double, endAfter: Double, in words: Words) {
        self.init(
            warnAfter: warnAfter, endAfter: endAfter,
            warning: TerminalText(words(.shared.idleWarning(Int(endAfter)))))
    }
}

/// How a public terminal treats a visitor who says nothing.
public struct KioskSettings: Sendable {
    /// Seconds without a key before the visitor is asked whether they are still there.
    public var idleWarning: Double
    /// Seconds from the warning to the end of the visit; any key gives the whole time again. At least 20
    /// (WCAG 2.2.1, which the accessibility act 306/2019 rests on).
    public var idleEnd: Double
    /// Whether every visit is read aloud from its beginning.
    public var speaks: Bool

    public init(idleWarning: Double = 120, idleEnd: Double = 60, speaks: Bool = false) {
        self.idleWarning = idleWarning
        self.idleEnd = idleEnd
        self.speaks = speaks
    }
}

extension StaffSettings {
    /// A conversation with one of the staff, which ends when they go away from their desk; the screen is wiped then.
    func conversation(at console: any Console, in words: Words) -> Conversation {
        let conversation = Conversation(console: console, words: words, keys: .staff)
        conversation.idle = idle(in: words)
        return conversation
    }
}
