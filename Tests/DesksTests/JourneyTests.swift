import BookingCore
import Dialogue
import TestValues
import Testing

@Suite("What is counted of a visit")
struct JourneyTests {
    private func counts(_ answers: [Reply]) throws -> [JourneyCount] {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        _ = fixture.visit(answers)
        return try fixture.store.statistics.journeys(from: calendarDay("2026-11-21"), to: calendarDay("2026-11-21"))
    }

    private func ended(_ kind: JourneyEvent.Kind, at place: String) -> [JourneyCount] {
        let all = [JourneyEvent(.began), JourneyEvent(kind, at: place)].map { JourneyCount(event: $0, count: 1) }
        return all.sorted { $0.event.kind.rawValue < $1.event.kind.rawValue }
    }

    @Test("A visit that ends at a question, at an outcome, or with a booking")
    func ends() throws {
        #expect(try counts(["home"]) == ended(.left, at: "helpers"))
        #expect(try counts(["home", "nobody"]) == ended(.outcome, at: "home-help"))
        #expect(try counts(DeskFixture.booking) == ended(.booked, at: "home-help"))
    }

    @Test("A visit without an answer is none")
    func nobody() throws { #expect(try counts([]) == []) }
}
