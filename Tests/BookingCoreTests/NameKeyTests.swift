import BookingCore
import Testing

@Suite("Names as they are searched for")
struct NameKeyTests {
    @Test("What people hear or write in several ways is one word")
    func folded() {
        #expect(NameKey("Wäinö  Kåre-Holm").words == ["vaino", "kore", "holm"])
        #expect(NameKey("Virttanen").words == NameKey("wirtanen").words)
        #expect(NameKey("O’Brien 2").words == ["obrien"])
        #expect(NameKey(" - ").words.isEmpty)
        #expect(NameKey.indexed("Åke Holm") == ["ake", "holm", "oke"])
    }

    @Test(
        "One letter may be wrong, missing, too many, or have changed places with the next",
        arguments: [
            ("kalle", "kalle", true), ("salo", "solo", true), ("salo", "slo", true), ("salo", "saloa", true),
            ("salo", "aslo", true), ("salo", "saol", true), ("salo", "alos", false), ("salo", "sal", true),
            ("salo", "kilo", false), ("salo", "sa", false), ("virtanen", "virtaen", true), ("aho", "ahoki", false),
        ])
    func near(word: String, other: String, isNear: Bool) {
        #expect(NameKey.isNear(word, other) == isNear)
        #expect(NameKey.isNear(other, word) == isNear)
    }

    @Test(
        "All that a word is near to can be listed; of a very long one, a very short one and of other letters nothing is"
    )
    func misspellings() throws {
        let words = [
            "salo", "solo", "alo", "saloa", "aslo", "kilo", "sal", "salko", "sæalo", "so", "saalo", "salom", "sola",
        ]
        let listed = try #require(NameKey.misspellings(of: "salo"))
        for word in words { #expect(listed.contains(word) == NameKey.isNear("salo", word), "\(word)") }
        #expect(listed.allSatisfy { NameKey.isNear("salo", $0) })
        // Each of 36 letters for one of four, or at one of five places; one left out of four; two changed three times.
        #expect(listed.count == 1 + 4 * 35 + (5 * 36 - 4) + 4 + 3)
        for other in ["aho", "esimerkillinen", "анна", "sal2"] { #expect(NameKey.misspellings(of: other) == nil) }
    }
}
