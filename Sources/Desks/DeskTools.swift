public import BookingCore
public import CivilTime
public import ContentLibrary
import Dialogue
import Foundation
import Mapper
public import OwnWords
import SocialServices

/// What a desk works with. Everything that is not pure comes in here.
public struct DeskTools {
    public let content: Content
    /// What anybody may do, with the county's rules inside.
    public let visitor: VisitorSession
    public let wallClock: WallClock
    /// Understands own words; nil if the content has no phrases to learn from. Learns at its first call, so
    /// that a start does not wait for it.
    public let matcher: () -> SituationClassifier?
    /// What rings by itself, without learning; nil if the content has no phrases. Read at its first call.
    public let dangerWords: () -> DangerWords?
    /// Hashes the words that clients without a phone choose; nil if this machine makes no such hashes. Made at its first
    /// call.
    public let wordHasher: () -> (any WordHasher)?
    /// `true` on the demonstration's store: every start says so.
    public let isDemo: Bool
    /// Where the desk stands, if it is a kiosk that was told so.
    public let place: KioskPlace?
    /// Tells the staff what a visitor need not know. Never gets a visitor's words.
    public let report: (String) -> Void

    public init(
        content: Content, visitor: VisitorSession, wallClock: WallClock,
        matcher: @escaping () -> SituationClassifier?, dangerWords: @escaping () -> DangerWords?,
        wordHasher: @escaping () -> (any WordHasher)?, isDemo: Bool, place: KioskPlace? = nil,
        report: @escaping (String) -> Void
    ) {
        self.content = content
        self.visitor = visitor
        self.wallClock = wallClock
        self.matcher = matcher
        self.dangerWords = dangerWords
        self.wordHasher = wordHasher
        self.isDemo = isDemo
        self.place = place
        self.report = report
    }
}

extension DeskTools {
    func now() -> Date { visitor.now }

    /// The local year that it is.
    var thisYear: Int { wallClock.calendarDay(of: now()).year }

    /// The line of the house where the desk stands.
    func notice(in words: Words) -> String? { place?.office.flatMap { words.offices[$0]?.notice } }

    /// The municipality where the desk stands before all others.
    func nearestFirst(_ municipalities: [Municipality]) -> [Municipality] {
        municipalities.filter { $0 == place?.municipality } + municipalities.filter { $0 != place?.municipality }
    }

    /// A time as it can be typed wherever its number can: `2026-12-01T09:00`.
    func id(of time: OfferedTime) -> String { String(wallClock.iso8601(time.start).prefix(16)) }

    /// Hears what a visitor means who types something else than a number.
    func listener(in language: Language) -> Listener {
        Listener(content.greetings()) { text, byWords in
            // A name or a word needs no learning.
            let danger =
                !byWords && SituationClassifier.mayRing(text)
                ? matcher()?.danger(in: text, language: language) : dangerWords()?.danger(in: text)
            return danger?.words
        }
    }
}
