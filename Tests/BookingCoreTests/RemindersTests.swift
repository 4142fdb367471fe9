import BookingCore
import CivilTime
import Foundation
import Testing

@Suite("Reminders and retries")
struct RemindersTests {
    private let now = Date(timeIntervalSince1970: 1_796_108_400)

    @Test(
        "A booking made late gets the reminders whose moment is still to come",
        arguments: [
            (1441, [1, 1321]), (1440, [1320]), (121, [1]), (120, []), (5, []),
        ])
    func late(minutes: Int, expected: [Int]) {
        let start = now.addingTimeInterval(Double(minutes) * 60)
        let moments = Reminders.moments(Reminders.usual, before: start, now: now)
        #expect(moments == expected.map { now.addingTimeInterval(Double($0) * 60) })
    }

    @Test("Without the county's choice clients are reminded a day and two hours before")
    func usual() {
        #expect(Reminders.usual.map(\.seconds) == [86_400, 7200])
        #expect(Reminders.earliest.seconds == 30 * 86_400)
    }

    @Test("A message is tried again five times, later each time, and then given up")
    func retries() {
        let waits = (0...5).map { MessageRetry.next(after: $0, now: now)?.timeIntervalSince(now) }
        #expect(waits == [60, 300, 1800, 7200, 21600, nil])
    }
}
