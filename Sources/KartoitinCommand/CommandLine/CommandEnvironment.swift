import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import HostSystem
import Storage

/// The options that every command takes.
struct GlobalOptions: CommandOptions {
    let store = Option(
        "--store", "PATH", "where bookings are kept: a file or postgresql://… (KARTOITIN_STORE)", .text)
    let content = Option("--content", "DIR", "the content folder (KARTOITIN_CONTENT)", .text)
    let language = Option("--language", "CODE", "fi, sv, en or another language of the content", .text)
    let format = Option(
        "--format", "FORMAT", "table, json or csv, where there is something to print", .choice, default: Format.table)
    let noColor = Flag("--no-color", "no colour")
    let quiet = Flag("--quiet", "no remarks on standard error")
    let help = Flag("--help", "this help; -h tells it too")
    let version = Flag("--version", "the version")
}

/// What commands work with on this machine, as the options of every command and the environment say.
final class CommandEnvironment {
    let format: Format
    let isQuiet: Bool
    private let allowsColour: Bool
    private let language: String?
    private let givenStore: String?
    private let givenContent: String?
    private let context = RunContext.current
    var variables: [String: String] { context.environment }
    private var loaded: CountyContext?
    /// `true` if the tree of what is loaded has no fault either.
    private var isWhole = false
    /// Where the content is read from instead of where it was said to be: a copy, or where a link led when the reading began.
    /// Whatever is put in force meanwhile, the rest is read of the same content.
    private var settledFolder: String?

    init(_ given: GivenWords) throws {
        let options = GlobalOptions()
        func noCounty() throws -> CountyContext { throw given.missing("--content") }
        format = try options.format.value(of: given, in: noCounty)
        language = try options.language.value(of: given, in: noCounty)
        givenStore = try options.store.value(of: given, in: noCounty) ?? context.environment["KARTOITIN_STORE"]
        givenContent = try options.content.value(of: given, in: noCounty) ?? context.environment["KARTOITIN_CONTENT"]
        isQuiet = given.has(options.quiet)
        allowsColour = !given.has(options.noColor)
    }

    // MARK: Content

    var contentFolder: String {
        if let settledFolder { return settledFolder }
        if let givenContent { return givenContent }
        if FileManager.default.fileExists(atPath: "Content/tree") { return "Content" }
        let program = URL(fileURLWithPath: Bundle.main.executablePath ?? "").deletingLastPathComponent()
        let installed = program.appendingPathComponent("../share/kartoitin/Content").standardized.path
        return FileManager.default.fileExists(atPath: installed) ? installed : "Content"
    }

    /// The county as its content tells; the content is read once. Most commands do not use the tree: a fault
    /// in it or in its words does not stop them.
    func county() throws -> CountyContext {
        if let loaded { return loaded }
        return try settle { folder in try ContentReader.readBesideTree(folder: folder) }
    }

    /// The same for a command that uses the tree.
    func wholeCounty() throws -> CountyContext {
        if isWhole, let loaded { return loaded }
        let county = try settle { folder in try ContentReader.read(folder: folder) }
        isWhole = true
        return county
    }

    /// Reads the content where it is now, and the rest of it from there too.
    private func settle(reading read: (String) throws -> Content) throws -> CountyContext {
        let folder = FolderCopy.followed(contentFolder)
        let county = try load(try read(folder))
        settledFolder = folder
        return county
    }

    /// Goes on with a content that was read already.
    ///
    /// - Parameter folder: from which the rest of it is read.
    func settle(on content: Content, in folder: String) throws {
        settledFolder = folder
        _ = try load(content)
        isWhole = true
    }

    private func load(_ content: Content) throws -> CountyContext {
        let county = try CountyContext(content, language: language, format: format)
        loaded = county
        return county
    }

    // MARK: Store

    var storePath: String { givenStore ?? "\(stateFolder)/kartoitin.sqlite" }

    /// Where a service of this machine keeps its store.
    var serviceStore: String { givenStore ?? "/var/lib/kartoitin/kartoitin.sqlite" }

    var demoPath: String { givenStore ?? "\(stateFolder)/demo.sqlite" }

    /// Opens sessions on a store, with the county's rules and reminders.
    ///
    /// - Parameter path: of the store; the one that was asked for if nil.
    func sessions(on path: String? = nil) throws -> Sessions {
        let county = try county()
        return sessions(keeping: LazyStore(try store(at: path ?? storePath, of: county)), of: county)
    }

    /// Sessions on a store that may not be open yet.
    func sessions(keeping keeper: LazyStore, of county: CountyContext) -> Sessions {
        Sessions(
            keeping: keeper,
            rules: county.content.bookingRules, policy: county.content.staffPolicy,
            clock: county.clock)
    }

    /// Opens the store for sending what waits in it.
    func messageStore() throws -> any MessageStore {
        try store(at: storePath, of: try county())
    }

    private func store(at path: String, of county: CountyContext) throws -> any Store {
        try Stores.open(path, clock: county.clock, reminders: county.content.county.reminders)
    }

    /// Where this program keeps what it must remember.
    var stateFolder: String { ownFolder("XDG_STATE_HOME", ".local/state") }

    /// Where this program keeps what it can make again.
    var cacheFolder: String { ownFolder("XDG_CACHE_HOME", ".cache") }

    /// A folder of this program for one kind of file, as the XDG Base Directory Specification says.
    private func ownFolder(_ variable: String, _ usual: String) -> String {
        let home = variables["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
        let folder = variables[variable].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/\(usual)"
        return "\(folder)/kartoitin"
    }

    // MARK: Terminal

    /// A user can be asked, and sees what is asked.
    var isOnTerminal: Bool { context.isOnTerminal }

    func console(keys: TerminalKeys) throws -> any Console {
        try StandardConsole.make(
            keys: keys, allowsColour: allowsColour, input: context.input, output: context.output,
            environment: variables, failing: context.outputFailure.note)
    }

    /// Prints a remark on standard error, unless none are wanted.
    func remark(_ text: String) {
        if !isQuiet { Output.remark(text) }
    }

    /// Tells the staff, on standard error. On the terminal itself it would only frighten a visitor.
    var staffRemark: (String) -> Void {
        let isHeard = !isQuiet && isatty(context.error.fileDescriptor) == 0
        return isHeard ? { Output.warning("kartoitin: \($0)") } : { _ in }
    }
}
