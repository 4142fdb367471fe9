import SocialServices
import Testing

@testable import OwnWords

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

    @Test("A sign in a long text that is about something else is only possible")
    func secondLook() {
        let leads = DangerLeads(sure: 0, possible: -0.5)
        let matcher = SituationClassifier(
            learning: [
                Self.phrases("money", "laskut ja velat painavat", "vuokra on maksamatta ja laskut ja velat"),
                Self.phrases("urgent", "naapuri uhkaa kirveellä", "mies uhkaa tappaa"),
            ], of: matcher.situations, dangerWords: DangerWords(signs: [DangerSign("kirve")]),
            dangerLeads: [.finnish: leads])
        let about = "laskut ja velat painavat, vuokra on maksamatta, ostin vielä kirveen velaksi"
        #expect(matcher.match(about, in: .finnish).mayBeUrgent)
        #expect(!matcher.match(about, in: .finnish).isUrgent)
        #expect(matcher.danger(in: about, language: .finnish) == nil)
        // Of few words a sign is always sure, and of many where the rest sounds like danger too.
        #expect(matcher.match("velat ja kirves", in: .finnish).isUrgent)
        let threat = "naapuri tuli taas rappuun ja uhkaa kirveellä ja mies uhkaa tappaa minut"
        #expect(matcher.match(threat, in: .finnish).isUrgent)
    }

    @Test("Danger that is behind what is sure and ahead of what is possible is told in one line")
    func possible() {
        let phrases = [
            Self.phrases("family", "lapsi ei nuku yöllä eikä päivällä", "lapsi raivoaa"),
            Self.phrases("urgent", "lapsi on kadonnut metsään yöllä"),
        ]
        let matcher = SituationClassifier(
            learning: phrases, of: matcher.situations,
            dangerLeads: [.finnish: DangerLeads(sure: 100, possible: -100)])
        let match = matcher.match("lapsi ei nuku yöllä enää ollenkaan", in: .finnish)
        #expect(match.alarm == .possible)
        #expect(match.suggestions.first?.id == "family")
        #expect(!match.suggestions.contains { $0.isDanger })
    }

    @Test("Three are suggested where the first is sure, else four; danger and what is no matter are none of them")
    func suggestions() {
        let situations =
            ["a", "b", "c", "d", "e"].map { Situation(id: $0, group: .families, option: $0) }
            + [Situation(id: "urgent", group: .urgent), Situation(id: "none", group: nil)]
        func match(_ shares: [Double]) -> [String] {
            let ranked = zip(situations, shares).map {
                SituationMatch.Ranked(situation: $0, score: $1, because: [])
            }.sorted { $0.score > $1.score }
            return SituationMatch(
                ranked: ranked, dangerLead: 0, dangerWords: nil, alarm: .none, isUnderstood: true
            ).suggestions.map(\.id)
        }
        #expect(match([0.8, 0.02, 0.01, 0.005, 0.005, 0.1, 0.06]) == ["a", "b", "c"])
        #expect(match([0.3, 0.2, 0.1, 0.05, 0.04, 0.2, 0.11]) == ["a", "b", "c", "d"])
        #expect(match([0.1, 0.02, 0.01, 0.01, 0.01, 0.75, 0.1]) == ["a", "b", "c", "d"])
    }

    @Test("What is no matter at all suggests nothing; where it is not sure, there is a list")
    func noMatter() {
        let situations = [
            Situation(id: "money", group: .workingAge, option: "money"), Situation(id: "none", group: nil),
        ]
        let matcher = SituationClassifier(
            learning: [
                Self.phrases("money", "rahat ei riitä", "velat ja laskut", "ulosotto vie palkan")
                    + Self.phrases("none", "hei vaan", "onpa hieno kone", "testaan näitä nappuloita")
            ], of: situations)
        #expect(!matcher.match("onpa hieno kone testaan näitä nappuloita", in: .finnish).isUnderstood)
        #expect(matcher.match("hei, rahat ei riitä ja velat", in: .finnish).isUnderstood)
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

    @Test("In counting, a situation with many phrases is not suggested more often for that")
    func balance() {
        let many = (0..<300).map { ExamplePhrase(situation: "money", text: "lasku numero \($0) ja apua") }
        let matcher = SituationClassifier(
            learning: [many + Self.phrases("family", "koliikki ja apua", "imetys ja apua")], of: matcher.situations,
            by: .counting)
        let shares = matcher.match("apua", in: .finnish).ranked
        let money = shares.first { $0.situation.id == "money" }?.score ?? 0
        let family = shares.first { $0.situation.id == "family" }?.score ?? 0
        #expect(family > money / 3)
    }

    @Test("A situation with few phrases is found among many of another")
    func fewPhrases() {
        let many = (0..<300).map { ExamplePhrase(situation: "money", text: "lasku numero \($0) ja apua") }
        let few = Self.phrases("family", "koliikki ja apua", "vauva itkee ja apua", "imetys ja apua")
        let matcher = SituationClassifier(learning: [many + few], of: matcher.situations)
        for text in ["vauva ja koliikki", "apua imetykseen", "vauvalle apua"] {
            #expect(matcher.match(text, in: .finnish).ranked.first?.situation.id == "family", "\(text)")
        }
    }

    private static func phrases(_ situation: String, _ texts: String...) -> [ExamplePhrase] {
        texts.map { ExamplePhrase(situation: situation, text: $0) }
    }
}
