import Testing

@testable import ContentLibrary

@Suite("\"Did you mean\"")
struct DidYouMeanTests {
    @Test(
        "The distance counts letters put in, left out, exchanged, and neighbours swapped",
        arguments: [
            ("", "", 0), ("option", "option", 0), ("optoin", "option", 1), ("optin", "option", 1),
            ("optionn", "option", 1), ("aption", "option", 1), ("", "abc", 3), ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("ca", "abc", 3), ("Option", "oPTION", 0), ("aäö", "aöä", 1),
        ])
    func distance(left: String, right: String, expected: Int) {
        #expect(DidYouMean.distance(left, right) == expected)
        #expect(DidYouMean.distance(right, left) == expected)
    }

    @Test("The nearest word is suggested")
    func nearest() {
        #expect(DidYouMean.nearest(to: "optoin", among: ["kind", "option", "then"]) == "option")
        #expect(DidYouMean.nearest(to: "contakt", among: ["contract", "contact"]) == "contact")
    }

    @Test("Of equally near words the first in the alphabet is suggested")
    func tie() {
        #expect(DidYouMean.nearest(to: "bat", among: ["cat", "bar", "hat"]) == "bar")
    }

    @Test("A word may be a third of its length away, a short one a single letter")
    func limit() {
        #expect(DidYouMean.nearest(to: "abcdef", among: ["abcdxy"]) == "abcdxy")
        #expect(DidYouMean.nearest(to: "abcdef", among: ["abcxyz"]) == nil)
        #expect(DidYouMean.nearest(to: "a", among: ["b"]) == "b")
        #expect(DidYouMean.nearest(to: "ab", among: ["cd"]) == nil)
    }

    @Test("The question is asked only where a word is near")
    func question() {
        #expect(DidYouMean.hint(for: "optoin", among: ["option"]) == ", did you mean \"option\"?")
        #expect(DidYouMean.hint(for: "moon", among: ["option"]) == "")
        #expect(DidYouMean.hint(for: "moon", among: []) == "")
    }
}
