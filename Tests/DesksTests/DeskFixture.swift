import BookingCore
import CivilTime
import ContentLibrary
import Desks
import Dialogue
import Foundation
import Mapper
import OwnWords
import SocialServices
import Storage
import TestConsole
import TestValues
import Testing

/// A small county in a temporary folder: a tree of five questions with the desks' real phrases, two
/// professionals, and a clock that stands at Saturday 21.11.2026 10.00.
final class DeskFixture {
    let folder: URL
    /// The store as it is, for what happens elsewhere.
    let store: any Store
    /// What the desks' sessions reach the same store through.
    let connection: FaultyConnection
    var now: Date
    /// Where the kiosk stands.
    var place: KioskPlace?
    let content: Content
    private let phrasebook: Phrasebook
    let wallClock: WallClock
    private(set) var reports: [String] = []

    /// - Parameters:
    ///   - understandsOwnWords: adds three situations with a few phrases each.
    ///   - asksWho: asks whose matter it is before who helps at home, and says three things in three forms.
    ///   - team: of both professionals.
    ///   - methods: the ways to meet of the appointment type.
    ///   - rules: lines of the appointment type, for example `notice 2h`.
    init(
        isDemonstration: Bool = false, understandsOwnWords: Bool = false, asksWho: Bool = false, rules: [String] = [],
        team: String? = nil, methods: Set<ContactMethod> = [.phone, .remote, .office]
    ) throws {
        let temporary = FileManager.default.temporaryDirectory
        folder = temporary.appendingPathComponent("desk-\(UUID().uuidString)")
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let copy = folder.appendingPathComponent("Content")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: here.appendingPathComponent("Fixtures/desk-county"), to: copy)
        let words = here.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            "Content/words")
        for language in ["fi", "en"] {
            for file in ["desk.txt", "heard.txt"] {
                try FileManager.default.copyItem(
                    at: words.appendingPathComponent("\(language)/\(file)"),
                    to: copy.appendingPathComponent("words/\(language)/\(file)"))
            }
        }
        if asksWho { try Self.askWho(in: copy) }
        let services = copy.appendingPathComponent("services.txt")
        var lines = try String(contentsOf: services, encoding: .utf8) + rules.map { "  \($0)\n" }.joined()
        for method in ContactMethod.allCases where !methods.contains(method) {
            lines = lines.replacing("  method \(method.rawValue)\n", with: "")
        }
        try Data(lines.utf8).write(to: services)
        if understandsOwnWords {
            let more = here.appendingPathComponent("Fixtures/own-words")
            // They bring a way to urgent help of their own.
            try FileManager.default.removeItem(at: copy.appendingPathComponent("tree/urgent.txt"))
            try FileManager.default.copyItem(
                at: more.appendingPathComponent("tree/situations.txt"),
                to: copy.appendingPathComponent("tree/situations.txt"))
            for name in ["situations", "words/fi/danger.txt", "words/en/danger.txt"] {
                try FileManager.default.copyItem(
                    at: more.appendingPathComponent(name), to: copy.appendingPathComponent(name))
            }
        }
        content = try ContentReader.read(folder: copy.path)
        phrasebook = try PhrasebookReader.read(folder: copy.path, for: content)
        wallClock = try #require(WallClock(timeZone: "Europe/Helsinki"))
        now = try wallClock.moment("2026-11-21T10:00")
        let path = folder.appendingPathComponent("desk.sqlite").path
        try Stores.create(path, isDemonstration: isDemonstration)
        let sound = try Stores.connection(path)
        store = Stores.open(sound, clock: wallClock)
        connection = FaultyConnection(sound)
        for (id, code) in [("aino", "167"), ("veikko", "422")] {
            try store.add(
                Professional(
                    id: id, name: "\(id.capitalized) Esimerkki", task: .families,
                    municipality: try #require(Municipality(rawValue: code)), team: team))
        }
    }

    private static func askWho(in folder: URL) throws {
        func change(_ file: String, _ old: String, _ new: String) throws {
            let path = folder.appendingPathComponent(file)
            let text = try String(contentsOf: path, encoding: .utf8)
            try #require(text.contains(old))
            try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: path)
        }
        let who = """
            question who
              kind one
              option me
              option my-child
                flag child
                flag own-child
              option close
                flag for-someone-else
              option unknown
              then helpers

            """
        try Data(who.utf8).write(to: folder.appendingPathComponent("tree/who.txt"))
        try change("tree/start.txt", "option home    -> helpers", "option home    -> who")
        for language in ["fi", "en"] {
            let words = """
                who
                  ask  Kenen asia?
                  why  Näin puhumme oikein.
                  me        Minun
                  my-child  Lapseni
                  close     Läheisen
                    short  läheisen asia

                """
            try Data(words.utf8).write(to: folder.appendingPathComponent("words/\(language)/who.txt"))
            let all = "words/\(language)/all.txt"
            try change(all, "  ask  Kuka auttaa?\n", "  ask  Kuka auttaa?\n    for-other Kuka auttaa häntä?\n")
            try change(
                all, "  tell   Työntekijä kertoo, mitä apua on.\n",
                """
                  tell   Työntekijä kertoo, mitä apua on.
                    for-child Työntekijä kertoo, mitä apua lapsi saa.
                    for-other Työntekijä kertoo, mitä apua hän saa.

                """)
            try change(
                all, "  bring Hakemus\n",
                "  bring Hakemus\n    for-child Lapsen hakemus\n    for-other Hänen hakemuksensa\n")
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Opens 15-minute times of one professional from a local time on.
    func open(_ professional: String, _ start: String, count: Int = 1, _ methods: Set<ContactMethod> = [.phone])
        throws
    {
        let worker = try #require(try store.professionals().first { $0.id == professional })
        let type = try #require(content.services.appointment("advice"))
        let from = try wallClock.moment(start)
        let slots = Slot.row(
            of: type, for: worker, from: from, until: from.addingTimeInterval(Double(count) * 900), methods: methods)
        try store.open(slots)
    }

    /// What a visitor sees who answers so, line by line; the script's end is the end of the input.
    ///
    /// - Parameter before: is called before each answer with the number of answers given so far; what happens
    ///   elsewhere meanwhile.
    func visit(
        _ answers: [Reply], language: Language? = .finnish, columns: Int = 80,
        settings: KioskSettings = KioskSettings(),
        speaker: (any Speaker)? = nil, before: @escaping (Int) throws -> Void = { _ in }
    ) -> ScriptedConsole {
        let console = ScriptedConsole(answers: answers, columns: columns)
        let watched = WatchedConsole(console: console, before: before)
        _ = KioskDesk(tools: tools, console: watched, language: language, settings: settings, speaker: speaker).run()
        return console
    }

    /// All slots of a professional in the coming weeks.
    func timetable(_ professional: String) throws -> [TimetableRow] {
        try store.timetable(of: professional, from: now, until: now + 30 * 86_400, now: now)
    }

    /// Somebody else books the first free time by phone.
    func takeFirst() throws {
        let first = try #require(try store.freeSlots(SlotQuery(from: now), now: now).first)
        let request = BookingRequest(
            method: .phone,
            client: Client(
                name: "Toinen Testinen", phone: try PhoneNumber(typed: "050 765 4321"), language: .finnish),
            needs: SpecialNeeds(meetingLanguage: .finnish), description: SituationDescription(), consent: .onScreen,
            maker: .phoneService)
        let choice = SlotChoice(task: .families, start: first.start, method: .phone)
        _ = try store.book(choice, request, now: now) { self.drawReference() }
    }

    /// What somebody sees who tries out the desk of a made-up professional.
    func read(_ answers: [Reply], as professional: String? = nil) throws -> ScriptedConsole {
        let console = ScriptedConsole(answers: answers, columns: 80)
        _ = try DemoSignIn(tools: tools, sessions: sessions(), console: console, language: .finnish).run(
            as: professional)
        return console
    }

    /// What a professional sees who has signed in.
    ///
    /// - Parameter before: as of `visit`.
    func work(
        _ answers: [Reply], as id: String = "aino", role: StaffRole = .professional, columns: Int = 80,
        isInteractive: Bool = true, teamReads: Bool = false, files: DeskFiles = .disk,
        before: @escaping (Int) throws -> Void = { _ in }
    ) throws -> ScriptedConsole {
        let console = ScriptedConsole(answers: answers, columns: columns, isInteractive: isInteractive)
        let desk = try ProfessionalDesk(
            tools: tools, session: session(id, role: role, teamReads: teamReads),
            console: WatchedConsole(console: console, before: before), language: .finnish, files: files)
        _ = desk.run()
        return console
    }

    /// What somebody who signed in may do.
    func session(_ id: String, role: StaffRole = .professional, teamReads: Bool = false) -> StaffSession {
        let policy = StaffPolicy(provider: "Testialue", teamReadsDescriptions: teamReads)
        let member = StaffMember(id: id, name: "\(id.capitalized) Esimerkki", role: role)
        return sessions(policy: policy).staff(member)
    }

    /// Books a time that is open, without a conversation.
    @discardableResult
    func book(
        _ start: String, words: String = "En jaksa.", hope: String = "", flags: Set<SituationFlag> = [],
        needs: SpecialNeeds = SpecialNeeds(meetingLanguage: .finnish), name: String = "Maija Meikäläinen",
        with professional: String = "aino", language: Language = .finnish, consent: Consent = .onScreen
    ) throws -> Booking {
        let request = BookingRequest(
            method: .phone, service: "help",
            client: Client(name: name, phone: try PhoneNumber(typed: "040 123 4567"), language: language),
            needs: needs, description: SituationDescription(ownWords: words, hope: hope, flags: flags),
            consent: consent, maker: .client)
        let choice = SlotChoice(
            task: .families, start: try wallClock.moment(start), method: .phone,
            leave: .staff(workers: [professional]))
        return try store.book(choice, request, now: now) { self.drawReference() }
    }

    /// What an author sees who tries the questions.
    func author(_ answers: [Reply], from question: String? = nil) -> (console: ScriptedConsole, ending: EndReason?) {
        let console = ScriptedConsole(answers: answers, columns: 80)
        let desk = AuthorDesk(
            content: content, matcher: { self.matcher }, console: console, language: .finnish, startingAt: question)
        return (console, desk.run())
    }

    /// The answers that lead to the details of a booking by phone at the first free time.
    static let untilDetails: [Reply] = ["home", "nobody", "book", "phone", "1"]
    /// A whole booking with as few words as possible.
    static let booking = untilDetails + ["Maija Meikäläinen", "040 123 4567", "", "ok"]

    private var drawn = 0

    /// References in a fixed order, so that screens compare.
    private func drawReference() -> BookingReference {
        drawn += 1
        var generator = RandomNumbers(seed: UInt64(drawn))
        return BookingReference.random(using: &generator)
    }

    private var matcher: SituationClassifier? {
        content.situations.isEmpty ? nil : phrasebook.matcher()
    }

    /// Sessions at the fixture's time, on the connection that fails when it is told to.
    func sessions(policy: StaffPolicy = StaffPolicy(provider: "Testialue")) -> Sessions {
        Sessions(
            store: Stores.open(connection, clock: wallClock), rules: BookingRules(of: content.services.appointments),
            policy: policy, clock: wallClock, now: { self.now }, generatingReference: { self.drawReference() })
    }

    var tools: DeskTools {
        DeskTools(
            content: content, visitor: sessions().visitor, wallClock: wallClock, matcher: { self.matcher },
            dangerWords: { self.content.situations.isEmpty ? nil : self.phrasebook.dangerWords },
            wordHasher: { TestHasher() }, isDemo: (try? store.isDemonstration()) ?? false, place: place,
            report: { self.reports.append($0) })
    }
}

/// Hashes fast, and so that a test sees what was hashed with what.
struct TestHasher: WordHasher {
    func newSalt() -> String? { "salt" }
    func hash(_ word: String, salt: String) -> String? { "\(salt)+\(String(word.reversed()))" }
}

/// A scripted console that lets something happen before each answer.
final class WatchedConsole: Console {
    private let console: ScriptedConsole
    private let before: (Int) throws -> Void
    private var answered = 0

    init(console: ScriptedConsole, before: @escaping (Int) throws -> Void) {
        self.console = console
        self.before = before
    }

    var columns: Int { console.columns }
    var rows: Int? { console.rows }
    var isInteractive: Bool { console.isInteractive }

    func show(_ blocks: [TextBlock]) { console.show(blocks) }

    func ask(_ request: LineRequest) -> Reply {
        do { try before(answered) } catch { Issue.record(error) }
        answered += 1
        return console.ask(request)
    }

    func rest(seconds: Double) -> Reply { console.rest(seconds: seconds) }

    func wipe() { console.wipe() }

    var observer: ((ConsoleEvent) -> Void)? {
        get { console.observer }
        set { console.observer = newValue }
    }
}

extension ScriptedConsole {
    /// What was shown after the last answer but one: the reply to the script's last line.
    var lastScreen: String { screens.last?.trimmingCharacters(in: .newlines) ?? "" }

    /// What was shown after so many answers, without the empty lines around it.
    func screen(after answers: Int) -> String {
        screens.indices.contains(answers) ? screens[answers].trimmingCharacters(in: .newlines) : ""
    }
}

/// A text as one line, however wide the screen is.
func unwrapped(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
