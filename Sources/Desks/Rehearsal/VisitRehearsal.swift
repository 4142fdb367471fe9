public import BookingCore
public import ContentLibrary
import Dialogue
import Foundation
import SocialServices

/// A kiosk for one rehearsed visit, with a store of its own.
public struct RehearsedKiosk {
    public let tools: DeskTools
    /// What the visit is checked against afterwards; nil where the store does not answer.
    public let store: (any Store)?
    /// The reference that was given last; nil before one was.
    public let lastReference: () -> BookingReference?

    public init(tools: DeskTools, store: (any Store)?, lastReference: @escaping () -> BookingReference?) {
        self.tools = tools
        self.store = store
        self.lastReference = lastReference
    }
}

/// How a visit went in one manner.
public struct VisitResult: Sendable {
    /// One line that was typed, and the screen that it was typed on.
    public struct Turn: Sendable {
        public let screen: [String]
        public let typed: String
    }

    public let visit: Visit
    public let columns: Int
    public let isSpoken: Bool
    public let turns: [Turn]
    /// What is on the screen at the end, or where the visit failed.
    public let lastScreen: [String]
    /// What does not hold; nil if all does.
    public let failure: VisitFailure?

    /// How the visit was walked, in a few words.
    public var manner: String { "at \(columns) columns\(isSpoken ? ", read aloud" : "")" }

    /// What does not hold, by file and line.
    public var fault: ContentFault? {
        failure.map { failure in
            ContentFault(
                file: visit.file, line: failure.line, message: "\"\(visit.name)\" \(failure.message) (\(manner))")
        }
    }
}

/// Why a visit does not hold.
public struct VisitFailure: Error, Sendable, Equatable {
    /// The line of the story, 1 for the file's first.
    public let line: Int
    /// What follows the visit's name: lower case, without a full stop.
    public let message: String
}

/// Walks visits at a kiosk that is only a screen of 24 lines in memory.
public struct VisitRehearsal {
    private static let rows = 24
    private static let columns = (usual: 80, narrow: 40)
    /// More lines than any visit types: a conversation that goes round in a circle ends.
    private static let mostLines = 400

    private let kiosk: () throws -> RehearsedKiosk

    /// - Parameter kiosk: gives a new kiosk, with the same times, for each walk.
    public init(at kiosk: @escaping () throws -> RehearsedKiosk) { self.kiosk = kiosk }

    /// The visit at 80 columns, and in each further manner that it names.
    public func run(_ visit: Visit) throws -> [VisitResult] {
        var results = [try walk(visit, columns: Self.columns.usual, isSpoken: false)]
        for manner in visit.manners {
            let columns = manner == .narrow ? Self.columns.narrow : Self.columns.usual
            results.append(try walk(visit, columns: columns, isSpoken: manner == .spoken))
        }
        return results
    }

    private func walk(_ visit: Visit, columns: Int, isSpoken: Bool) throws -> VisitResult {
        let kiosk = try kiosk()
        let speaker = HeardSpeaker()
        var steps = visit.steps[...]
        var turns: [VisitResult.Turn] = []
        var (lastScreen, failure): ([String], VisitFailure?) = ([], nil)
        let console = ScreenConsole(columns: columns, rows: Self.rows) { screen in
            lastScreen = screen.visible
            while failure == nil, turns.count < Self.mostLines, let step = steps.popFirst() {
                switch step.value {
                case .types(let text):
                    let typed = filled(text, at: kiosk)
                    turns.append(VisitResult.Turn(screen: screen.visible, typed: typed))
                    return .line(typed)
                case .turns:
                    guard screen.turnsPage(in: kiosk.tools.content.words(in: visit.language)) else { continue }
                    steps = [step] + steps
                    turns.append(VisitResult.Turn(screen: screen.visible, typed: ""))
                    return .line("")
                case .waits:
                    turns.append(VisitResult.Turn(screen: screen.visible, typed: "…"))
                    return .timedOut
                case let check:
                    let said = isSpoken ? speaker.said : nil
                    failure = fault(in: check, screen.visible, said, kiosk)
                        .map { VisitFailure(line: step.line, message: $0) }
                }
            }
            return .endOfInput
        }
        let settings = KioskSettings(speaks: isSpoken)
        _ = KioskDesk(tools: kiosk.tools, console: console, settings: settings, speaker: isSpoken ? speaker : nil)
            .run()
        if failure == nil, let left = steps.first {
            failure = VisitFailure(line: left.line, message: "goes on after the kiosk has stopped asking")
        }
        return VisitResult(
            visit: visit, columns: columns, isSpoken: isSpoken, turns: turns, lastScreen: lastScreen,
            failure: failure)
    }

    private func filled(_ text: String, at kiosk: RehearsedKiosk) -> String {
        guard text.contains(Visit.codePlaceholder), let code = kiosk.lastReference()?.grouped else { return text }
        return text.replacingOccurrences(of: Visit.codePlaceholder, with: code)
    }

    /// Why a check does not hold; nil if it does.
    ///
    /// - Parameter said: what was read aloud; nil where nothing is.
    private func fault(
        in step: Visit.Step, _ screen: [String], _ said: String?, _ kiosk: RehearsedKiosk
    ) -> String? {
        let seen = screen.joined(separator: " ").words
        switch step {
        case .types, .turns, .waits: return nil
        case .sees(let text):
            let wanted = filled(text, at: kiosk).words
            if !seen.contains(wanted) { return "does not show \"\(text)\" on the last \(Self.rows) lines" }
            if let said, !said.words.contains(wanted) { return "does not say \"\(text)\"" }
            return nil
        case .unseen(let text):
            return seen.contains(filled(text, at: kiosk).words) ? "shows \"\(text)\"" : nil
        case .reads, .unread, .speaks, .sends:
            guard let store = kiosk.store, let reference = kiosk.lastReference(),
                let booking = try? store.booking(reference)
            else { return "has no booking to look at" }
            return fault(in: step, booking, store, kiosk.tools)
        }
    }

    private func fault(
        in step: Visit.Step, _ booking: Booking, _ store: any Store, _ tools: DeskTools
    ) -> String? {
        switch step {
        case .reads(let text):
            let first = read(booking, store, tools).prefix(Self.rows).joined(separator: " ")
            return first.words.contains(text.words)
                ? nil : "does not tell the professional \"\(text)\" on the first \(Self.rows) lines"
        case .unread(let text):
            let all = read(booking, store, tools).joined(separator: " ")
            return all.words.contains(text.words) ? "tells the professional \"\(text)\"" : nil
        case .speaks(let language):
            let workers = (try? store.professionals(of: booking.reference)) ?? []
            let known = ((try? store.professionals()) ?? []).filter { workers.contains($0.id) }
            return known.contains { $0.languages.contains(language) }
                ? nil : "is booked with somebody who does not speak \(language.rawValue)"
        case .sends(let count):
            let waiting = (try? store.messages(dueUntil: .distantFuture))?.count ?? 0
            return waiting == count ? nil : "has \(waiting) messages waiting for the client, not \(count)"
        case .types, .turns, .waits, .sees, .unseen: return nil
        }
    }

    /// The description as the professional opens it, in the county's first language.
    private func read(_ booking: Booking, _ store: any Store, _ tools: DeskTools) -> [String] {
        let words = tools.content.words(in: tools.content.languages.first ?? .finnish)
        let reading = AccessContext(userID: "rehearsal", userName: "rehearsal", purpose: "rehearsal", at: tools.now())
        let description = try? store.readDescription(of: booking.reference, by: reading)
        let page = DescriptionPage(
            tools: tools, words: words, dates: DateWords(words: words, wallClock: tools.wallClock))
        return TextLayout.wrap(page.blocks(booking, description), columns: Self.columns.usual).map(\.plain)
    }
}

extension ScreenConsole {
    /// All that is on the screen, as one line.
    var seen: String { visible.joined(separator: " ").words }

    /// Whether only Enter is waited for, to show the next part of a long text.
    func turnsPage(in words: Words) -> Bool { seen.hasSuffix("\(words(.shared.pageMore).words) >") }
}

extension String {
    /// One space between two words, whatever was between them: lines break anywhere.
    var words: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
