import TestSupport
import Testing

/// What stock readline does and a public terminal must not: a test for each row of the table that the
/// terminal was built from, in its order.
@Suite("Nobody leaves the conversation", .enabled(if: EchoProgram.isBuilt, "the program Echo is not built"))
struct KioskKeysTests {
    @Test("Tab, Tab Tab: lists no files and completes nothing", arguments: [[], ["--complete", "Joensuu,Juuka"]])
    func tab(_ arguments: [String]) throws {
        let terminal = try EchoProgram.start(arguments)
        terminal.send("J\t\t\t./\t\t\r")
        terminal.expect("got [J./]")
        terminal.send("\t\t\r")
        terminal.expect("got []")
        for word in ["Package.swift", "Sources", "etc", "Joensuu"] { #expect(!terminal.output.contains(word)) }
    }

    @Test("~root and M-&: no home folder appears")
    func tilde() throws {
        let terminal = try EchoProgram.start()
        terminal.send("~root\u{1B}&\u{1B}*\u{1B}~\r")
        terminal.expect("got [~root]")
    }

    @Test("C-u, then C-y at the next prompt: nothing of the last person comes back")
    func killRing() throws {
        let terminal = try EchoProgram.start()
        terminal.send("secret\u{15}\u{17}\u{B}\r")
        terminal.expect("got [secret]")
        terminal.send("\u{19}\u{1B}y\u{1F}\u{1B}[A\u{10}\r")
        terminal.expect("got []")
    }

    @Test("C-v ESC: no control byte is typed")
    func quotedInsert() throws {
        let terminal = try EchoProgram.start()
        terminal.send("a\u{16}\u{1B}\u{7}b\r")
        terminal.expect("got [ab]")
        terminal.send("a\u{16}\u{7}\u{16}\u{3}b\r")
        terminal.expect("got [ab]")
    }

    @Test("a paste with control bytes: they stay in the answer and off the screen")
    func pastedControls() throws {
        let terminal = try EchoProgram.start()
        terminal.send("\u{1B}[200~a\u{1B}[2J\u{7}\u{9B}7m\u{202E}\u{10009B}\u{E0041}b\u{1B}[201~\r")
        terminal.expect(#"got [a\u{1B}[2J\u{07}\u{009B}7m\u{202E}\u{0010009B}\u{000E0041}b]"#)
        let shown = terminal.output
        #expect(!shown.contains("\u{1B}[2J") && !shown.contains("\u{7}"))
        for scalar in ["\u{9B}", "\u{202E}", "\u{E0041}"] as [Unicode.Scalar] {
            #expect(!shown.unicodeScalars.contains(scalar))
        }
    }

    @Test("two pasted lines: one answer without a newline, sent by nobody but the person")
    func pastedLines() throws {
        let terminal = try EchoProgram.start()
        terminal.send("\u{1B}[200~one\rtwo\r\nthree\n\u{1B}[201~")
        terminal.collect(seconds: 0.3)
        #expect(!terminal.output.contains("got"))
        terminal.send("!\r")
        terminal.expect("got [one two three !]")
    }

    @Test("M-9 M-9 … x: no flood")
    func numericArgument() throws {
        let terminal = try EchoProgram.start()
        terminal.send(String(repeating: "\u{1B}9", count: 9) + "x\r")
        terminal.expect("got [x]")
        terminal.send("\u{18}(y\u{18})\u{18}e\r")
        terminal.expect("got [(y)e]")
    }

    @Test("C-\\: no signal, no backtracer")
    func quit() throws {
        let terminal = try EchoProgram.start()
        terminal.send("a\u{1C}b\u{1C}\u{1C}\r")
        terminal.expect("got [ab]")
        #expect(!terminal.output.contains("^\\"))
    }

    @Test("C-z, C-c: neither suspends nor kills")
    func suspendAndInterrupt() throws {
        let terminal = try EchoProgram.start()
        terminal.send("a\u{1A}\u{3}b\u{3}\u{1A}\r")
        terminal.expect("got [ab]")
        terminal.send("\u{3}\u{1A}\r")
        terminal.expect("got []")
    }

    @Test("locale C: letters are not lost", arguments: [["LC_ALL": "C"], ["LANG": "C"], ["LC_CTYPE": "POSIX"]])
    func locale(_ locale: [String: String]) throws {
        let terminal = try EchoProgram.start(environment: ["TERM": "xterm"].merging(locale) { $1 })
        terminal.send("xäö€\u{7F}å\r")
        terminal.expect(#"got [x\u{00E4}\u{00F6}\u{00E5}]"#)
    }

    @Test("standard input is a pipe: neither prompt nor input is echoed")
    func pipe() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "printf 'h\\303\\244t\\303\\244\\n2\\n' | \(EchoProgram.path)"])
        terminal.expect(#"got [h\u{00E4}t\u{00E4}]"#)
        terminal.expect("got [2]")
        #expect(terminal.exitStatus() == 10)
        #expect(
            !terminal.output.contains(">") && !terminal.output.contains("hät") && !terminal.output.contains("\u{1B}"))
    }
}
