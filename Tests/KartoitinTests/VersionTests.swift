import Foundation
import Testing

@testable import KartoitinCommand

@Suite("The version")
struct VersionTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "version-\(UUID().uuidString)")
    private let commit = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d"

    private func write(_ text: String, to path: String, modified: TimeInterval = 1_700_000_000) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: modified)], ofItemAtPath: file.path)
    }

    private func told(_ path: String) -> String? { Version.commit(of: folder.appending(path: path)) }

    /// A checkout on a branch, with a program that is built in it at a time.
    private func makeCheckout(built: TimeInterval) throws {
        try write("", to: "Package.swift")
        try write("ref: refs/heads/main\n", to: ".git/HEAD")
        try write("\(commit)\n", to: ".git/refs/heads/main", modified: 1_700_000_500)
        try write("", to: ".build/debug/kartoitin", modified: built)
    }

    @Test("Names the commit of the checkout that the program was built in")
    func checkout() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try makeCheckout(built: 1_700_000_600)
        #expect(told(".build/debug/kartoitin") == "1a2b3c4d5")
    }

    @Test("Tells if the checkout has moved on since the program was built")
    func older() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try makeCheckout(built: 1_700_000_400)
        #expect(told(".build/debug/kartoitin") == "older than 1a2b3c4d5")
    }

    @Test("Reads a commit without a branch, packed branches and a further working tree")
    func otherCheckouts() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try makeCheckout(built: 1_700_000_600)
        try FileManager.default.removeItem(at: folder.appending(path: ".git/refs/heads/main"))
        #expect(told(".build/debug/kartoitin") == nil)
        try write(
            "# pack-refs\nabcdef0123456789 refs/heads/other\n\(commit) refs/heads/main\n", to: ".git/packed-refs")
        #expect(told(".build/debug/kartoitin") == "1a2b3c4d5")
        try write("abcdef0123456789\n", to: ".git/HEAD")
        #expect(told(".build/debug/kartoitin") == "abcdef012")
        try write("", to: "tree/Package.swift")
        try write("gitdir: \(folder.path)/.git/worktrees/tree\n", to: "tree/.git")
        try write("ref: refs/heads/main\n", to: ".git/worktrees/tree/HEAD")
        try write("../..\n", to: ".git/worktrees/tree/commondir")
        try write("", to: "tree/.build/debug/kartoitin", modified: 1_700_000_600)
        #expect(told("tree/.build/debug/kartoitin") == "1a2b3c4d5")
    }

    @Test("Names the commit that an installer wrote, and none if there is none")
    func installed() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("", to: "usr/bin/kartoitin")
        #expect(told("usr/bin/kartoitin") == nil)
        try write("\(commit)\n", to: "usr/share/kartoitin/commit")
        #expect(told("usr/bin/kartoitin") == "1a2b3c4d5")
        try write("no commit\n", to: "usr/share/kartoitin/commit")
        #expect(told("usr/bin/kartoitin") == nil)
    }
}
