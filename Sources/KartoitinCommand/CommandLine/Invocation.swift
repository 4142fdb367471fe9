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

/// One command as it was called: its options as values, and what it works with.
struct Invocation {
    let command: Command
    let arguments: Arguments
    private let context = RunContext.current
    private var environment: [String: String] { context.environment }

    init(command: Command, arguments: Arguments) {
        self.command = command
        self.arguments = arguments
    }

    func value(_ option: String) -> String? { arguments.values[option]?.last }

    func values(_ option: String) -> [String] { arguments.values[option] ?? [] }

    func has(_ option: String) -> Bool { arguments.values[option] != nil }

    func required(_ option: String) throws(Failure) -> String {
        if let value = value(option), !value.isEmpty { return value }
        throw Failure(.usage, "\(command.name) needs \(option)")
    }

    /// The value of an option that may only say one of a few things.
    func choice<Value: RawRepresentable & CaseIterable>(
        _ option: String, _ type: Value.Type
    ) throws(Failure) -> Value? where Value.RawValue == String {
        guard let text = value(option) else { return nil }
        return try Self.choice(text, of: option, type)
    }

    static func choice<Value: RawRepresentable & CaseIterable>(
        _ text: String, of option: String, _ type: Value.Type
    ) throws(Failure) -> Value where Value.RawValue == String {
        if let value = Value(rawValue: text) { return value }
        throw unknown(text, of: option, among: type.allCases.map(\.rawValue))
    }

    private static func unknown(_ text: String, of option: String, among known: [String]) -> Failure {
        let hint = DidYouMean.hint(for: text, among: known)
        return Failure(
            .usage,
            "\(option) knows no \"\(text)\""
                + (hint.isEmpty ? "; use one of: \(known.joined(separator: ", "))" : hint))
    }

    func municipality(in content: Content) throws(Failure) -> Municipality? {
        guard let text = value("--municipality") else { return nil }
        guard let municipality = Municipality(rawValue: text),
            content.county.municipalities.contains(municipality)
        else {
            let known = content.county.municipalities.map(\.rawValue).joined(separator: ", ")
            throw Failure(.usage, "--municipality knows no \"\(text)\"; use one of: \(known)")
        }
        return municipality
    }

    /// The values of an option that names something of the content.
    func ids(_ option: String, among known: [String]) throws(Failure) -> [String] {
        guard let stranger = values(option).first(where: { !known.contains($0) }) else { return values(option) }
        throw Self.unknown(stranger, of: option, among: known)
    }

    func languagesOfService(in content: Content) throws(Failure) -> [Language] {
        try ids("--language-of-service", among: content.languages.map(\.rawValue))
            .compactMap { Language(rawValue: $0) }
    }

    func phone() throws(Failure) -> PhoneNumber {
        let typed = try required("--phone")
        do {
            return try PhoneNumber(typed: typed)
        } catch {
            throw Failure(.badData, "--phone: " + error.explanation)
        }
    }

    /// A whole number of at least 1.
    func count(_ option: String) throws(Failure) -> Int? {
        guard let text = value(option) else { return nil }
        guard let number = Int(text), number > 0 else {
            throw Failure(.usage, "\(option) needs a number from 1 up, not \"\(text)\"")
        }
        return number
    }

    /// A remark on standard error, unless none are wanted.
    func remark(_ text: String) {
        if !has("--quiet") { Output.remark(text) }
    }

    func format() throws(Failure) -> Format { try choice("--format", Format.self) ?? .table }

    // What commands work with.

    var contentFolder: String {
        if let given = value("--content") ?? environment["KARTOITIN_CONTENT"] { return given }
        if FileManager.default.fileExists(atPath: "Content/tree") { return "Content" }
        let program = URL(fileURLWithPath: Bundle.main.executablePath ?? "").deletingLastPathComponent()
        let installed = program.appendingPathComponent("../share/kartoitin/Content").standardized.path
        return FileManager.default.fileExists(atPath: installed) ? installed : "Content"
    }

    func content() throws(ContentError) -> Content { try ContentReader.read(folder: contentFolder) }

    func language(in content: Content) throws(Failure) -> Language? {
        guard let text = value("--language") else { return nil }
        if let language = Language(rawValue: text), content.languages.contains(language) { return language }
        let known = content.languages.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "--language knows no \"\(text)\"; use one of: \(known)")
    }

    func wallClock(of content: Content) throws(Failure) -> WallClock {
        if let clock = WallClock(timeZone: content.county.timeZone) { return clock }
        throw Failure(
            .unreachable,
            "this machine does not know the time zone \(content.county.timeZone); install it with: apt-get install tzdata"
        )
    }

    var storePath: String { givenStorePath ?? "\(stateFolder)/kartoitin.sqlite" }

    /// Where a service of this machine keeps its store.
    var serviceStore: String { givenStorePath ?? "/var/lib/kartoitin/kartoitin.sqlite" }

    /// The store, with the reminders of the county.
    func store(of content: Content) throws -> any BookingStore {
        try Stores.open(storePath, reminders: content.county.reminders)
    }

    var demoPath: String { givenStorePath ?? "\(stateFolder)/demo.sqlite" }

    private var givenStorePath: String? { value("--store") ?? environment["KARTOITIN_STORE"] }

    private var stateFolder: String {
        let home = environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
        let state = environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.local/state"
        return "\(state)/kartoitin"
    }

    func console(keys: TerminalKeys) throws -> any Console {
        try StandardConsole.make(
            keys: keys, allowsColour: !has("--no-color"), input: context.input, output: context.output,
            environment: environment)
    }

    func deskTools(_ content: Content, _ store: any BookingStore) throws -> DeskTools {
        DeskTools(
            content: content, visitor: try sessions(content, store).visitor, wallClock: try wallClock(of: content),
            matcher: matcher(of: content), isDemo: try store.isDemonstration(), report: staffRemark)
    }

    /// What understands own words: learns when it is first asked for, and once. Nil where the phrases cannot be read,
    /// which the staff is told.
    func matcher(of content: Content) -> () -> SituationClassifier? {
        var learned: SituationClassifier?
        return {
            learned = learned ?? learnedMatcher(of: content)
            return learned
        }
    }

    private func learnedMatcher(of content: Content) -> SituationClassifier? {
        if content.situations.isEmpty { return nil }
        do {
            return try PhrasebookReader.read(folder: contentFolder, situations: content.situations).matcher()
        } catch {
            staffRemark(
                "the example phrases cannot be read, own words are not understood; see: kartoitin content check")
            return nil
        }
    }

    /// Tells the staff, on standard error. On the terminal itself it would only frighten a visitor.
    var staffRemark: (String) -> Void {
        let isHeard = !has("--quiet") && isatty(context.error.fileDescriptor) == 0
        return isHeard ? { Output.warning("kartoitin: \($0)") } : { _ in }
    }

    /// Those of the options that were given, as they go on a command line.
    func passedOn(_ options: [String]) -> [String] {
        options.filter(has).flatMap { [$0] + values($0) }
    }
}

extension PhoneNumber.Fault {
    /// What is wrong and what to type, for the command line.
    var explanation: String {
        switch self {
        case .empty: "the number is missing; write it such as 040 123 4567"
        case .notDigits: "there is something else than digits in it; write it such as 040 123 4567"
        case .noPrefix: "it must begin with 0 or with + and a country code"
        case .tooShort: "it is too short"
        case .tooLong: "it is too long"
        }
    }
}

/// Times and days as they are given on the command line, and the one rule of where a period ends.
extension Invocation {
    /// A local time, one with an offset, or a local day.
    func moment(_ option: String, on clock: WallClock) throws(Failure) -> Date? {
        try value(option).map { text throws(Failure) in try Self.moment(text, of: option, on: clock) }
    }

    /// The same of an option that must be there.
    func requiredMoment(_ option: String, on clock: WallClock) throws(Failure) -> Date {
        try Self.moment(try required(option), of: option, on: clock)
    }

    private static func moment(_ text: String, of option: String, on clock: WallClock) throws(Failure) -> Date {
        if let day = try? clock.day(text) { return day }
        do {
            return try clock.moment(text)
        } catch {
            switch error {
            case .notATime:
                throw Failure(.usage, "\(option) needs a time such as 2026-12-01T09:00, not \"\(text)\"")
            case .doesNotExist:
                throw Failure(.badData, "\(text) does not exist: the clock skips it when summer time begins")
            case .existsTwice:
                throw Failure(
                    .badData, "\(text) comes twice when summer time ends; say which with +03:00 or +02:00 after it")
            }
        }
    }

    /// A local day.
    func day(_ option: String) throws(Failure) -> CalendarDay {
        let text = try required(option)
        if let day = CalendarDay(text) { return day }
        throw Failure(.usage, "\(option) needs a day such as 2026-12-01, not \"\(text)\"")
    }

    /// Where a period ends, the same in every command: `--until` with a day is to the end of that day, with a time
    /// before that moment. Nil where it was left out.
    func end(on clock: WallClock) throws(Failure) -> Date? {
        if let day = value("--until").flatMap({ try? clock.day($0) }) { return clock.day(1, after: day) }
        return try moment("--until", on: clock)
    }

    /// From one local day or time until another; at least a moment lies between them.
    func period(on clock: WallClock) throws(Failure) -> (from: Date, until: Date) {
        _ = (try required("--from"), try required("--until"))
        guard let from = try moment("--from", on: clock), let until = try end(on: clock), from < until else {
            throw Self.emptyPeriod
        }
        return (from, until)
    }

    /// Whole local days from one to another, both included.
    func days() throws(Failure) -> ClosedRange<CalendarDay> {
        let (first, last) = (try day("--from"), try day("--until"))
        guard first <= last else { throw Self.emptyPeriod }
        return first...last
    }

    private static let emptyPeriod = Failure(
        .badData, "nothing lies between --from and --until; give a later --until")
}

extension Command.Option {
    /// - Parameter rest: what else is to be said, for example of leaving it out.
    static func from(_ rest: String = "") -> Self { Self("--from", "TIME", "from this day or time on" + rest) }

    /// - Parameter rest: what else is to be said, for example of leaving it out.
    static func until(_ rest: String = "") -> Self {
        Self("--until", "TIME", "to the end of this day, or before this time" + rest)
    }

    /// Of a command that takes whole days only.
    static let fromDay = Self("--from", "DAY", "from this day on, for example 2026-12-01")
    static let untilDay = Self("--until", "DAY", "to the end of this day")
}
