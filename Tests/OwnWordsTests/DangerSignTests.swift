import OwnWords
import Testing

@Suite("Signs of danger")
struct DangerSignTests {
    private func sign(_ words: String, isIn text: String) -> Bool {
        DangerWords(signs: [DangerSign(words)]).danger(in: text) != nil
    }

    @Test("All beginnings must be there, in any order and case")
    func beginnings() {
        #expect(sign("tappa its", isIn: "ITSENI mie tapan... tappaisin"))
        #expect(!sign("tappa its", isIn: "tappaisin sen"))
        #expect(!sign("tappa", isIn: "etappa"))
    }

    @Test("An exclamation mark asks for the whole word")
    func wholeWord() {
        #expect(sign("hot!", isIn: "hot mot mig"))
        #expect(!sign("hot!", isIn: "hotellet"))
    }

    @Test("Dots and accents make no difference in a sign either")
    func folding() { #expect(sign("lyö nyt!", isIn: "nyt se lyo minua")) }

    @Test("A sign without a letter is in no text", arguments: ["", " ", "!!"])
    func empty(words: String) { #expect(!sign(words, isIn: "anything")) }
}
