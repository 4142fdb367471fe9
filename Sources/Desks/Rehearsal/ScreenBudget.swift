import BookingCore
public import CivilTime
public import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

/// Checks that what matters is in sight where a kiosk waits for a line: every question, outcome, urgent screen and
/// confirmation in every language, on the usual screen and in large print.
///
/// What a screen of 24 lines cannot hold is gone: there is no scrolling back at a kiosk.
public struct ScreenBudget {
    private static let rows = 24
    private static let widths = [80, 40]

    private let content: Content
    private let tools: DeskTools

    public init(of content: Content, clock: WallClock) {
        self.content = content
        // No times are asked for: a page keeps room for what it would say of them.
        let absent = LazyStore(isThoughtClosed: false, opening: { _ in nil }, noticing: { _ in })
        let sessions = Sessions(
            keeping: absent, rules: content.bookingRules, policy: content.staffPolicy,
            clock: clock)
        tools = DeskTools(
            content: content, visitor: sessions.visitor, wallClock: clock, matcher: { nil }, dangerWords: { nil },
            wordHasher: { nil }, isDemo: false, report: { _ in })
    }

    /// What leaves the screen, by file and line.
    public var faults: [ContentFault] {
        content.languages.flatMap { language in
            Self.widths.flatMap { columns in
                let stage = Stage(tools: tools, language: language, columns: columns)
                return questions(on: stage) + outcomes(on: stage) + urgentHelp(on: stage) + confirmations(on: stage)
            }
        }.sorted()
    }

    /// One language on a screen of one width.
    private struct Stage {
        let tools: DeskTools
        let language: Language
        let columns: Int

        var words: Words { tools.content.words(in: language) }

        /// What is on the screen when the first line is waited for that is no mere turning of a page.
        func screen(_ talk: (DialogContext) throws(NavigationRequest) -> Void) -> String {
            var seen = ""
            let console = ScreenConsole(columns: columns, rows: ScreenBudget.rows) { screen in
                seen = screen.seen
                return screen.turnsPage(in: words) ? .line("") : .endOfInput
            }
            // Ends as the input does.
            try? talk(KioskVisit.context(tools, console, language))
            return seen
        }
    }

    private func questions(on stage: Stage) -> [ContentFault] {
        content.tree.questions.values.compactMap { question in
            let menu =
                question.id == content.tree.start
                ? Menu(first: question, of: content, in: stage.words)
                : Menu(for: question, in: stage.words, above: stage.words(.shared.questionNumber(2, 8)))
            let seen = stage.screen { context throws(NavigationRequest) in
                _ = try context.conversation.choose(menu)
            }
            let options = menu.items.map { (part: "option", text: $0.text) }
            return fault(of: question.id, seen, [("question", menu.title)] + options, stage)
        }
    }

    private func outcomes(on stage: Stage) -> [ContentFault] {
        content.tree.outcomes.values.compactMap { outcome in
            let seen = stage.screen { context throws(NavigationRequest) in
                _ = try OutcomePage(context: context, outcome: outcome, steps: []).choose()
            }
            let title = stage.words.outcomes[outcome.id]?.title ?? outcome.id
            let numbers = numbers(outcome.contacts, stage)
            // An urgent screen holds the first numbers; more are a choice away.
            let seenAtOnce = outcome.group == .urgent ? numbers.prefix(UrgentScreen.mostNumbers) : numbers[...]
            return fault(of: outcome.id, seen, [("title", title)] + seenAtOnce, stage)
        }
    }

    /// What the key `!` shows, and a line that tells of danger.
    private func urgentHelp(on stage: Stage) -> [ContentFault] {
        let contacts = content.county.urgentContacts
        let screen = UrgentScreen(county: content.county, words: stage.words, contacts: contacts)
        let seen = stage.screen { context throws(NavigationRequest) in
            _ = try UrgentDialog(talk: context.conversation, urgent: screen).show(heard: true)
        }
        let heard = ("first sentence", stage.words(.shared.urgentHeard))
        return [
            fault(
                in: "county.txt", 0, "urgent help", seen,
                [heard] + numbers(contacts, stage).prefix(UrgentScreen.mostNumbers), stage)
        ]
        .compactMap(\.self)
    }

    /// The numbers to call, each once.
    private func numbers(_ contacts: [String], _ stage: Stage) -> [(part: String, text: String)] {
        let known = Contacts(county: content.county, words: stage.words)
        return contacts.compactMap(known.number).withoutRepeats.map { ("number", $0) }
    }

    private func confirmations(on stage: Stage) -> [ContentFault] {
        content.services.appointments.flatMap { type in
            type.methods.compactMap { method -> ContentFault? in
                guard let booking = example(of: type, method, stage) else { return nil }
                let seen = stage.screen { context throws(NavigationRequest) in
                    _ = try ConfirmationDialog(context: context, booking: booking).run()
                }
                let dates = DateWords(words: stage.words, wallClock: tools.wallClock)
                let place = stage.words.meeting(of: booking, in: content.county)
                let parts = [
                    ("date", dates.long(booking.slot.start)), ("place", place), ("code", booking.reference.grouped),
                ]
                return fault(
                    in: "services.txt", 0, "the confirmation of \(type.id) by \(method.rawValue)", seen, parts, stage)
            }
        }
    }

    /// A booking with all that a confirmation may have to say.
    private func example(of type: AppointmentType, _ method: ContactMethod, _ stage: Stage) -> Booking? {
        let places = content.county.municipalities.map { ($0, stage.words.place($0, in: content.county)) }
        guard let place = places.max(by: { $0.1.count < $1.1.count })?.0,
            let phone = try? PhoneNumber(typed: "050 123 4567")
        else { return nil }
        let start = tools.wallClock.day(1, after: tools.now())
        let worker = Professional(id: "example", name: "Example", task: type.task, municipality: place)
        let slot = Slot(of: type, for: worker, start: start, methods: [method])
        var generator = SystemRandomNumberGenerator()
        return Booking(
            reference: BookingReference.random(using: &generator), slot: slot, professionalName: "Example",
            status: .booked,
            method: method, service: nil,
            client: Client(
                name: "Example", phone: phone, email: EmailAddress(typed: "maija.meikalainen@example.com"),
                language: stage.language),
            needs: SpecialNeeds(
                meetingLanguage: stage.language, interpreter: "Українська",
                accessibility: stage.words(.booking.needAccess)),
            createdAt: tools.now())
    }

    private func fault(
        of id: String, _ seen: String, _ parts: [(part: String, text: String)], _ stage: Stage
    ) -> ContentFault? {
        let place = content.places[id]
        return fault(in: place?.file ?? "tree", place?.line ?? 0, "\"\(id)\"", seen, parts, stage)
    }

    /// Tells which parts are not in sight; nil if all are.
    private func fault(
        in file: String, _ line: Int, _ name: String, _ seen: String, _ parts: [(part: String, text: String)],
        _ stage: Stage
    ) -> ContentFault? {
        let missing = parts.filter { !seen.contains($0.text.words) }.map(\.part)
        if missing.isEmpty { return nil }
        let list = missing.withoutRepeats.joined(separator: ", ")
        return ContentFault(
            file: file, line: line,
            message: "\(name) in \(stage.language.rawValue) at \(stage.columns) columns: not on the last "
                + "\(Self.rows) lines: \(list); shorten its text")
    }
}

extension [String] {
    /// Each text once, where it stands first.
    fileprivate var withoutRepeats: [String] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
