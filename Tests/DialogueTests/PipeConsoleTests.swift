import Foundation
import Testing

@testable import Dialogue

@Suite("A conversation over a pipe")
struct PipeConsoleTests {
    private func console(reading bytes: some Sequence<UInt8>, environment: [String: String] = [:]) throws
        -> (PipeConsole, transcript: () throws -> String)
    {
        let input = try temporaryFile(holding: Data(bytes))
        let output = try temporaryFile(holding: Data())
        return (
            PipeConsole(input: input, output: output, environment: environment),
            {
                try output.seek(toOffset: 0)
                return String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
            }
        )
    }

    private func temporaryFile(holding data: Data) throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try data.write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forUpdating: url)
    }

    private func replies(to bytes: some Sequence<UInt8>, longest: Int = 500) throws -> [Reply] {
        let (console, _) = try console(reading: bytes)
        var replies: [Reply] = []
        repeat {
            replies.append(console.ask(LineRequest(longest: longest)))
        } while replies.last != .endOfInput
        #expect(console.ask(LineRequest()) == .endOfInput)
        return replies
    }

    @Test("an empty input ends at once, and for ever")
    func empty() throws {
        #expect(try replies(to: []) == [.endOfInput])
    }

    @Test("lines come without their line ends, spaces kept")
    func lines() throws {
        #expect(try replies(to: " a \r\n\nö\r\r\n".utf8) == [" a ", "", "ö\r", .endOfInput])
    }

    @Test("a last line needs no newline")
    func noFinalNewline() throws {
        #expect(try replies(to: "a\nb".utf8) == ["a", "b", .endOfInput])
        #expect(try replies(to: "a\nb\r".utf8) == ["a", "b", .endOfInput])
    }

    @Test("control bytes are kept as typed")
    func controls() throws {
        #expect(try replies(to: "a\u{1B}[2J\0\u{9B}b\n".utf8) == ["a\u{1B}[2J\0\u{9B}b", .endOfInput])
    }

    @Test("a line that is not UTF-8 is not repaired, and the next one is read")
    func invalid() throws {
        let bytes: [UInt8] = [0x61, 0xE4, 0x0A, 0xC0, 0x80, 0x0A, 0xED, 0xA0, 0x80, 0x0A, 0x62]
        #expect(try replies(to: bytes) == [.notUTF8, .notUTF8, .notUTF8, "b", .endOfInput])
    }

    @Test("the limit counts Characters, and what was typed is given back whole")
    func limit() throws {
        let families = String(repeating: "👩‍👩‍👧‍👦", count: 5)
        #expect(try replies(to: families.utf8, longest: 5) == [.line(families), .endOfInput])
        #expect(try replies(to: families.utf8, longest: 4) == [.tooLong(typed: families), .endOfInput])
    }

    @Test("100 kB on a line come whole")
    func long() throws {
        let text = String(repeating: "ä", count: 50_000)
        #expect(try replies(to: (text + "\nb\n").utf8) == [.tooLong(typed: text), "b", .endOfInput])
        #expect(try replies(to: text.utf8, longest: 50_000) == [.line(text), .endOfInput])
    }

    @Test("of 10 MB the first megabyte is kept, cut between characters")
    func huge() throws {
        let text = "a" + String(repeating: "ä", count: 5_000_000)
        let kept = "a" + String(repeating: "ä", count: 499_999)
        #expect(
            try replies(to: (text + "\nb\n").utf8, longest: 20_000_000)
                == [.tooLong(typed: kept), "b", .endOfInput])
    }

    @Test("exactly the most bytes fit, also before CR LF")
    func mostBytes() throws {
        let text = String(repeating: "a", count: Reply.mostBytes)
        #expect(try replies(to: (text + "\r\n").utf8, longest: 2_000_000) == [.line(text), .endOfInput])
        #expect(
            try replies(to: (text + "b\n").utf8, longest: 2_000_000)
                == [.tooLong(typed: text), .endOfInput])
    }

    @Test("a transcript has no prompt, no echo and no codes, and a line between turns")
    func transcript() throws {
        let (console, transcript) = try console(reading: "2\nMaija\n".utf8)
        console.show([.paragraph(TerminalText("Kuka?").styled(.strong)), .option(number: 1, "Ei kukaan")])
        _ = console.ask(LineRequest())
        console.show([.paragraph("Selvä.")])
        _ = console.ask(LineRequest(prompt: "Nimi: ", prefilled: "x"))
        console.wipe()
        console.show([.blank, .paragraph("Kiitos.")])
        #expect(
            try transcript() == """
                Kuka?
                  1  Ei kukaan

                Selvä.
                Nimi:

                Kiitos.

                """)
        #expect(!console.isInteractive)
    }

    @Test(
        "the width is that of COLUMNS where it makes sense",
        arguments: [("20", 20), ("500", 500), ("19", 80), ("501", 80), ("x", 80), ("", 80)])
    func width(_ variable: String, _ columns: Int) throws {
        #expect(try console(reading: [], environment: ["COLUMNS": variable]).0.columns == columns)
        #expect(try console(reading: []).0.columns == 80)
    }

    @Test("answers as soon as a line has come, without waiting for more")
    func promptness() throws {
        let input = Pipe()
        let output = Pipe()
        let console = PipeConsole(input: input.fileHandleForReading, output: output.fileHandleForWriting)
        try input.fileHandleForWriting.write(contentsOf: Data("a\nb".utf8))
        #expect(console.ask(LineRequest()) == "a")
        try input.fileHandleForWriting.write(contentsOf: Data("c\n".utf8))
        #expect(console.ask(LineRequest()) == "bc")
    }

    @Test("when nobody reads any more, the conversation has ended")
    func closedReader() throws {
        signal(SIGPIPE, SIG_IGN)
        let input = Pipe()
        let output = Pipe()
        try input.fileHandleForWriting.write(contentsOf: Data("a\nb\n".utf8))
        let console = PipeConsole(input: input.fileHandleForReading, output: output.fileHandleForWriting)
        #expect(console.ask(LineRequest()) == "a")
        try output.fileHandleForReading.close()
        console.show([.paragraph("hei")])
        #expect(console.ask(LineRequest()) == .endOfInput)
        console.show([.paragraph("hei")])
        #expect(console.ask(LineRequest()) == .endOfInput)
    }

    @Test("more than a pipe holds is written whole to a slow reader")
    func partialWrites() async throws {
        let input = Pipe()
        let output = Pipe()
        let reading = output.fileHandleForReading
        _ = fcntl(output.fileHandleForWriting.fileDescriptor, F_SETFL, O_NONBLOCK)
        let reader = Task.detached {
            usleep(50_000)
            return try reading.readToEnd() ?? Data()
        }
        let console = PipeConsole(
            input: input.fileHandleForReading, output: output.fileHandleForWriting, environment: [:])
        console.show([.paragraph("\(String(repeating: "x", count: 800_000))")])
        try output.fileHandleForWriting.close()
        let data = try await reader.value
        #expect(data.count == 810_000)
    }
}
