import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

@Suite("Stored text")
struct StoredTextTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        try place.open("aino", at: 60)
    }

    static let texts = [
        "", " ", "Äiti \u{1F469}\u{200D}\u{1F467} itkee 😢", "a\u{0}b", "\u{1B}[2J\u{7}\u{7F}\u{9B}31m",
        "rivi\r\nrivi\n\n\tloppu\n", "e\u{301} on eri kuin \u{E9}", "\u{202E}takaperin\u{2066}",
        "'; DROP TABLE booking; --",
        "?1 %s \\n \"lainaus\"", String(repeating: "ä", count: 8000),
        String(repeating: "👩‍👩‍👧‍👦", count: 8000),
    ]

    @Test("Text comes back byte for byte as it was typed", arguments: texts)
    func exactly(typed: String) throws {
        // PostgreSQL keeps every character but the one that ends a C string; a person cannot type it.
        let text = TestAddress.isServer ? typed.replacing("\0", with: "\u{FFFD}") : typed
        let request = BookingRequest(
            method: .phone, service: text,
            client: Client(name: text, phone: try PhoneNumber(typed: "0401234567"), language: .finnish),
            needs: SpecialNeeds(meetingLanguage: .finnish, interpreter: text, accessibility: text),
            description: SituationDescription(
                ownWords: text, hope: text,
                answers: [DescribedAnswer(question: "q", options: [], asked: text, told: text)], outcome: text),
            consent: .onScreen, maker: .client)
        let reference = try place.store.book(
            place.choice(at: 60), request, now: place.now, drawing: TemporaryStore.draw
        ).reference
        let other = try place.another()
        let booking = try #require(try other.booking(reference))
        let description = try other.readDescription(
            of: reference, by: AccessContext(userID: text, userName: text, purpose: text, at: place.now))
        let answer = try #require(description.answers.first)
        let kept = [
            booking.service, booking.client.name, booking.needs.interpreter, booking.needs.accessibility,
            description.ownWords, description.hope, description.outcome, answer.asked, answer.told,
        ]
        // Compared as bytes: two strings can be equal and not the same.
        for kept in kept { #expect(kept.map { Array($0.utf8) } == Array(text.utf8)) }
    }
}
