import BookingCore
import Testing

@Suite("The length of an SMS")
struct SMSLengthTests {
    @Test(
        "A text is as many messages as the alphabet it needs allows",
        arguments: [
            ("Hei", 3, 1), (String(repeating: "ä", count: 160), 160, 1), (String(repeating: "ä", count: 161), 161, 2),
            (String(repeating: "a", count: 306), 306, 2), (String(repeating: "a", count: 459), 459, 3),
            // The euro sign takes two places.
            (String(repeating: "€", count: 80), 160, 1), (String(repeating: "€", count: 81), 162, 2),
            // One letter that is not of the alphabet halves the room; an emoji takes two places.
            ("š", 1, 1), ("š" + String(repeating: "a", count: 69), 70, 1),
            ("š" + String(repeating: "a", count: 70), 71, 2), ("😢", 2, 1), ("", 0, 1),
        ])
    func parts(text: String, characters: Int, parts: Int) {
        let length = SMSLength(of: text)
        #expect(length.characters == characters)
        #expect(length.parts == parts)
    }
}
