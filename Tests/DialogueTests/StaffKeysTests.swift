import TestSupport
import Testing

@Suite("The keys of staff", .enabled(if: EchoProgram.isBuilt, "the program Echo is not built"))
struct StaffKeysTests {
    private static let staff = ["--keys", "staff"]
    private static let up = "\u{1B}[A"
    private static let down = "\u{1B}OB"

    private func start(_ arguments: String..., environment: [String: String] = ["TERM": "xterm"]) throws
        -> PseudoTerminal
    {
        try EchoProgram.start(Self.staff + arguments, environment: environment)
    }

    @Test("the arrows go through this session's lines, an unfinished one included")
    func history() throws {
        let terminal = try start("--remembers", "1")
        for line in ["yksi", "kaksi", "kaksi", "kölme"] {
            terminal.send(line + "\r")
            terminal.expect("got [")
        }
        terminal.send("puoli\(Self.up)\(Self.up)\(Self.up)\u{10}\r")
        terminal.expect("got [yksi]")
        terminal.send("puoli\(Self.up)\(Self.up)\(Self.down)\(Self.down)\u{E}!\r")
        terminal.expect("got [puoli!]")
    }

    @Test("an earlier line that was edited and left stays as it was")
    func editedHistory() throws {
        let terminal = try start("--remembers", "1")
        terminal.send("yksi\rkaksi\r")
        terminal.expect("got [kaksi]")
        terminal.send("\(Self.up)XX\(Self.up)YY\(Self.down)\(Self.down)\r")
        terminal.expect("got []")
        terminal.send("\(Self.up)\(Self.up)\r")
        terminal.expect("got [yksi]")
        terminal.send("\(Self.up)\(Self.up)\r")
        terminal.expect("got [kaksi]")
    }

    @Test("a line that is not to be remembered does not come back, and the arrows do nothing while it is typed")
    func privateLines() throws {
        let terminal = try start("--remembers", "1")
        terminal.send("haku\rprivate\r")
        terminal.expect("got [haku]")
        terminal.send("salasana\(Self.up)\(Self.up)\u{10}\(Self.down)\r")
        terminal.expect("got [salasana]")
        terminal.send("public\r\(Self.up)!\r")
        terminal.expect("got [private!]")
    }

    @Test("what was cut from a line not to be remembered cannot be pasted into the next")
    func privateCuts() throws {
        let terminal = try start()
        terminal.send("salaa\u{15}\u{19}\u{19}\u{B}\r")
        terminal.expect("got [salaasalaa]")
        terminal.send("salaa\u{15}\r")
        terminal.expect("got []")
        terminal.send("\u{19}x\r")
        terminal.expect("got [x]")
        terminal.send("y\u{15}\u{19}\r")
        terminal.expect("got [y]")
    }

    @Test("a wipe takes history and cuts away")
    func wipe() throws {
        let terminal = try start("--remembers", "1")
        terminal.send("salainen\rhaku\u{15}wipe\r")
        terminal.expect("\u{1B}[3J")
        terminal.collect(seconds: 0.3)
        terminal.send("\(Self.up)\(Self.up)\u{19}x\r")
        terminal.expect("got [x]")
        terminal.send("\(Self.up)\r")
        terminal.expect("got [x]")
    }

    @Test("a wipe twice, with nothing typed between, ends as well as one")
    func wipeTwice() throws {
        let terminal = try start("--remembers", "1")
        terminal.send("salainen\rwipe\r")
        terminal.expect("\u{1B}[3J")
        terminal.collect(seconds: 0.3)
        terminal.send("\u{3}")
        #expect(terminal.exitStatus() == 11)
        #expect(terminal.isAsBefore)
    }

    @Test("a strange line comes back as it was, and is as harmless then")
    func strangeHistory() throws {
        let terminal = try start("--remembers", "1")
        terminal.send("\u{1B}[200~a\u{9B}2J\u{202E}\u{10009B}\u{1B}[201~\r")
        terminal.expect(#"got [a\u{009B}2J\u{202E}\u{0010009B}]"#)
        terminal.send("\(Self.up)\u{15}\u{19}b\r")
        terminal.expect(#"got [a\u{009B}2J\u{202E}\u{0010009B}b]"#)
        #expect(!terminal.output.unicodeScalars.contains("\u{9B}"))
        #expect(!terminal.output.unicodeScalars.contains("\u{202E}"))
    }

    @Test("Control with a letter moves and deletes")
    func controlKeys() throws {
        let terminal = try start()
        terminal.send("äbc\u{1}X\u{5}Y\u{2}\u{2}Z\u{6}\u{4}!\r")
        terminal.expect(#"got [X\u{00E4}bZc!]"#)
        terminal.send("\u{4}\u{4}a\r")
        terminal.expect("got [a]")
    }

    @Test(
        "words are moved over, as different terminals send it",
        arguments: [
            ("\u{1B}[1;3D", "\u{1B}[1;3C"), ("\u{1B}[1;5D", "\u{1B}[1;5C"), ("\u{1B}b", "\u{1B}f"),
            ("\u{1B}\u{1B}[D", "\u{1B}\u{1B}[C"), ("\u{1B}Od", "\u{1B}Oc"),
        ])
    func words(_ left: String, _ right: String) throws {
        let terminal = try start()
        terminal.send("äiti öljy åke\(left)\(left)X\(right)Y\r")
        terminal.expect(#"got [\u{00E4}iti X\u{00F6}ljyY \u{00E5}ke]"#)
    }

    @Test("cut and paste: to either end, by words, two cuts in a row as one")
    func cuts() throws {
        let terminal = try start()
        terminal.send("abc def\u{2}\u{2}\u{2}\u{B}\u{1}\u{19}\r")
        terminal.expect("got [defabc ]")
        terminal.send("yksi kaksi kolme\u{17}\u{17}\u{1}\u{19}-\r")
        terminal.expect("got [kaksi kolme-yksi ]")
        terminal.send("a.bc d\u{1B}\u{7F}\u{1B}\u{7F}\u{1}\u{1B}dX\r")
        terminal.expect("got [X.]")
    }

    @Test("cuts with something between are two")
    func separateCuts() throws {
        let terminal = try start()
        terminal.send("yksi kaksi\u{17}x\u{17}\u{19}\u{15}\u{1B}[D\u{7F}z\u{15}\u{19}\r")
        terminal.expect("got [z]")
        terminal.send("q\u{15}\r")
        terminal.expect("got []")
    }

    @Test("with nothing cut there is nothing to paste")
    func emptyYank() throws {
        let terminal = try start()
        terminal.send("\u{B}\u{15}\u{17}\u{19}a\r")
        terminal.expect("got [a]")
    }

    @Test("Ctrl-C drops the line, and on an empty one ends, the terminal given back")
    func interrupt() throws {
        let terminal = try start()
        terminal.send("half a line\u{3}x\r")
        terminal.expect("got [x]")
        terminal.send("y\u{3}\u{19}\r")
        terminal.expect("got []")
        terminal.send("\u{1A}\u{1C}\u{3}")
        #expect(terminal.exitStatus() == 11)
        #expect(terminal.isAsBefore)
        #expect(!terminal.output.contains("^C"))
    }

    @Test("no key ends the input, and numeric arguments, macros and quoting are gone here too")
    func readlineCommands() throws {
        let terminal = try start()
        terminal.send("\u{4}\u{4}\u{1B}9\u{1B}9x\u{16}\u{1B}\u{7}\u{18}(y\u{12}z\u{1F}\u{14}\u{C}\r")
        terminal.expect("got [x(yz]")
        terminal.send("~root\u{1B}&\u{1B}*\u{1B}y\u{1B}.\r")
        terminal.expect("got [~root]")
    }

    @Test("a thousand random keys leave a working line", arguments: [1, 2, 3, 4] as [UInt64])
    func monkey(seed: UInt64) throws {
        let terminal = try start("--remembers", "1", "--complete", "Joensuu,Juuka,kodin hoito", "--persist", "1")
        let keys =
            [
                "a", "ä", " ", "J", "中", "k", "\t", "\t\t", "\r", "\u{7F}", "\u{1B}[3~",
                "\u{1B}[200~x\ny\u{9B}\u{1B}[201~",
            ]
            + [Self.up, Self.down, Self.up, "\u{1B}[D", "\u{1B}b", "\u{1B}f", "\u{1B}d", "\u{1B}\u{7F}", "\u{1B}"]
            + [1, 2, 3, 4, 5, 6, 11, 14, 16, 21, 23, 25].map { String(UnicodeScalar($0 as UInt8)) }
        var state = seed
        for _ in 1...1000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            terminal.send(keys[Int(state >> 33) % keys.count])
        }
        terminal.collect(seconds: 0.5)
        terminal.send("\u{3}x\u{3}quit\r")
        #expect(terminal.exitStatus() == 0)
        #expect(!terminal.output.unicodeScalars.contains("\u{9B}"))
    }
}
