import Foundation
import Testing

@Suite("content paths")
struct ContentPathsTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    private func outcomes() throws -> [[String: Any]] {
        let all = try fixture.call(["content", "paths", "--format", "json"]).json()
        return try #require(all["outcomes"] as? [[String: Any]])
    }

    @Test("The walks to all outcomes together are the paths that the check counts")
    func counted() throws {
        let checked = try fixture.call(["content", "check", "--quiet", "--format", "json"]).json()
        let rows = try outcomes()
        #expect(rows.compactMap { $0["walks"] as? Int }.reduce(0, +) == checked["paths"] as? Int)
        #expect(rows.compactMap { $0["longest"] as? Int }.max() == checked["longestPath"] as? Int)
        for row in rows {
            let example = try #require(row["example"] as? [[String: Any]])
            #expect(example.count == row["shortest"] as? Int)
            #expect(example.first?["question"] as? String == row["from"] as? String)
        }
    }

    @Test("As of a day, each outcome says what clients can book, by which ways and where, and when more opens")
    func opened() throws {
        let content = try fixture.copyContent(["en"])
        fixture.environment["KARTOITIN_CONTENT"] = content.path
        try fixture.writeOpenings(
            ["opens 2026-11-02", "  method phone", "opens 2027-02-01", "  method office", "  municipality 167"],
            to: content)
        func row(on day: String, _ outcome: String = "home-help") throws -> String {
            try fixture.call(["content", "paths", "--on", day, "--to", outcome, "--format", "csv"]).output
        }
        let head = "outcome,from,walks,books,open,opens\nhome-help,topic,"
        #expect(try row(on: "2026-11-01").hasSuffix(",advice-families,,2026-11-02\n"))
        #expect(try row(on: "2026-11-02").hasSuffix(",advice-families,phone,2027-02-01\n"))
        #expect(try row(on: "2027-02-01").hasSuffix(",advice-families,\"phone, office (167)\",\n"))
        #expect(try row(on: "2027-02-01").hasPrefix(head))
        #expect(try row(on: "2027-02-01", "early-education").contains("early-education,topic,"))
        let both = try fixture.call(["content", "paths", "--on", "2027-02-01", "--to", "home-help", "--limit", "1"])
        #expect(both.error == "kartoitin: --on and --limit do not go together; give one\n" && both.code == 64)
    }

    @Test("Every example walk ends at its outcome when the kiosk is answered so")
    func walked() throws {
        let row = try #require(try outcomes().first { $0["outcome"] as? String == "early-education" })
        let example = try #require(row["example"] as? [[String: Any]])
        #expect(example.map { $0["options"] as? [String] } == [["other"], ["day-care"]])
        let list = try fixture.call([
            "content", "paths", "--to", "early-education", "--limit", "9", "--format", "csv",
        ])
        #expect(list == ProgramResult(code: 0, output: "questions,walk\n2,topic=other other-need=day-care\n"))
        try fixture.makeStore()
        let visit = try fixture.call(["kiosk", "--language", "en"], input: "other\nday-care\n")
        let words = try String(contentsOfFile: KartoitinProgram.content + "/words/en/elsewhere.txt", encoding: .utf8)
        let title = try #require(words.firstMatch(of: /early-education\n  title +(.+)\n/)?.1)
        #expect(visit.output.contains(title))
    }

    @Test("One outcome, and the first walks to it")
    func one() throws {
        let table = try fixture.call(["content", "paths", "--to", "home-help"])
        #expect(table.output.split(separator: "\n").count == 2)
        let list = try fixture.call(["content", "paths", "--to", "home-help", "--limit", "3", "--format", "json"])
            .json()
        #expect(Set(list.keys) == ["outcome", "from", "walks", "listed"])
        #expect((list["listed"] as? [Any])?.count == 3)
        let lines = try fixture.call(["content", "paths", "--to", "home-help", "--limit", "3"]).output
        #expect(lines.split(separator: "\n").count == 4)
    }

    @Test("An outcome that does not exist is told with what was meant, and a limit needs an outcome")
    func faults() throws {
        #expect(
            try fixture.call(["content", "paths", "--to", "home-hepl"])
                == ProgramResult(
                    code: 64,
                    error: "kartoitin: unknown --to \"home-hepl\", did you mean \"home-help\"?; "
                        + "see them all with: kartoitin content paths\n"))
        #expect(
            try fixture.call(["content", "paths", "--limit", "3"])
                == ProgramResult(code: 64, error: "kartoitin: --limit needs --to OUTCOME beside it\n"))
    }
}
