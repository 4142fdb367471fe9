import TestSupport
import Testing

@testable import Dialogue

@Suite("Tab at a staff desk", .enabled(if: EchoProgram.isBuilt, "the program Echo is not built"))
struct StaffCompletionTests {
    private func start(_ words: String, environment: [String: String] = ["TERM": "xterm"]) throws -> PseudoTerminal {
        try EchoProgram.start(["--keys", "staff", "--complete", words], environment: environment)
    }

    @Test("one word that fits is completed, whatever the case of what was typed")
    func single() throws {
        let terminal = try start("Joensuu,Kontiolahti,Äitsä")
        terminal.send("KON\t\r")
        terminal.expect("got [Kontiolahti]")
        terminal.send("joensuu, äi\t!\r")
        terminal.expect(#"got [joensuu, \u{00C4}its\u{00E4}!]"#)
        terminal.send("Juva\u{1}\u{6}\u{6}\t\r")
        terminal.expect("got [Juva]")
        terminal.send("Ku\u{1}\u{6}\t\r")
        terminal.expect("got [Kontiolahtiu]")
    }

    @Test("of several the common part is completed, and they are listed below, the line after them")
    func several() throws {
        let terminal = try start("elatussopimus uusi,elatusapu,Elatussopimuksen muutos,perhe")
        terminal.send("hae ela\t")
        terminal.expect(
            "hae elatus\r\nelatussopimus\u{A0}uusi   elatusapu   Elatussopimuksen\u{A0}muutos\r\n> hae elatus")
        terminal.send("s\t")
        terminal.expect("sopimu\r\nelatussopimus\u{A0}uusi   Elatus")
        terminal.expect("> hae elatussopimu")
        terminal.send("\t")
        terminal.expect("\r\nelatussopimus\u{A0}uusi")
        terminal.send("k\t\r")
        terminal.expect("got [hae Elatussopimuksen muutos]")
    }

    @Test("a word with spaces is completed from any of its letters")
    func spaces() throws {
        let terminal = try start("kodin hoito,kodin muutostyöt,hoito")
        terminal.send("haku kodin h\t\r")
        terminal.expect("got [haku kodin hoito]")
    }

    @Test("nothing fits: nothing happens, and files are never offered")
    func nothing() throws {
        let terminal = try start("Joensuu")
        terminal.send("./\t\t/et\t\tPack\t\t\r")
        terminal.expect("got [.//etPack]")
        #expect(!terminal.output.contains("Package"))
        let without = try EchoProgram.start(["--keys", "staff"])
        without.send("\t\tPack\t\t\r")
        without.expect("got [Pack]")
    }

    @Test("Tab on an empty line lists all, a great many in part")
    func all() throws {
        let terminal = try start((1...70).map { "sana\($0)" }.joined(separator: ","))
        terminal.send("\t")
        terminal.expect("sana60   … +10\r\n> sana")
        terminal.send("7\t\t0\r")
        terminal.expect("got [sana70]")
    }

    @Test("the list is drawn without codes on a dumb terminal, and safely anywhere")
    func dumb() throws {
        let terminal = try start("ab\u{9B}1,ab\u{1B}[2J", environment: ["TERM": "dumb"])
        terminal.send("a\t")
        terminal.expect("ab�1   ab␛[2J\r\n")
        terminal.send("\u{9B}\r")
        terminal.expect("got [ab")
        #expect(!terminal.output.contains("\u{1B}"))
    }
}

@Suite("Which words Tab means")
struct WordCompletionTests {
    private let words = ["Joensuu", "Juuka", "kodin hoito", "kodin muutostyöt", "Juuka"]

    @Test(
        "the longest end of the line that begins a word",
        arguments: [
            ("j", "J", ["Joensuu", "Juuka"]), ("JO", "Joensuu", ["Joensuu"]),
            ("hae ko", "hae kodin ", ["kodin hoito", "kodin muutostyöt"]),
            ("hae kodin h", "hae kodin hoito", ["kodin hoito"]), ("kodin x", "kodin x", []), ("xj", "xj", []),
            ("hae  ju", "hae  Juuka", ["Juuka"]),
        ])
    func completed(_ line: String, _ completed: String, _ matches: [String]) {
        let completion = WordCompletion(of: line, among: words)
        #expect(completion.completed == completed)
        #expect(completion.matches == matches)
    }

    @Test("after a space every word, each once")
    func every() {
        #expect(WordCompletion(of: "hae ", among: words + [""]).matches.count == 4)
        #expect(WordCompletion(of: "", among: words).completed == "")
    }

    @Test("a long line takes no time", .timeLimit(.minutes(1)))
    func long() {
        let line = String(repeating: "kodin h ", count: 20_000)
        #expect(WordCompletion(of: line + "jo", among: words).matches == ["Joensuu"])
    }
}
