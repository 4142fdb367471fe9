import Foundation
import Testing

@testable import Dialogue

@Suite("Speech by spd-say")
struct SpdSayTests {
    @Test("the texts are handed over on standard input, a message each, in the language")
    func says() throws {
        let folder = try FakeSpeech()
        let speaker = folder.speaker()
        #expect(speaker.isAvailable)
        speaker.say(["Kuka auttaa?", "1: ei\nkukaan", "2: äiti"], language: "fi")
        folder.expect(["-C -e -l fi\n Kuka auttaa?\n 1: ei kukaan\n 2: äiti\n"])
        #expect(speaker.isAvailable)
    }

    @Test("no text is an option, an order to the daemon or a control sequence")
    func harmless() throws {
        let folder = try FakeSpeech()
        folder.speaker().say(
            ["!-!STOP all", "-x <speak>%s%n</speak>", ".", "\u{1B}[2J\r\n!-!x\u{9B}\u{202E}y"], language: "en-GB")
        folder.expect(["-C -e -l en-GB\n !-!STOP all\n -x <speak>%s%n</speak>\n .\n [2J !-!x y\n"])
    }

    @Test(
        "what is no language is left out",
        arguments: ["", "fi\r\nSTOP all", "fi sv", "äö", String(repeating: "a", count: 36)])
    func language(_ code: String) throws {
        let folder = try FakeSpeech()
        folder.speaker().say(["a"], language: code)
        folder.expect(["-C -e\n a\n"])
    }

    @Test("stopping cancels what is being said, once")
    func stops() throws {
        let folder = try FakeSpeech()
        let speaker = folder.speaker()
        speaker.stop()
        speaker.say(["a"], language: "fi")
        folder.expect(["-C -e -l fi\n a\n"])
        speaker.stop()
        speaker.stop()
        speaker.say([" ", "\n"], language: "fi")
        folder.expect(["-C -e -l fi\n a\n", "-C\n"])
        Thread.sleep(forTimeInterval: 0.3)
        folder.expect(["-C -e -l fi\n a\n", "-C\n"])
    }

    @Test("new speech takes the place of what was not handed over yet")
    func newest() throws {
        let folder = try FakeSpeech(before: "sleep 0.5")
        let speaker = folder.speaker()
        for number in 1...20 { speaker.say(["\(number)"], language: "fi") }
        folder.expect(["-C -e -l fi\n 20\n"])
        speaker.say(["21"], language: "fi")
        speaker.stop()
        folder.expect(["-C -e -l fi\n 20\n", "-C\n"])
        #expect(speaker.isAvailable)
    }

    @Test("where the program is missing nothing happens")
    func missing() {
        for path in ["", "/nonexistent", "relative:."] {
            let speaker = SpdSay(environment: ["PATH": path])
            #expect(!speaker.isAvailable)
            speaker.say(["a"], language: "fi")
            speaker.stop()
        }
    }

    @Test("a program that fails is not counted on until it works again", arguments: ["exit 1", "kill -9 $$"])
    func failing(_ how: String) throws {
        let folder = try FakeSpeech(before: "test -e \"$SPOKEN.works\" || \(how)")
        let speaker = folder.speaker()
        speaker.say(["a"], language: "fi")
        #expect(eventually { !speaker.isAvailable })
        try folder.write("", to: "spoken.works")
        speaker.say(["b"], language: "fi")
        folder.expect(["-C -e -l fi\n b\n"])
        #expect(eventually { speaker.isAvailable })
    }

    @Test("a file that is no program is a failure, and no crash")
    func notAProgram() throws {
        let folder = try FakeSpeech(interpreter: "/nonexistent")
        let speaker = folder.speaker()
        speaker.say(["a"], language: "fi")
        #expect(!speaker.isAvailable)
    }

    @Test("a program that hangs keeps nobody waiting, and is killed")
    func hanging() throws {
        let folder = try FakeSpeech(before: "exec sleep 600")
        let speaker = folder.speaker(patience: 0.3)
        let start = ContinuousClock.now
        speaker.say([String(repeating: "sana ", count: 100_000)], language: "fi")
        speaker.stop()
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(eventually { !speaker.isAvailable })
    }

    @Test("the program has a session of its own, and no terminal")
    func session() throws {
        let folder = try FakeSpeech(
            before: "test $(cut -d' ' -f6 /proc/$$/stat) = $$ && (: < /dev/tty) 2> /dev/null && exit 1")
        folder.speaker().say(["a"], language: "fi")
        folder.expect(["-C -e -l fi\n a\n"])
    }
}

@Suite("Text for spd-say")
struct SpokenTextTests {
    @Test("nothing to say is nothing")
    func empty() {
        #expect(SpokenText.make(from: []) == "")
        #expect(SpokenText.make(from: ["", " \n\u{200B}\u{1B} "]) == "")
    }

    @Test(
        "no line reaches the length at which the program would begin a new one",
        arguments: ["a", "e\u{301}", "👩‍👩‍👧‍👦", "ä ", "\u{301}", "aaaaaaa "])
    func longLines(_ piece: String) {
        let spoken = SpokenText.make(from: [String(repeating: piece, count: 9_000) + "!-!STOP all", "b"])
        for line in spoken.split(separator: "\n") {
            #expect(line.utf8.first == 0x20 && line.utf8.count < 4_100)
        }
        #expect(spoken.utf8.count < 65_536)
    }

    @Test("words stay whole where they can, and none is lost")
    func wholeWords() {
        let text = (1...2_000).map { "sana\($0)" }.joined(separator: " ")
        let lines = SpokenText.make(from: [text]).split(separator: "\n").map { $0.dropFirst() }
        #expect(lines.count > 1)
        #expect(lines.joined(separator: " ") == text)
    }
}

/// A folder with a program `spd-say` that writes down what it was given.
private final class FakeSpeech {
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    /// - Parameter before: what the program does first, in the shell's language.
    init(interpreter: String = "/bin/sh", before: String = ":") throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(
            """
            #!\(interpreter)
            \(before)
            text=$(printf '%s' "$*"; echo; cat; echo =)
            printf '%s' "$text" >> "$SPOKEN"
            """, to: "draft")
        // Copied by another program: one that a test starts at this moment might hold a file of ours open for
        // writing, and then the system would not run it.
        let copy = Process()
        copy.executableURL = URL(filePath: "/bin/sh")
        copy.arguments = ["-c", "cp draft spd-say && chmod 755 spd-say"]
        copy.currentDirectoryURL = folder
        try copy.run()
        copy.waitUntilExit()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func speaker(patience: Double = 10) -> SpdSay {
        SpdSay(
            environment: [
                "PATH": "\(folder.path):/usr/bin:/bin", "SPOKEN": folder.appending(path: "spoken").path,
            ], patience: patience)
    }

    private var spoken: [String] {
        let data = (try? Data(contentsOf: folder.appending(path: "spoken"))) ?? Data()
        return String(decoding: data, as: UTF8.self).components(separatedBy: "=").filter { !$0.isEmpty }
    }

    func expect(_ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        _ = eventually { spoken == expected }
        #expect(spoken == expected, sourceLocation: sourceLocation)
    }
}

private func eventually(_ condition: () -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
        if condition() { return true }
        Thread.sleep(forTimeInterval: 0.01)
    }
    return condition()
}
