import Foundation
import Testing

@Suite("What was learned from the phrases is kept in the cache")
struct LearnedWordsTests {
    private let fixture: CommandFixture

    /// Content of its own, with few phrases, and a cache of its own.
    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        fixture.environment["XDG_CACHE_HOME"] = fixture.path("cache")
        try fixture.write(
            "situation family\n  group families\n  answer family\nsituation danger\n  group urgent\n",
            to: "Content/tree/situations.txt", rights: 0o600)
        try fixture.write("phrase my child never sleeps\n", to: "Content/situations/en/family.txt", rights: 0o600)
        try fixture.write("phrase he has a knife\n", to: "Content/situations/en/danger.txt", rights: 0o600)
    }

    private func match(_ line: String = "child does not sleep") throws -> String {
        let ended = try fixture.run(["match", "--language", "en", "--format", "json"], input: line + "\n")
        #expect(ended.code == 0)
        #expect(ended.error == "")
        return ended.output
    }

    /// The names by which phrases are found wherever they stand; `all` has those of a place too.
    private var kept: [String] { all.filter { !$0.hasPrefix("own-words-at-") } }

    private var all: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: fixture.path("cache/kartoitin"))) ?? []).sorted()
    }

    private func path(of name: String) -> String { fixture.path("cache/kartoitin/\(name)") }

    private func attributes(_ path: String) throws -> (rights: Int?, day: Date?, number: Int?) {
        let all = try FileManager.default.attributesOfItem(atPath: path)
        return (
            all[.posixPermissions] as? Int, all[.modificationDate] as? Date, all[.systemFileNumber] as? Int
        )
    }

    @Test("Once learned, it is a file that only its owner can read, and is used again")
    func once() throws {
        let first = try match()
        let name = try #require(kept.first)
        #expect(kept.count == 1)
        #expect(try attributes(path(of: name)).rights == 0o600)
        #expect(try attributes(fixture.path("cache/kartoitin")).rights == 0o700)
        let before = try attributes(path(of: name))
        #expect(try match() == first)
        #expect(kept == [name])
        #expect(try attributes(path(of: name)) == before)
    }

    @Test("Checking the content learns it, so that the first visitor need not wait")
    func check() throws {
        let ended = try fixture.run(["content", "check", "--quiet"])
        #expect(ended.code == 0, "\(ended.output)")
        let name = try #require(kept.first)
        let before = try attributes(path(of: name))
        _ = try match()
        #expect(try attributes(path(of: name)) == before)
    }

    @Test("The same phrases in another place are not learned again")
    func copied() throws {
        let first = try match()
        let name = try #require(kept.first)
        let before = try attributes(path(of: name))
        try FileManager.default.copyItem(atPath: fixture.path("Content"), toPath: fixture.path("Copy"))
        fixture.environment["KARTOITIN_CONTENT"] = fixture.path("Copy")
        #expect(try match() == first)
        #expect(kept == [name])
        #expect(all.count == 3)
        #expect(try attributes(path(of: name)) == before)
    }

    @Test("Other phrases are learned anew; the last few stay")
    func changed() throws {
        var names: Set<String> = []
        for number in 0..<6 {
            try fixture.write(
                "phrase my child never sleeps\nphrase bed \(number)\n", to: "Content/situations/en/family.txt",
                rights: 0o600)
            _ = try match()
            names.formUnion(kept)
        }
        #expect(all.count == 8)
        #expect(names.count == 6)
    }

    @Test("A fault in the phrases is told though the phrases before it were learned")
    func fault() throws {
        _ = try match()
        try fixture.write("prase x\n", to: "Content/situations/en/family.txt", rights: 0o600)
        let ended = try fixture.run(["match", "--language", "en"], input: "child\n")
        #expect(ended.code == 65)
        #expect(ended.error.contains("situations/en/family.txt:1: unknown word \"prase\""))
    }

    @Test("A file that is damaged, or that others may write, is not believed and is made anew", arguments: [0, 1, 2])
    func damaged(kind: Int) throws {
        let first = try match()
        let name = try #require(kept.first)
        for other in all where other != name { try FileManager.default.removeItem(atPath: path(of: other)) }
        switch kind {
        case 0: try Data("nonsense".utf8).write(to: URL(filePath: path(of: name)))
        case 1: try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path(of: name))
        default:
            try FileManager.default.removeItem(atPath: path(of: name))
            try FileManager.default.createSymbolicLink(atPath: path(of: name), withDestinationPath: "/etc/passwd")
        }
        #expect(try match() == first)
        #expect(try attributes(path(of: name)).rights == 0o600)
        #expect(kept == [name])
    }

    @Test("Where nothing can be kept, it is learned each time, and nobody is bothered")
    func nowhere() throws {
        try fixture.write("", to: "cache", rights: 0o600)
        let first = try match()
        #expect(try match() == first)
    }
}
