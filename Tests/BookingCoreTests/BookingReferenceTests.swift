import Testing

@testable import BookingCore

/// Draws the same numbers for the same seed (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("A booking's reference")
struct BookingReferenceTests {
    @Test("Its alphabet has nothing that looks or sounds like something else")
    func alphabet() {
        #expect(String(spokenAlphabet) == "23456789AEFHJKLMNPRSTVXY")
        #expect(!spokenAlphabet.contains { "0O1IUBDGCQWZ".contains($0) })
    }

    @Test(
        "It is read as people say and type it",
        arguments: [
            "K7PF-3M2R", "K7PF3M2R", "k7pf-3m2r", "k7pf 3m2r", "K 7 P F 3 M 2 R", "  K7PF-3M2R  ",
            "K7PF\u{2013}3M2R", "K7PF - 3M2R", "k-7-p-f-3-m-2-r", "K7PF\u{A0}3M2R", "K7PF-3M2R\n",
        ])
    func typed(reference: String) {
        #expect(BookingReference(typed: reference)?.characters == "K7PF3M2R")
    }

    @Test("It is shown in two groups of four, and that can be typed in again")
    func grouped() throws {
        let reference = try #require(BookingReference(typed: "k7pf3m2r"))
        #expect(reference.grouped == "K7PF-3M2R")
        #expect(BookingReference(typed: reference.grouped) == reference)
    }

    @Test(
        "Too few, too many and strange characters are no reference",
        arguments: [
            "", " ", "----", "K7PF-3M2", "K7PF-3M2RR", "K7PF_3M2R", "K7PF.3M2R", "K7PF-3M2Ä", "K7PF-3M2R!",
            "\u{FF2B}7PF-3M2R",  // full-width K
            "K7PF-3M2R\u{0301}", "K7PF-3M2\u{0422}",  // Cyrillic Т
        ])
    func refused(typed: String) {
        #expect(BookingReference(typed: typed) == nil)
    }

    @Test("A character that is left out is refused", arguments: Array("0O1IUBDGCQWZoiu"))
    func leftOut(character: Character) {
        #expect(BookingReference(typed: "K7PF-3M2" + String(character)) == nil)
    }

    @Test("A random one can be typed in again, and 10,000 of them use the whole alphabet")
    func random() {
        var generator = SeededGenerator(seed: 1)
        let drawn = (0..<10_000).map { _ in BookingReference.random(using: &generator) }
        #expect(drawn.allSatisfy { BookingReference(typed: $0.characters) == $0 })
        #expect(Set(drawn).count == 10_000)
        #expect(Set(drawn.flatMap(\.characters)) == Set(spokenAlphabet))
    }

    @Test("The same seed draws the same reference, another seed another one")
    func seeded() {
        var first = SeededGenerator(seed: 7)
        var second = SeededGenerator(seed: 7)
        var other = SeededGenerator(seed: 8)
        let reference = BookingReference.random(using: &first)
        #expect(BookingReference.random(using: &second) == reference)
        #expect(BookingReference.random(using: &other) != reference)
        #expect(BookingReference.random(using: &first) != reference)
    }
}
