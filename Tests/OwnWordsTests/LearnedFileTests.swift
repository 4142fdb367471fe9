import Foundation
import SocialServices
import Testing

@testable import OwnWords

@Suite("What was learned, as a file")
struct LearnedFileTests {
    private static let situations = [
        Situation(id: "money", group: .workingAge, option: "money"), Situation(id: "urgent", group: .urgent),
        Situation(id: "none", group: nil),
    ]
    private static let learned = SituationClassifier(
        learning: [
            [
                ExamplePhrase(situation: "money", text: "velat ja laskut"),
                ExamplePhrase(situation: "money", text: "vuokra on maksamatta"),
                ExamplePhrase(situation: "urgent", text: "mies hakkaa minua"),
                ExamplePhrase(situation: "none", text: "hauska sää tänään"),
            ]
        ], of: situations,
        dangerWords: DangerWords(
            signs: [DangerSign("kirve -puu"), DangerSign("ulkona pakkase", isForShortTexts: true)],
            cries: [DangerCry("apua|auttakaa nyt")], fillers: ["heti"], phrases: ["mies hakkaa minua"]),
        dangerLeads: [.finnish: DangerLeads(sure: 0.5, possible: -2)])
    private static let texts = [
        "velkoja ja vuokra", "mies hakkaa", "naapurilla on kirves", "auttakaa heti nyt", "MIES HAKKAA MINUA!",
        "hauska sää",
        "ulkona pakkasessa", "qwerty", "",
    ]

    @Test("A classifier from the file says the same of every text, to the last digit")
    func same() throws {
        let read = try #require(SituationClassifier(file: Self.learned.file, of: Self.situations))
        for text in Self.texts {
            #expect(read.match(text, in: .finnish) == Self.learned.match(text, in: .finnish))
            #expect(read.danger(in: text, language: .swedish) == Self.learned.danger(in: text, language: .swedish))
        }
        #expect(read.file == Self.learned.file)
    }

    @Test("The same phrases give the same file, byte for byte")
    func deterministic() {
        let phrases = (0..<50).map {
            ExamplePhrase(situation: $0 % 3 == 0 ? "urgent" : "money", text: "lause \($0) ja \($0 % 7)")
        }
        let files = (0..<2).map { _ in SituationClassifier(learning: [phrases], of: Self.situations).file }
        #expect(files[0] == files[1])
    }

    @Test("A file that is cut off anywhere is no file")
    func cutOff() {
        let file = Self.learned.file
        for length in stride(from: 0, to: file.count, by: 7) {
            #expect(SituationClassifier(file: file.prefix(length), of: Self.situations) == nil)
        }
    }

    @Test("A file in which bytes were changed is no file, or one that says something, and never a crash")
    func damaged() {
        let file = Self.learned.file
        for place in stride(from: 0, to: file.count, by: 5) {
            var damaged = file
            damaged[place] ^= 0xFF
            let read = SituationClassifier(file: damaged, of: Self.situations)
            for text in Self.texts { _ = read?.match(text, in: .finnish) }
        }
    }

    @Test("A file of other situations is not taken")
    func otherSituations() {
        let others = Self.situations.dropLast() + [Situation(id: "nothing", group: nil)]
        #expect(SituationClassifier(file: Self.learned.file, of: Array(others)) == nil)
        #expect(SituationClassifier(file: Self.learned.file, of: Array(Self.situations.dropLast())) == nil)
    }
}
