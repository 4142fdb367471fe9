import BookingCore
import SocialServices
import Testing

@Suite("The word of a client without a phone")
struct ChosenWordTests {
    private struct Hasher: WordHasher {
        func newSalt() -> String? { "salt" }
        func hash(_ word: String, salt: String) -> String? { "\(salt)/\(word)" }
    }

    @Test(
        "Capitals, accents, spaces and hyphens make no other word", arguments: ["Äiti-Örö", " äiti örö ", "AITIORO"])
    func same(typed: String) throws {
        #expect(ChosenWord(typed)?.kept(by: Hasher())?.hash == "salt/aitioro")
        #expect(ChosenWord(typed) == ChosenWord("äitiörö"))
        #expect(ChosenWord("a\u{308}itio\u{308}ro\u{308}") == ChosenWord("äitiörö"))
    }

    @Test(
        "It has 3 to 30 letters and nothing else", arguments: ["", "ab", "a b", "musti2", "musti!", "040 123 4567"])
    func faulty(typed: String) {
        #expect(ChosenWord(typed) == nil)
    }

    @Test("Letters of any script are letters, and 30 are the most")
    func length() {
        #expect(ChosenWord("кот") != nil)
        #expect(ChosenWord(String(repeating: "a", count: 30)) != nil)
        #expect(ChosenWord(String(repeating: "a", count: 31)) == nil)
    }

    @Test("Two clients without a number are never taken for one; a name is the same in capitals")
    func sameClient() throws {
        let phone = try PhoneNumber(typed: "040 123 4567")
        let maija = Client(name: "Maija Meikäläinen", phone: phone, language: .finnish)
        #expect(maija.isSame(as: Client(name: " MAIJA  meikäläinen", phone: phone, language: .finnish)))
        let without = Client(name: "Maija Meikäläinen", phone: nil, language: .finnish)
        #expect(!without.isSame(as: without))
        #expect(!without.isSame(as: maija))
        #expect(without.nameKey == "maija meikäläinen")
    }
}
