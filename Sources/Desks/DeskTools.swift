public import BookingCore
public import ContentLibrary
public import Foundation
public import Mapper

/// What a desk works with. Everything that is not pure comes in here.
public struct DeskTools {
    public let content: Content
    public let store: any BookingStore
    public let wallClock: WallClock
    public let now: () -> Date
    public let drawReference: () -> BookingReference
    /// A new secret for a hold.
    public let drawToken: () -> String
    /// Understands own words; nil where the content has no phrases to learn from. Learns at its first call, so
    /// that a start does not wait for it.
    public let matcher: () -> SituationMatcher?
    /// True on the demonstration's store: every start says so.
    public let isDemo: Bool
    /// Tells the staff what a visitor need not know. Never gets a visitor's words.
    public let report: (String) -> Void

    public init(
        content: Content, store: any BookingStore, wallClock: WallClock, now: @escaping () -> Date,
        drawReference: @escaping () -> BookingReference, drawToken: @escaping () -> String,
        matcher: @escaping () -> SituationMatcher?, isDemo: Bool,
        report: @escaping (String) -> Void
    ) {
        self.content = content
        self.store = store
        self.wallClock = wallClock
        self.now = now
        self.drawReference = drawReference
        self.drawToken = drawToken
        self.matcher = matcher
        self.isDemo = isDemo
        self.report = report
    }
}

extension DeskTools {
    /// A time as it can be typed wherever its number can: `2026-12-01T09:00`.
    func id(of time: FreeTime) -> String { String(wallClock.iso8601(time.start).prefix(16)) }
}
