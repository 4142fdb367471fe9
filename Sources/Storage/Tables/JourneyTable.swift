import BookingCore
import CivilTime
import Foundation
import SocialServices

/// The table that counts what happens in visits and calls, day by day.
struct JourneyTable {
    let connection: any SQLConnection

    /// Adds one to each of the events, in the transaction that is open.
    func count(_ events: [JourneyEvent], in language: Language, on day: CalendarDay) throws {
        // In one order, so that no two who count wait for each other.
        for event in events.sorted(by: { ($0.kind.rawValue, $0.place) < ($1.kind.rawValue, $1.place) }) {
            try connection.run(
                """
                INSERT INTO journey (day, language, event, place, count) VALUES (?1, ?2, ?3, ?4, 1)
                ON CONFLICT (day, language, event, place) DO UPDATE SET count = journey.count + 1
                """,
                [.text(day.description), SQLValue(language), SQLValue(event.kind), .text(event.place)])
        }
    }
}
