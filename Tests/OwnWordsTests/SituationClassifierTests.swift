import OwnWords
import SocialServices
import Testing

@Suite("What a person's own words sound like")
struct SituationClassifierTests {
    private let matcher = SituationClassifier(
        learning: [
            Self.phrases(
                "family", "vauva valvottaa enkä jaksa", "lapsi ei nuku", "väsynyt äiti", "uhmaikäinen raivoaa",
                "koliikki"),
            Self.phrases("money", "rahat ei riitä", "velat ja laskut", "vuokra on maksamatta", "ulosotto vie palkan"),
            Self.phrases(
                "urgent", "mies hakkaa", "en halua enää elää", "lapsi on kadonnut", "ei yöpaikkaa ja pakkasta"),
        ],
        of: [
            Situation(id: "family", group: .families, option: "family"),
            Situation(id: "money", group: .workingAge, option: "money"),
            Situation(id: "coping", group: .workingAge, option: "coping"),
            Situation(id: "urgent", group: .urgent),
        ], dangerWords: DangerWords(signs: [DangerSign("kirve")]))

    @Test("Words like those of a situation put it first, and are shown")
    func ranking() {
        let match = matcher.match("Vauva on valvottanut, olen niin väsynyt", in: .finnish)
        #expect(match.ranked.first?.situation.id == "family")
        #expect(match.ranked.first?.because.contains("väsynyt") == true)
        #expect(!match.isUrgent)
        #expect(match.isUnderstood)
    }

    @Test("Typing errors, other endings and missing dots do not hide what is meant")
    func errors() {
        for text in ["vavua valvotta enka jaksaa", "VELKOJA JA LASKUJA", "en jaksanu vauvan valvottamista"] {
            let first = matcher.match(text, in: .finnish).ranked.first?.situation.id
            #expect(first == (text.hasPrefix("VELK") ? "money" : "family"), "\(text)")
        }
    }

    @Test("Scores are shares of one, best first")
    func scores() {
        let scores = matcher.match("laskut ja vuokra", in: .finnish).ranked.map(\.score)
        #expect(scores == scores.sorted(by: >))
        #expect(abs(scores.reduce(0, +) - 1) < 1e-9)
    }

    @Test("Each group of outcomes stands once, with the score of all its situations")
    func groups() {
        let match = matcher.match("laskut ja vuokra", in: .finnish)
        #expect(match.groups.map(\.situation.group).count == 3)
        #expect(match.groups.first?.situation.id == "money")
        let working = match.ranked.filter { $0.situation.group == .workingAge }.map(\.score).reduce(0, +)
        #expect(match.groups.first?.score == working)
    }

    @Test("Danger that is ahead is told, and so is a sign of it in words about something else")
    func danger() {
        #expect(matcher.match("mies hakkaa minua", in: .finnish).isUrgent)
        let sign = matcher.match("laskut ja velat, ja naapurilla on kirves", in: .finnish)
        #expect(sign.isUrgent)
        #expect(sign.suggestions.first?.id == "money")
        #expect(sign.groups.first?.group == .urgent)
    }

    @Test("How far danger must be ahead is a matter of the language")
    func leads() {
        let text = "lapsi ei nuku, rahat ei riitä"
        let bold = SituationClassifier(
            learning: [Self.phrases("family", "lapsi ei nuku"), Self.phrases("urgent", "lapsi kadonnut")],
            of: matcher.situations,
            dangerLeads: [
                .finnish: DangerLeads(sure: -100, possible: -100), .swedish: DangerLeads(sure: 100, possible: 100),
            ])
        #expect(bold.match(text, in: .finnish).isUrgent)
        #expect(!bold.match("lapsi on nyt kadonnut taas", in: .swedish).isUrgent)
        #expect(bold.match("lapsi on nyt kadonnut taas", in: .english).isUrgent)
    }

    @Test("Of few words more is asked, and one or two ring only by themselves")
    func fewWords() {
        let timid = SituationClassifier(
            learning: [
                Self.phrases("family", "lapsi ei nuku yöllä"), Self.phrases("urgent", "lapsi kadonnut metsään yöllä"),
            ],
            of: matcher.situations, dangerLeads: [.finnish: DangerLeads(sure: -100, possible: -100)])
        #expect(!timid.match("kadonnut metsään", in: .finnish).isUrgent)
        #expect(timid.match("kadonnut metsään yöllä", in: .finnish).isUrgent)
        #expect(!timid.match("lapsi ei nuku", in: .finnish).isUrgent)
        #expect(timid.match("lapsi ei nuku yöllä eikä päivällä", in: .finnish).isUrgent)
    }

    @Test(
        "What says nothing is not understood, and no danger",
        arguments: ["", " ", "x", "å", "12345", "😀", "\u{0}\u{1B}[2J\u{7}", "?!…", "qwzxqwzx"])
    func nothing(text: String) {
        let match = matcher.match(text, in: .finnish)
        #expect(!match.isUnderstood)
        #expect(!match.isUrgent)
        #expect(match.ranked.count == 4)
        #expect(match.ranked.allSatisfy { $0.score == 0.25 && $0.because.isEmpty })
    }

    @Test("Ten thousand words are matched like ten")
    func long() {
        let text = String(repeating: "velat ja laskut ", count: 3_334)
        #expect(matcher.match(text, in: .finnish).ranked.first?.situation.id == "money")
    }

    @Test("Control bytes and emoji between the words change nothing")
    func controls() {
        let plain = matcher.match("velat ja laskut", in: .finnish)
        let dirty = matcher.match("velat\u{1B}\u{7} 😀 ja\u{0}laskut", in: .finnish)
        #expect(dirty.ranked.map(\.score) == plain.ranked.map(\.score))
    }

    @Test("A matcher that has learned nothing suggests nothing")
    func unlearned() {
        let empty = SituationClassifier(learning: [], of: matcher.situations)
        let match = empty.match("vauva valvottaa", in: .finnish)
        #expect(!match.isUnderstood)
        #expect(match.ranked.map(\.score) == [0.25, 0.25, 0.25, 0.25])
        #expect(SituationClassifier(learning: [], of: []).match("vauva", in: .finnish).ranked.isEmpty)
    }

    @Test("A situation with many phrases is not suggested more often for that")
    func balance() {
        let many = (0..<60).map { ExamplePhrase(situation: "money", text: "lasku numero \($0) ja apua") }
        let few = (0..<12).map { ExamplePhrase(situation: "family", text: "koliikki numero \($0) ja apua") }
        let matcher = SituationClassifier(learning: [many + few], of: matcher.situations)
        let shares = matcher.match("apua", in: .finnish).ranked
        let money = shares.first { $0.situation.id == "money" }?.score ?? 0
        let family = shares.first { $0.situation.id == "family" }?.score ?? 0
        #expect(family > money / 3)
    }

    private static func phrases(_ situation: String, _ texts: String...) -> [ExamplePhrase] {
        texts.map { ExamplePhrase(situation: situation, text: $0) }
    }
}
