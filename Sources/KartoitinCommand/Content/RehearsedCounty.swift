import BookingCore
import CivilTime
import ContentLibrary
import Desks
import Foundation
import HostSystem
import OwnWords
import Storage

/// Kiosks for rehearsed visits: the example county on a fixed morning, with the same free times for each walk.
final class RehearsedCounty {
    /// Monday 23.11.2026 at 8.10: a working week lies ahead, with no closed day in it.
    private static let morning = "2026-11-23T08:10"

    private let county: CountyContext
    private let own: LearnedWords
    private let folder: URL
    private let now: Date
    private var walks = 0

    /// - Parameter own: what was learned from the content's example phrases.
    init(_ county: CountyContext, _ own: LearnedWords) throws {
        self.county = county
        self.own = own
        // A fault in the phrases is told before anything is walked.
        _ = try own.dangerWords()
        now = try county.clock.moment(Self.morning)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("kartoitin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try ExampleCounty(content: county.content, wallClock: county.clock).fill(path(0), now: now)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ walk: Int) -> String { folder.appendingPathComponent("\(walk).sqlite").path }

    /// Walks each visit in each of its manners.
    func walk(_ visits: [Visit]) throws -> [VisitResult] {
        try visits.flatMap { visit in try VisitRehearsal { try self.kiosk(for: visit) }.run(visit) }
    }

    /// A kiosk that is new to the visitor.
    private func kiosk(for visit: Visit) throws -> RehearsedKiosk {
        walks += 1
        let copy = path(walks)
        var drawn: [BookingReference] = []
        let keeper: LazyStore
        let store: (any Store)?
        if visit.isStoreAway {
            keeper = LazyStore(
                isThoughtClosed: false, opening: { _ in throw StoreFailure.unreachable }, noticing: { _ in })
            store = nil
        } else {
            try FileManager.default.copyItem(atPath: path(0), toPath: copy)
            let opened = try Stores.open(copy, clock: county.clock, reminders: county.content.county.reminders)
            keeper = LazyStore(opened)
            store = opened
        }
        let content = county.content
        let sessions = Sessions(
            keeping: keeper, rules: content.bookingRules.onceAllIsOpen,
            policy: content.staffPolicy,
            clock: county.clock, now: { [now] in now },
            generatingReference: {
                // Always with a digit and a letter, and the same in every run.
                let last = Self.lastCharacters[drawn.count % Self.lastCharacters.count]
                let reference = BookingReference(
                    checked: "K7PF3M\(drawn.count / Self.lastCharacters.count + 2)\(last)")
                drawn.append(reference)
                return reference
            })
        let tools = DeskTools(
            content: content, visitor: sessions.visitor, wallClock: county.clock,
            matcher: { try? self.own.classifier() },
            dangerWords: { try? self.own.dangerWords() }, wordHasher: { Yescrypt() }, isDemo: false, report: { _ in })
        return RehearsedKiosk(
            tools: tools, store: store, lastReference: { Self.latest(of: drawn, in: store, from: self.now) })
    }

    private static let lastCharacters = Array("RSTVXY23456789AEFHJKLMNP")

    /// The reference of the client's last booking that stands. A move draws one for what is given up, a long meeting one for
    /// each of its times.
    private static func latest(
        of drawn: [BookingReference], in store: (any Store)?, from now: Date
    ) -> BookingReference? {
        guard let store, let professionals = try? store.professionals() else { return nil }
        let standing = Set(
            professionals.flatMap { (try? store.bookings(of: $0.id, from: now)) ?? [] }.map(\.reference))
        return drawn.last { standing.contains($0) }
    }
}
