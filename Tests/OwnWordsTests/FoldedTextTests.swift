import Testing

@testable import OwnWords

@Suite("A text as it is compared")
struct FoldedTextTests {
    private func words(_ text: String) -> [String] {
        let folded = FoldedText(text)
        return folded.words.map { String(decoding: folded.bytes[$0.folded], as: UTF8.self) }
    }

    @Test("Case, dots and accents make no difference, however they are typed")
    func folding() {
        #expect(words("ÄITI äiti aiti a\u{308}iti") == ["aiti", "aiti", "aiti", "aiti"])
        #expect(words("Åsa Öberg éric Žižek") == ["asa", "oberg", "eric", "zizek"])
    }

    @Test("Anything but letters and digits parts words")
    func breaks() {
        #expect(
            words("en-jaksa,enää…  😀 2 kk\u{1B}[31m\u{0}nyt\u{7F}") == [
                "en", "jaksa", "enaa", "2", "kk", "31m", "nyt",
            ])
        #expect(words("").isEmpty)
        #expect(words(" \t😀!?").isEmpty)
    }

    @Test("Letters of other alphabets are words too, in small letters")
    func otherAlphabets() {
        #expect(words("ПОМОГИТЕ мне") == ["помогите", "мне"])
        #expect(words("ساعدني") == ["ساعدني"])
    }

    @Test("A word knows where it stood")
    func sources() {
        let text = "Äiti, väsynyt äiti"
        let folded = FoldedText(text)
        let sources = folded.words.map { word in
            String(decoding: Array(text.utf8)[word.source], as: UTF8.self)
        }
        #expect(sources == ["Äiti", "väsynyt", "äiti"])
    }

    @Test("Numbers and single letters tell nothing")
    func telling() {
        #expect(!FoldedText("12345 67").hasTellingWord)
        #expect(!FoldedText("x y å").hasTellingWord)
        #expect(FoldedText("apu").hasTellingWord)
    }
}
