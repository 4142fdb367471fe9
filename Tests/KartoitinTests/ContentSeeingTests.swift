import Foundation
import Testing

@Suite("content tree, try and diff")
struct ContentSeeingTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture(languages: ["en"]) }

    /// A second copy of the content, changed in one place.
    private func changedCopy(_ file: String, _ old: String, _ new: String) throws -> String {
        let copy = fixture.path("Changed")
        try FileManager.default.copyItem(atPath: fixture.path("Content"), toPath: copy)
        let path = "\(copy)/\(file)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try #require(text.components(separatedBy: old).count == 2)
        try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
        return copy
    }

    @Test("The part below a question is told as an outline")
    func outline() throws {
        let told = try fixture.call(["content", "tree", "transport-kind"])
        #expect(told.code == 0)
        #expect(
            told.output == """
                transport-kind  Where would you like to get to?  (describes)
                  shopping  Shops, friends or hobbies -> outcome transport-help  Advice on getting about  \
                (disability, books advice-disability)
                  work  Work or studies -> outcome transport-help  Advice on getting about  \
                (disability, books advice-disability)
                  hospital  Hospital, doctor or other health care -> outcome kela-benefits  Help from Kela  \
                (elsewhere, books advice-working-age)
                  car  I need changes to a car -> outcome transport-help  Advice on getting about  \
                (disability, books advice-disability)
                  unknown  I don't know -> outcome transport-help  Advice on getting about  \
                (disability, books advice-disability)

                """)
    }

    @Test("The whole tree can be drawn", arguments: [("dot", "digraph tree {\n"), ("mermaid", "flowchart LR\n")])
    func drawings(form: String, beginning: String) throws {
        let drawn = try fixture.call(["content", "tree", "--as", form])
        #expect(drawn.code == 0)
        #expect(drawn.output.hasPrefix(beginning))
        #expect(drawn.output.contains("\"start\""))
    }

    @Test("A question that does not exist is refused with the one that may be meant")
    func unknownQuestion() throws {
        #expect(
            try fixture.call(["content", "tree", "transport-kid"])
                == ProgramResult(
                    code: 64,
                    error: """
                        kartoitin: unknown question "transport-kid", did you mean \
                        "transport-kind"?

                        """))
        #expect(
            try fixture.call(["content", "try", "--from", "xyzzy"])
                == ProgramResult(
                    code: 64,
                    error: """
                        kartoitin: unknown --from "xyzzy"; see them all with: kartoitin content tree

                        """))
    }

    @Test("A form that does not exist is refused")
    func unknownForm() throws {
        #expect(
            try fixture.call(["content", "tree", "--as", "dott"])
                == ProgramResult(code: 64, error: "kartoitin: unknown --as \"dott\", did you mean \"dot\"?\n"))
    }

    @Test("Questions can be tried on a pipe, without a store")
    func tryOut() throws {
        let told = try fixture.call(["content", "try", "--from", "transport-kind"], input: "3\n0\n")
        #expect(told.code == 0)
        #expect(told.error.isEmpty)
        #expect(told.output.contains("  outcome        kela-benefits\n"))
        #expect(told.output.contains("Why\n  transport-kind=hospital  the arrow of hospital -> kela-benefits\n"))
        #expect(!FileManager.default.fileExists(atPath: fixture.store))
    }

    @Test("The same content twice has no differences")
    func same() throws {
        let folder = fixture.path("Content")
        let told = try fixture.call(["content", "diff", folder, folder])
        let expected = /nothing changed; of \d+ walks, 0 end elsewhere\n/
        #expect(told.code == 0)
        #expect(told.output.wholeMatch(of: expected) != nil)
        let csv = try fixture.call(["content", "diff", folder, folder, "--format", "csv"])
        #expect(csv == ProgramResult(code: 0, output: "change,subject,part,language,was,now,walks,example\n"))
    }

    @Test("Walks that end elsewhere are told with one of them, and texts with what they were")
    func differences() throws {
        let old = fixture.path("Content")
        let new = try changedCopy(
            "tree/disability.txt", "option shopping    -> transport-help", "option shopping    -> kela-benefits")
        let file = "\(new)/words/en/disability.txt"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("Where would you like to get to?", with: "Where to?")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let table = try fixture.call(["content", "diff", old, new])
        let expected = try Regex(
            #"""
            of \d+ walks, (\d+) end elsewhere
              \1: was outcome transport-help, now outcome kela-benefits
                for example topic=disability who=me disability-age=adult \#
            disability-need=moving transport-kind=shopping

            words
              en question transport-kind, ask
                was  Where would you like to get to\?
                now  Where to\?

            """#)
        #expect(table.output.wholeMatch(of: expected) != nil, "\(table.output)")
        let json = try fixture.call(["content", "diff", old, new, "--format", "json"]).json()
        #expect(Set(json.keys) == ["walks", "changedWalks", "changes"])
        let changes = try #require(json["changes"] as? [[String: Any]])
        #expect(changes.compactMap { $0["change"] as? String } == ["walks", "words"])
        let words: [String: Any] = [
            "change": "words", "subject": "question transport-kind", "part": "ask", "language": "en",
            "was": "Where would you like to get to?", "now": "Where to?",
        ]
        #expect(changes.last?.comparable == words.comparable)
        let csv = try fixture.call(["content", "diff", old, new, "--format", "csv"]).output.split(separator: "\n")
        #expect(csv.last == "words,question transport-kind,ask,en,Where would you like to get to?,Where to?,,")
    }

    @Test("A folder that cannot be compared is named")
    func notFound() throws {
        let nowhere = fixture.path("nowhere")
        #expect(
            try fixture.call(["content", "diff", fixture.path("Content"), nowhere])
                == ProgramResult(
                    code: 65, error: "kartoitin: there is no content in \(nowhere); name two content folders\n"))
        let broken = try changedCopy("tree/start.txt", "human talk ", "human talkk ")
        #expect(
            try fixture.call(["content", "diff", fixture.path("Content"), broken])
                == ProgramResult(
                    code: 65,
                    error: """
                        kartoitin: \(broken) has faults (1); fix them, see: kartoitin content check --content \
                        \(broken)

                        """))
        #expect(
            try fixture.call(["content", "diff", nowhere])
                == ProgramResult(
                    code: 64, error: "kartoitin: content diff needs NEW after it\(example(of: "content diff"))\n"))
    }
}
