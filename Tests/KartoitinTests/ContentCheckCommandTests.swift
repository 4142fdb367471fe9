import Foundation
import Testing

@Suite("content check, and content that is missing or broken")
struct ContentCheckCommandTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    /// A copy of the content in which the option of a line of the start leads somewhere else.
    private func breakContent(_ old: String, _ new: String) throws {
        let copy = try fixture.copyContent(["en"])
        let file = copy.appending(path: "tree/start.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        try #require(text.contains(old))
        try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
        fixture.environment["KARTOITIN_CONTENT"] = copy.path
    }

    /// The line and the fault of an option that leads to nothing.
    private func dangling() throws -> (line: Int, message: String) {
        try breakContent("option unknown     -> talk\n", "option unknown     -> talkk\n")
        let text = try String(contentsOfFile: fixture.path("Content/tree/start.txt"), encoding: .utf8)
        let lines = text.components(separatedBy: "\n")
        let index = try #require(lines.firstIndex { $0.hasSuffix("talkk") })
        return (index + 1, #"no question or outcome is called "talkk", did you mean "talk"?"#)
    }

    @Test("Sound content: counts on standard output, remarks on standard error")
    func sound() throws {
        let ended = try fixture.call(["content", "check"])
        #expect(ended.code == 0)
        let counts = /\d+ questions, \d+ options, \d+ paths, the longest asks \d+; faults: 0\n/
        #expect(ended.output.wholeMatch(of: counts) != nil)
        // What else is remarked on depends on the day.
        for (id, instead) in [
            ("social-emergency", "112 is shown instead"), ("child-protection", "no number is shown"),
        ] {
            #expect(ended.error.contains("a real county must give the number of \"\(id)\"; \(instead)\n"))
        }
        #expect(ended.error.split(separator: "\n").allSatisfy { $0.hasPrefix("note: ") })
        let quiet = try fixture.call(["content", "check", "--quiet", "--format", "csv"])
        #expect(quiet == ProgramResult(code: 0, output: "file,line,message\n"))
    }

    @Test("For a county that opens, what is to be mended before is a fault; hints for plain language never are")
    func strict() throws {
        let ended = try fixture.call(["content", "check", "--strict"])
        #expect(ended.code == 1)
        for (id, instead) in [
            ("social-emergency", "112 is shown instead"), ("child-protection", "no number is shown"),
        ] {
            #expect(ended.output.contains(": a real county must give the number of \"\(id)\"; \(instead)\n"))
        }
        #expect(
            ended.output.contains(": the office \"joensuu\" is an example; a county that opens must write its own\n"))
        let faults = ended.output.split(separator: "\n").dropLast()
        #expect(ended.output.hasSuffix("; faults: \(faults.count)\n"))
        #expect(
            ended.error.split(separator: "\n").allSatisfy { $0.hasPrefix("note: words and sentences that may be ") })
        let json = try fixture.call(["content", "check", "--strict", "--quiet", "--format", "json"])
        #expect(json.code == 1)
        #expect((try json.json()["faults"] as? [Any])?.count == faults.count)
    }

    @Test("A language that is begun closes no kiosk and is not offered")
    func begunLanguage() throws {
        try breakContent("start topic", "start topic")
        let start = fixture.path("Content/words/en/start.txt")
        let begun = fixture.path("Content/words/uk")
        try FileManager.default.createDirectory(atPath: begun, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: start, toPath: begun + "/start.txt")
        let check = try fixture.call(["content", "check"])
        #expect(check.code == 0)
        #expect(
            check.error.contains(
                /note: words\/uk: this language is begun, and offered once its start is whole \(first "[a-z-]+" of desk.txt, "[a-z-]+" of desk.txt, "[a-z-]+" of desk.txt, and \d+ more\): \d+ of \d+ texts are missing\n/
            ))
        let kiosk = try fixture.call(["kiosk"], input: "0\n")
        #expect(kiosk.code == 0 && !kiosk.output.contains("uk"), "\(kiosk.output)")
    }

    @Test("Hints for plain language are counted in one line, and listed where they are asked for")
    func hints() throws {
        try breakContent("start topic", "start topic")
        let words = fixture.path("Content/words/en/start.txt")
        let text = try String(contentsOfFile: words, encoding: .utf8)
        try #require(text.contains("What brings you here today?"))
        try text.replacing("What brings you here today?", with: "What brings you to multidisciplinarity?")
            .write(toFile: words, atomically: true, encoding: .utf8)
        let hint = #": a word of 19 letters, more than 15: "multidisciplinarity", in "What brings you to "#
        let counted = try fixture.call(["content", "check"]).error
        #expect(
            counted.contains(/note: words and sentences that may be hard to read: en \d+; list them with --hints\n$/))
        #expect(!counted.contains("multidisciplinarity"))
        let listed = try fixture.call(["content", "check", "--hints"])
        #expect(listed.code == 0)
        #expect(listed.error.contains("note: words/en/start.txt:4\(hint)multidisciplinarity?\"\n"))
        #expect(!listed.error.contains("list them with"))
    }

    @Test("As JSON in its fixed shape")
    func json() throws {
        let report = try fixture.call(["content", "check", "--format", "json"]).json()
        #expect(Set(report.keys) == ["faults", "paths", "longestPath", "questions", "options"])
        #expect((report["faults"] as? [Any])?.count == 0)
        for key in ["paths", "longestPath", "questions", "options"] {
            #expect(report[key] as? Int ?? 0 > 0, "\(key)")
        }
    }

    @Test("A fault is told by file and line, and the check fails")
    func fault() throws {
        let (line, message) = try dangling()
        let table = try fixture.call(["content", "check", "--quiet"])
        #expect(table.code == 1)
        #expect(table.output.hasPrefix("tree/start.txt:\(line): \(message)\n"))
        #expect(table.output.hasSuffix("; faults: 1\n"))
        let json = try fixture.call(["content", "check", "--quiet", "--format", "json"])
        let fault: [String: Any] = ["file": "tree/start.txt", "line": line, "message": message]
        let faults = try #require(try json.json()["faults"] as? [[String: Any]])
        #expect(json.code == 1)
        #expect(faults.map(\.comparable) == [fault.comparable])
    }

    @Test("As CSV, with the quotation marks of the message doubled")
    func csv() throws {
        let (line, message) = try dangling()
        let row = "tree/start.txt,\(line),\"\(message.replacing("\"", with: "\"\""))\"\n"
        let expected = ProgramResult(code: 1, output: "file,line,message\n" + row)
        #expect(try fixture.call(["content", "check", "--quiet", "--format", "csv"]) == expected)
    }

    @Test("On a pipe no kiosk and no demonstration works with a broken tree; what needs no tree does")
    func brokenTree() throws {
        let (line, message) = try dangling()
        let told = """
            kartoitin: the content has faults (1); fix them, see: kartoitin content check
            tree/start.txt:\(line): \(message)

            """
        for command in ["kiosk", "demo"] {
            #expect(try fixture.call([command]) == ProgramResult(code: 65, error: told))
        }
        try fixture.makeStore()
        let slots = try fixture.call(["slots"])
        #expect(slots.code == 0 && slots.error == "", "\(slots.error)")
    }

    @Test("Content that is not there is told with where it was looked for")
    func missing() throws {
        let nowhere = fixture.path("nowhere")
        let told = "kartoitin: there is no content in \(nowhere); say where it is with --content DIR\n"
        for command in [["slots"], ["kiosk"], ["content", "check"]] {
            #expect(try fixture.call(command + ["--content", nowhere]) == ProgramResult(code: 65, error: told))
        }
    }

    @Test("A file of the content that is not there is named")
    func missingFile() throws {
        try breakContent("start topic", "start topic")
        let file = fixture.path("Content/services.txt")
        try FileManager.default.removeItem(atPath: file)
        let told = "kartoitin: the content file \(file) cannot be read\n"
        #expect(try fixture.call(["slots"]) == ProgramResult(code: 65, error: told))
    }

    @Test("The content folder of the working folder is used where none is named")
    func workingFolder() throws {
        try breakContent("start topic", "start topic")
        fixture.environment["KARTOITIN_CONTENT"] = nil
        #expect(try fixture.call(["content", "check", "--quiet"]).code == 0)
    }
}
