import Foundation
import Testing

/// A folder of its own with a store in it, and the program to use it with; removed with it.
///
/// Keep it as a suite's property: a local one may be gone before its last use is. The times are far ahead, so
/// that these tests hold for as long as anybody runs them.
final class CommandFixture {
    let folder: URL
    let store: String
    var environment: [String: String]
    private let database: TestDatabase?

    /// The languages in which tests are written; the county may have more.
    private static let languages = ["fi", "sv", "en"]

    /// - Parameters:
    ///   - languages: fewer are read faster; nil for the repository's content in three languages, without the rules of booking.
    ///   - isOnServer: the store is a database of its own where `.postgresql` started a server, a file elsewhere.
    init(languages: [String]? = nil, isOnServer: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "kartoitin-\(UUID().uuidString)")
            .resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        database = isOnServer ? try TestDatabase() : nil
        store = database?.address ?? folder.appending(path: "store.sqlite").path
        environment = [
            "HOME": folder.path, "KARTOITIN_CONTENT": KartoitinProgram.content, "KARTOITIN_STORE": store,
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "SWIFT_BACKTRACE": "enable=no",
            // What is learned from the repository's phrases is learned once for all tests.
            "XDG_CACHE_HOME": FileManager.default.temporaryDirectory.appending(path: "kartoitin-tests-\(getuid())")
                .path,
        ]
        environment["KARTOITIN_CONTENT"] = try languages.map { try copyContent($0).path } ?? linkContent().path
    }

    /// The content as it is in the repository, in the languages in which tests are written and without the rules of
    /// booking: the tests' times are too far ahead.
    private func linkContent() throws -> URL {
        let linked = folder.appending(path: "Linked")
        let original = URL(filePath: KartoitinProgram.content)
        try FileManager.default.createDirectory(at: linked, withIntermediateDirectories: false)
        let byLanguage = ["words", "situations", "stories"]
        for name in byLanguage {
            try FileManager.default.createDirectory(
                at: linked.appending(path: name), withIntermediateDirectories: false)
        }
        let others = try FileManager.default.contentsOfDirectory(atPath: original.path).filter {
            !byLanguage.contains($0)
        }
        let ofLanguages = byLanguage.flatMap { name in Self.languages.map { "\(name)/\($0)" } }
        for name in others + ofLanguages + ["situations/dangers.txt"] {
            try FileManager.default.createSymbolicLink(
                at: linked.appending(path: name), withDestinationURL: original.appending(path: name))
        }
        try FileManager.default.removeItem(at: linked.appending(path: "services.txt"))
        try writeServices([], to: linked)
        return linked
    }

    /// Writes `services.txt` with these rules for every appointment type instead of the county's.
    func writeServices(_ rules: [String], to content: URL) throws {
        let file = URL(filePath: KartoitinProgram.content).appending(path: "services.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { $0.firstMatch(of: #/^  (notice|ahead|change-until|open-per-phone) /#) == nil }
        let written = kept.flatMap { line in
            line.hasPrefix("  minutes ") ? [String(line)] + rules.map { "  " + $0 } : [String(line)]
        }
        try Data(written.joined(separator: "\n").utf8).write(to: content.appending(path: "services.txt"))
    }

    /// Somali in a copy of the content: English files with other texts, each of which must be there.
    ///
    /// - Parameter files: without their ending; all of the folder if nil.
    func writeSomali(_ files: [String]? = nil, _ changes: [(file: String, old: String, new: String)]) throws {
        let words = folder.appending(path: "Content/words")
        let names =
            try files?.map { "\($0).txt" }
            ?? FileManager.default.contentsOfDirectory(
                atPath: words.appending(path: "en").path)
        try FileManager.default.createDirectory(at: words.appending(path: "so"), withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.copyItem(
                at: words.appending(path: "en/\(name)"), to: words.appending(path: "so/\(name)"))
        }
        for (file, old, new) in changes { try changeSomali(file, old, new) }
    }

    func changeSomali(_ file: String, _ old: String, _ new: String) throws {
        let place = folder.appending(path: "Content/words/so/\(file).txt")
        let text = try String(contentsOf: place, encoding: .utf8)
        try #require(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: place)
    }

    /// Writes lines below the advice time of families in a copy of the content.
    func writeOpenings(_ lines: [String], to content: URL) throws {
        try writeServices([], to: content)
        let file = content.appending(path: "services.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let first = "appointment advice-families\n  task families\n"
        try #require(text.contains(first))
        try Data(text.replacing(first, with: first + lines.map { "  \($0)\n" }.joined()).utf8).write(to: file)
    }

    /// A copy of the content below `folder`, without the rules of booking and without what own words are compared with: the first question of a copy
    /// takes numbers only.
    @discardableResult
    func copyContent(_ languages: [String] = CommandFixture.languages) throws -> URL {
        let copy = folder.appending(path: "Content")
        let original = URL(filePath: KartoitinProgram.content)
        let words = languages.map { "words/\($0)" }
        try FileManager.default.createDirectory(
            at: copy.appending(path: "words"), withIntermediateDirectories: true)
        for name in ["tree", "county.txt"] + words {
            try FileManager.default.copyItem(at: original.appending(path: name), to: copy.appending(path: name))
        }
        try writeServices([], to: copy)
        try FileManager.default.removeItem(at: copy.appending(path: "tree/situations.txt"))
        return copy
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes a file below `folder`, and says where it is.
    @discardableResult
    func write(_ text: String, to name: String, rights: Int) throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: file.path)
        return file.path
    }

    func start(_ arguments: [String], input: Data = Data(), shell: String? = nil) throws -> RunningProgram {
        try KartoitinProgram.start(arguments, in: folder, environment: environment, input: input, shell: shell)
    }

    func run(_ arguments: [String], input: Data, shell: String? = nil) throws -> ProgramResult {
        try start(arguments, input: input, shell: shell).wait()
    }

    @discardableResult
    func run(_ arguments: [String], input: String = "", shell: String? = nil) throws -> ProgramResult {
        try run(arguments, input: Data(input.utf8), shell: shell)
    }

    /// Runs a command in this process, which is faster: for tests of what a command says and does, not of how a process
    /// ends. Not for relative paths.
    func call(_ arguments: [String], input: Data) throws -> ProgramResult {
        if KartoitinProgram.needsProcess(arguments) { return try run(arguments, input: input) }
        return try KartoitinProgram.call(arguments, in: folder, environment: environment, input: input)
    }

    @discardableResult
    func call(_ arguments: [String], input: String = "") throws -> ProgramResult {
        try call(arguments, input: Data(input.utf8))
    }

    /// Runs what must succeed for the test to begin.
    @discardableResult
    func prepare(_ arguments: [String], input: String = "") throws -> ProgramResult {
        let ended = try call(arguments, input: input)
        try #require(ended.code == 0, "\(arguments): \(ended.error)")
        return ended
    }

    func makeStore() throws { try prepare(["store", "create", "--quiet"]) }

    /// Opens times of one professional, who is added: of families in Joensuu unless told otherwise.
    func open(_ professional: String, at start: String, _ more: String...) throws {
        let isKnown = try stored("SELECT id FROM professional").contains(professional)
        let details = ["--name", "\(professional) Esimerkki", "--service-task", "families", "--municipality", "167"]
        try prepare(
            ["timetable", "open", "--professional", professional, "--at", start] + (isKnown ? [] : details) + more)
    }

    /// The words of `book` with everything that must be there; `changes` replaces values or adds options, and
    /// nil leaves an option out.
    static func booking(at start: String, _ changes: [String: String?] = [:]) -> [String] {
        var options: [String: String?] = [
            "--service-task": "families", "--at": start, "--method": "phone", "--name": "Maija Meikäläinen",
            "--phone": "040 123 4567", "--description": "En jaksa.", "--consent": "", "--format": "json",
            "--at-once-too": "",
        ]
        options.merge(changes) { _, new in new }
        let words = options.compactMap { name, value in value.map { $0.isEmpty ? [name] : [name, $0] } }
        return ["book"] + words.joined()
    }

    /// Books and gives the reference.
    func book(at start: String, _ changes: [String: String?] = [:]) throws -> String {
        let booked = try prepare(Self.booking(at: start, changes)).json()
        return try #require(booked["reference"] as? String)
    }

    /// The starts of the free times.
    func freeStarts() throws -> [String] {
        let slots = try #require(try prepare(["slots", "--format", "json"]).json()["slots"] as? [[String: Any]])
        return slots.compactMap { $0["start"] as? String }
    }

    /// The rows of all timetables that are in a state, within the year of the tests and the next four weeks.
    func timetable(_ state: String, _ options: String...) throws -> [[String: Any]] {
        let list = try prepare(["timetable", "list", "--format", "json"] + options).json()
        let rows = try #require(list["timetable"] as? [[String: Any]])
        return rows.filter { $0["state"] as? String == state }
    }
}

extension [String: Any] {
    /// As an object whose equality can be told.
    var comparable: NSDictionary { NSDictionary(dictionary: self) }
}
