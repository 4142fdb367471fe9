import Foundation
import Synchronization
import TestValues
import Testing

@testable import HostSystem
@testable import KartoitinCommand

@Suite("Content that is put in force by several programs, and by programs that are killed")
struct ContentUseAtOnceTests {
    private let fixture: ContentUseFixture

    init() throws { fixture = try ContentUseFixture() }

    private var content: String { fixture.content }

    @Test("While one program is at work a second is told, and changes nothing")
    func taken() throws {
        let draft = try fixture.draft(asking: "Where to?")
        try fixture.use("one?")
        let told =
            "kartoitin: another \"content use\" is at work on \(content); nothing was changed, see what it did and try again\n"
        let kept = fixture.kept
        func look() throws {
            for words in [[draft], ["--back"]] {
                let ended = try fixture.program.call(["content", "use"] + words)
                #expect(ended == ProgramResult(code: 75, error: told))
            }
            // Looking is always possible.
            #expect(try fixture.program.call(["content", "state"]).code == 0)
        }
        try FolderClaim.hold("\(content).d", convertingErrors: { $0 }, while: look)
        #expect(fixture.kept == kept)
        #expect(try fixture.program.call(["content", "use", draft, "--quiet"]).code == 0)
    }

    @Test("Of many at once each is done whole or told that another is at work; one at least is done")
    func race() throws {
        let texts = (1...4).map { "Where to, \($0)?" }
        let drafts = try texts.map { try fixture.draft("Draft \($0.filter(\.isNumber))", asking: $0) }
        let running = try drafts.map { try fixture.program.start(["content", "use", $0, "--quiet"]) }
        let ended = try running.map { try $0.wait() }
        #expect(ended.allSatisfy { [0, 75].contains($0.code) }, "\(ended)")
        let done = zip(texts, ended).filter { $0.1.code == 0 }.map(\.0)
        #expect(done.contains(try fixture.asked))
        let listed = try fixture.listed()
        #expect(listed.count == done.count + 1)
        let before = done.filter { listed[0] != "in-force \($0)" } + [ContentUseFixture.first]
        #expect(Set(listed.dropFirst()) == Set(before.map { "earlier \($0)" }))
    }

    @Test(
        "Kills at any moment leave what was in force or what is to be, whole, and the next program cleans up",
        arguments: [false, true])
    func killed(fromFolder: Bool) throws {
        var random = RandomNumbers(seed: 20_261_201)
        let drafts = try ["one?", "two?"].map { try fixture.draft("Draft \($0)", asking: $0) }
        let original = try fixture.draft("Original", asking: "zero?")
        let sound = Set(try (drafts + [original]).map { try #require(Release.fullNumber(of: $0)) })
        try fixture.use("zero?")
        let reader = fromFolder ? nil : ContentWatch(content, isSound: sound.contains)
        // How long it takes on this machine now, in seconds; it follows what is seen.
        var length = 0.5
        var kills = 0
        for round in 0..<200 where kills < 20 {
            if fromFolder {
                for path in [content, "\(content).d"] { try? FileManager.default.removeItem(atPath: path) }
                try FileManager.default.copyItem(atPath: original, toPath: content)
            }
            let program = try fixture.program.start(["content", "use", drafts[round % 2], "--quiet"])
            Thread.sleep(forTimeInterval: Double.random(in: 0.2...1.1, using: &random) * length)
            program.kill()
            let ended = try program.wait()
            if ended.code == -SIGKILL { kills += 1 } else { #expect(ended.code == 0, "\(ended.error)") }
            length *= ended.code == 0 ? 0.95 : 1.05
            #expect(sound.contains(Release.fullNumber(of: content) ?? ""))
        }
        #expect(kills == 20)
        if let reader { #expect(reader.end() == 0) }
        try fixture.use("three?")
        #expect(try fixture.asked == "three?")
        #expect(fixture.kept?.filter { $0.hasPrefix(".") } == [])
        #expect((fixture.kept?.count ?? 0) <= 5)
    }
}

/// Reads a content all the time, as kiosks do, and counts how often it was not whole.
private final class ContentWatch: Sendable {
    private let isEnding = Mutex(false)
    private let broken = Mutex(0)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ content: String, isSound: @escaping @Sendable (String) -> Bool) {
        Thread.detachNewThread {
            while !self.isEnding.withLock({ $0 }) {
                let number = Release.fullNumber(of: FolderCopy.followed(content))
                if !isSound(number ?? "") { self.broken.withLock { $0 += 1 } }
            }
            self.isDone.signal()
        }
    }

    func end() -> Int {
        isEnding.withLock { $0 = true }
        isDone.wait()
        return broken.withLock { $0 }
    }
}
