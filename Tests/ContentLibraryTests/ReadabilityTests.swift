import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Hints for plain language")
struct ReadabilityTests {
    private func hints(_ lines: String..., in language: Language = .english) -> [String] {
        Readability(language).hints(on: lines.enumerated().map { ($0.offset + 1, $0.element) })
            .map { "\($0.line): \($0.message)" }
    }

    private func words(_ count: Int) -> String { Array(repeating: "so", count: count).joined(separator: " ") }

    @Test("A word at the limit is no hint, one letter more is one")
    func word() {
        #expect(hints(String(repeating: "a", count: 15)).isEmpty)
        let long = String(repeating: "a", count: 16)
        #expect(hints("(\(long)).") == ["1: a word of 16 letters, more than 15: \"\(long)\""])
        #expect(
            hints("Here", "is \(long).") == [
                "2: a word of 16 letters, more than 15: \"\(long)\", in \"Here is \(long).\""
            ])
    }

    @Test("Finnish and Swedish have limits of their own")
    func languages() {
        let word = String(repeating: "ä", count: 19)
        #expect(hints(word, in: .finnish).isEmpty)
        #expect(hints(word, in: .swedish).count == 1)
        #expect(hints(words(15), in: .finnish).count == 1)
        #expect(hints(words(18), in: .swedish).isEmpty)
    }

    @Test("The parts of a word with a hyphen count by themselves, as do those of an address")
    func parts() {
        let part = String(repeating: "a", count: 12)
        #expect(hints("\(part)-\(part) www.\(part).\(part)").isEmpty)
    }

    @Test("A sentence is told at the line where it begins, shortened")
    func sentence() {
        #expect(hints(words(20) + ".").isEmpty)
        #expect(
            hints("Well.", "So " + words(10), words(10) + ".")
                == [#"2: a sentence of 21 words, more than 20: "So so so so so so so so …""#])
    }

    @Test("A sentence ends at its mark, before a quotation mark too, and not before a small letter")
    func ends() {
        let half = "So " + words(14)
        #expect(hints("\(half)? \(half)! \(half).\u{201D} \(half)").isEmpty)
        #expect(hints("\(half) etc. \(words(10))").count == 1)
    }
}
