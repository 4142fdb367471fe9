import Foundation
import Testing

@Suite("kartoitin match")
struct MatchTests {
    private let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    private struct Row: Decodable, Equatable {
        struct Candidate: Decodable, Equatable {
            let outcome: String
            let question: String
            let score: Double
            let because: [String]
        }

        let text: String
        let language: String
        let urgent: Bool
        let possible: Bool
        let candidates: [Candidate]
    }

    private func match(_ lines: [String], language: String) throws -> [Row] {
        let input = lines.joined(separator: "\n") + "\n"
        let ended = try fixture.run(["match", "--language", language, "--format", "json"], input: input)
        #expect(ended.code == 0)
        #expect(ended.error == "")
        return try ended.output.split(separator: "\n").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
    }

    @Test("Each line gets one object: every outcome once, best first, with the question to go on from")
    func shape() throws {
        let rows = try match(["vauva valvottaa enkä jaksa enää", "mies hakkaa minua nyt"], language: "fi")
        try #require(rows.count == 2)
        #expect(rows.map(\.text) == ["vauva valvottaa enkä jaksa enää", "mies hakkaa minua nyt"])
        #expect(rows.map(\.language) == ["fi", "fi"])
        #expect(rows.map(\.urgent) == [false, true])
        #expect(rows.map(\.possible) == [false, false])
        #expect(rows.map { $0.candidates.first?.outcome } == ["families", "urgent"])
        #expect(rows.map { $0.candidates.first?.question } == ["family-need", "urgent-need"])
        for row in rows {
            #expect(Set(row.candidates.map(\.outcome)).count == 7)
            #expect(row.candidates.map(\.score) == row.candidates.map(\.score).sorted(by: >))
            #expect(row.candidates[0].because.allSatisfy { row.text.contains($0) })
        }
        #expect(rows[0].candidates[0].because.joined(separator: " ").contains("vauva"))
    }

    @Test(
        "Each outcome is found in each language",
        arguments: [
            ("fi", ["rahat ei riitä vuokraan", "haluan sopia elatusmaksusta", "tarvitsen henkilökohtaista apua"]),
            (
                "sv",
                [
                    "pengarna räcker inte till hyran", "vi vill avtala om underhållsbidrag",
                    "jag behöver personlig assistans",
                ]
            ),
            (
                "en",
                [
                    "I can't pay my rent", "child maintenance agreement",
                    "I need a personal assistant, I use a wheelchair",
                ]
            ),
        ])
    func languages(language: String, lines: [String]) throws {
        let first = try match(lines, language: language).map { $0.candidates.first?.outcome }
        #expect(first == ["working-age", "family-law", "disability"])
    }

    @Test("Another language than said is understood too")
    func anotherLanguage() throws {
        #expect(
            try match(["pengarna räcker inte till hyran"], language: "fi")[0].candidates[0].outcome == "working-age")
    }

    @Test(
        "What says nothing gets no reason, and no danger",
        arguments: ["", "x", "12345 678", "😀😀", "\u{1}\u{1B}[31m\u{7}", "???"])
    func nothing(line: String) throws {
        let row = try #require(try match([line], language: "en").first)
        #expect(!row.urgent)
        #expect(row.candidates.count == 7)
        #expect(row.candidates.allSatisfy { $0.because.isEmpty })
    }

    @Test("Ten thousand words on one line are one object")
    func long() throws {
        let rows = try match([String(repeating: "skulder och hyra ", count: 3_334)], language: "sv")
        #expect(rows.map { $0.candidates.first?.outcome } == ["working-age"])
    }

    @Test("As a table it is for people, and as CSV a row for each candidate")
    func formats() throws {
        let table = try fixture.run(["match"], input: "mies hakkaa minua nyt\n").output
        #expect(table.hasPrefix("! mies hakkaa minua nyt\n  "))
        #expect(table.contains("urgent -> urgent-need"))
        let csv = try fixture.run(["match", "--format", "csv"], input: "velat\n").output.split(separator: "\n")
        #expect(csv.first == "text,urgent,possible,outcome,question,score,because")
        #expect(csv.count == 8)
    }

    @Test("Content without situations says what is missing")
    func noSituations() throws {
        let bare = try CommandFixture(languages: ["en"])
        let ended = try bare.run(["match"], input: "debts\n")
        #expect(ended.code == 65)
        #expect(
            ended.error
                == "kartoitin: the content has no situations to compare with; add them to tree/ and situations/\n")
    }
}
