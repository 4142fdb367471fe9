import OwnWords
import SocialServices
import Testing

@Suite("Words that ring by themselves")
struct DangerWordsTests {
    private func pieces(_ words: DangerWords, _ text: String) -> [String]? { words.danger(in: text)?.words }

    private let cries = DangerWords(
        cries: [
            DangerCry("apua"), DangerCry("pelottaa|pelkään"), DangerCry("mies|isä lyö*"),
            DangerCry("dont want to live"),
            DangerCry("auta"),
        ], fillers: ["nyt heti", "auta minua please"])

    @Test(
        "A cry is the whole text, but for fillers",
        arguments: [
            "apua", "APUA!!! nyt heti", "auta apua", "Pelkaan", "mies lyö minua", "isä minua lyödä nyt", "auta nyt",
        ])
    func cry(text: String) { #expect(cries.danger(in: text) != nil) }

    @Test(
        "A text with other words is no cry",
        arguments: [
            "apua kotiin", "pelottaa hammaslääkäri", "lyö mies", "mies ei lyö", "nyt heti", "minua", "", "?!",
        ])
    func noCry(text: String) { #expect(cries.danger(in: text) == nil) }

    @Test(
        "An apostrophe and letters held down make no difference",
        arguments: ["I don't want to live", "apuaaaaa", "APUAAA"])
    func typing(text: String) {
        let words = DangerWords(cries: [DangerCry("i dont want to live"), DangerCry("apua")])
        #expect(words.danger(in: text) != nil)
    }

    @Test("A sign may have several words for one, and words that make it none")
    func alternatives() {
        let words = DangerWords(signs: [DangerSign("lyö|hakka minua!|mua! -ei!|eikä!")])
        #expect(pieces(words, "se hakkaa mua ja juo") == ["hakkaa mua"])
        #expect(pieces(words, "mua se taas lyö") == ["mua", "lyö"])
        #expect(pieces(words, "mies ei lyö minua") == nil)
        #expect(pieces(words, "mies ei juo vaan lyö minua") != nil)
        #expect(pieces(words, "hakkaa puita") == nil)
    }

    @Test("The words of a sign stand near each other")
    func reach() {
        let words = DangerWords(signs: [DangerSign("knife kill")])
        #expect(pieces(words, "knife one two three four five kill") != nil)
        #expect(pieces(words, "knife one two three four five six kill") == nil)
        #expect(pieces(words, "knife one two three four five six kill one knife") == ["kill", "knife"])
    }

    @Test("A sign of short texts is none in a long one")
    func short() {
        let words = DangerWords(signs: [DangerSign("ulkona pakkase", isForShortTexts: true)])
        #expect(pieces(words, "olen ulkona pakkasessa") != nil)
        #expect(pieces(words, "lapset leikkivät ulkona pakkasessa kaksi tuntia ja tulivat sisään") == nil)
    }

    @Test("A learned phrase of danger rings as a whole, whatever its signs and letters")
    func phrases() {
        let words = DangerWords(phrases: ["En halua enää elää.", "OD"])
        #expect(pieces(words, "en halua ENAA elaa") == ["en halua ENAA elaa"])
        #expect(pieces(words, "od!") == ["od"])
        #expect(pieces(words, "en halua enää elää yksin") == nil)
    }

    @Test("Ten thousand words are looked through like ten")
    func long() {
        #expect(cries.danger(in: String(repeating: "minua nyt ", count: 5_000)) == nil)
        let words = DangerWords(signs: [DangerSign("velat kirve")])
        #expect(words.danger(in: String(repeating: "velat ja laskut ", count: 3_334) + "kirves velat") != nil)
    }

    @Test("What a match calls urgent is what danger hears")
    func oneRule() {
        let matcher = SituationClassifier(
            learning: [[ExamplePhrase(situation: "urgent", text: "mies hakkaa")]],
            of: [Situation(id: "urgent", group: .urgent)], dangerWords: cries)
        for text in ["apua", "apua kotiin", "mies hakkaa minua taas kotona", "", "laskut"] {
            let match = matcher.match(text, in: .finnish)
            #expect(match.danger == matcher.danger(in: text, language: .finnish))
            #expect(match.isUrgent == (match.danger != nil))
        }
    }
}
