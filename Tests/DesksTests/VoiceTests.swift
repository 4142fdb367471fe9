import Desks
import Dialogue
import Synchronization
import TestConsole
import Testing

@Suite("Reading aloud")
struct VoiceTests {
    @Test("Each question is read with its options, in the language of the conversation")
    func speaks() throws {
        let speaker = FakeSpeaker()
        _ = try DeskFixture().visit(
            ["en", "home"], language: nil, settings: KioskSettings(speaks: true), speaker: speaker)
        #expect(speaker.said.map(\.language) == ["fi", "en", "en"])
        #expect(speaker.said[1].texts.contains("What is wrong?"))
        #expect(speaker.said[1].texts.contains("1  Help at home"))
        #expect(
            speaker.said[2].texts == [
                "Question 2, the last before our suggestion", "Kuka auttaa?", "1  Ei kukaan", "2  Joku joskus",
                "3  I don't know",
            ])
    }

    @Test("Nothing is said until somebody asks with *, and the next visitor finds silence again")
    func onRequest() throws {
        let speaker = FakeSpeaker()
        _ = try DeskFixture().visit(["fi", "*", "home", "0", "1", "", "fi"], language: nil, speaker: speaker)
        let said = speaker.said
        #expect(said.first?.texts.first == "Mikä hätänä?")
        #expect(said.count { $0.texts.contains("Mikä hätänä?") } == 1)
        #expect(said.contains { $0.texts.contains("Kuka auttaa?") })
    }

    @Test("The first screen offers it only where the machine can speak")
    func offered() throws {
        let offer = "Jos haluat kuunnella, kirjoita * ja paina Enter."
        #expect(try DeskFixture().visit([], language: nil, speaker: FakeSpeaker()).transcript.contains(offer))
        let silent = FakeSpeaker(isAvailable: false)
        #expect(try !DeskFixture().visit([], language: nil, speaker: silent).transcript.contains(offer))
    }

    @Test("Speech stops when typing begins")
    func stops() throws {
        let speaker = FakeSpeaker()
        _ = try DeskFixture().visit(["home"], settings: KioskSettings(speaks: true), speaker: speaker)
        #expect(speaker.stops >= 1)
    }
}

/// A voice that only remembers what it was given.
final class FakeSpeaker: Speaker {
    private struct Memory {
        var said: [(texts: [String], language: String)] = []
        var stops = 0
    }

    private let memory = Mutex(Memory())
    let isAvailable: Bool

    init(isAvailable: Bool = true) { self.isAvailable = isAvailable }

    var said: [(texts: [String], language: String)] { memory.withLock { $0.said } }
    var stops: Int { memory.withLock { $0.stops } }

    func say(_ texts: [String], language: String) { memory.withLock { $0.said.append((texts, language)) } }

    func stop() { memory.withLock { $0.stops += 1 } }
}
