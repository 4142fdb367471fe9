public import BookingCore
public import CivilTime
public import ContentLibrary
import Dialogue
import Foundation
import Mapper
public import OwnWords

/// What a desk works with. Everything that is not pure comes in here.
public struct DeskTools {
    public let content: Content
    /// What anybody may do, with the county's rules inside.
    public let visitor: VisitorSession
    public let wallClock: WallClock
    /// Understands own words; nil if the content has no phrases to learn from. Learns at its first call, so
    /// that a start does not wait for it.
    public let matcher: () -> SituationClassifier?
    /// `true` on the demonstration's store: every start says so.
    public let isDemo: Bool
    /// Tells the staff what a visitor need not know. Never gets a visitor's words.
    public let report: (String) -> Void

    public init(
        content: Content, visitor: VisitorSession, wallClock: WallClock,
        matcher: @escaping () -> SituationClassifier?, isDemo: Bool,
        report: @escaping (String) -> Void
    ) {
        self.content = content
        self.visitor = visitor
        self.wallClock = wallClock
        self.matcher = matcher
        self.isDemo = isDemo
        self.report = report
    }
}

extension DeskTools {
    func now() -> Date { visitor.now }

    /// A time as it can be typed wherever its number can: `2026-12-01T09:00`.
    func id(of time: OfferedTime) -> String { String(wallClock.iso8601(time.start).prefix(16)) }
}

/// How a desk of staff treats somebody who says nothing.
public struct StaffSettings: Sendable {
    /// Seconds without a key before the session ends; the warning comes a minute before, or at half of a shorter time.
    public var idleEnd: Double

    public init(idleEnd: Double = 600) {
        self.idleEnd = idleEnd
    }

    func idle(in words: Words) -> IdleTimeout {
        let warned = min(60, idleEnd / 2)
        return IdleTimeout(
            warnAfter: idleEnd - warned, endAfter: warned,
            warning: TerminalText(words(.shared.idleWarning(Int(warned)))))
    }
}

/// How a public terminal treats somebody who says nothing.
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
