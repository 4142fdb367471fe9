import Foundation
import Testing

@testable import KartoitinCommand

/// A content that is in force, in English, and drafts of it beside it.
final class ContentUseFixture {
    let program: CommandFixture

    static let file = "words/en/disability.txt"
    /// What the content asks that no draft has changed.
    static let first = "Where would you like to get to?"

    init() throws { program = try CommandFixture(languages: ["en"]) }

    /// Where the content is that is in force.
    var content: String { program.path("Content") }
    private var shelf: String { program.path("Content.d") }

    /// A draft that asks something else in one place.
    @discardableResult
    func draft(_ name: String = "Draft", asking text: String) throws -> String {
        let draft = program.path(name)
        try? FileManager.default.removeItem(atPath: draft)
        let original = URL(filePath: content).resolvingSymlinksInPath().path
        try FileManager.default.copyItem(atPath: original, toPath: draft)
        try edit(draft, Self.file, " \(asked(in: original))\n", with: " \(text)\n")
        return draft
    }

    func edit(_ folder: String, _ file: String, _ text: String, with other: String) throws {
        let path = "\(folder)/\(file)"
        let old = try String(contentsOfFile: path, encoding: .utf8)
        try #require(old.contains(text))
        try old.replacing(text, with: other).write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// What a content asks in the place that drafts change.
    func asked(in folder: String) throws -> String {
        let text = try String(contentsOfFile: "\(folder)/\(Self.file)", encoding: .utf8)
        let line = text.split(separator: "\n").drop { $0 != "transport-kind" }.dropFirst().first
        return String(try #require(line).trimmingPrefix(#/ *ask +/#))
    }

    /// What is in force asks this now.
    var asked: String { get throws { try asked(in: content) } }

    /// Drafts that are put in force one after another.
    func use(_ texts: String...) throws {
        for text in texts { try program.prepare(["content", "use", try draft(asking: text), "--quiet"]) }
    }

    /// What is beside the content, hidden things too; nil if there is no such folder.
    var kept: [String]? { (try? FileManager.default.contentsOfDirectory(atPath: shelf))?.sorted() }

    func version(of folder: String) throws -> String { try #require(Release.version(of: folder)) }

    /// The rows of `content state`.
    func state(code: Int32 = 0) throws -> [[String: Any]] {
        let ended = try program.call(["content", "state", "--format", "json", "--quiet"])
        #expect(ended.code == code, "\(ended.error)")
        return try #require(try ended.json()["contents"] as? [[String: Any]])
    }

    /// The states and what each content asks, as `content state` lists them.
    func listed(code: Int32 = 0) throws -> [String] {
        try state(code: code).map { row in
            let folder = try #require(row["folder"] as? String)
            return "\(row["state"] ?? "") \(try asked(in: folder))"
        }
    }
}
