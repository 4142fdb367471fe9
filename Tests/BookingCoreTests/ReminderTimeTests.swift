import BookingCore
import Foundation
import Testing

@Suite("Reminders and retries")
struct ReminderTimeTests {
    private let now = Date(timeIntervalSince1970: 1_796_108_400)

    @Test(
        "A time before the meeting is written as a number and a unit",
        arguments: [("1d", 1440), ("2h", 120), ("30m", 30), ("30d", 43200), ("1m", 1)])
    func written(typed: String, minutes: Int) {
        #expect(ReminderTime(typed: typed)?.minutes == minutes)
    }

    @Test(
        "Anything else is no time", arguments: ["", "d", "0d", "31d", "1", "1w", "-1d", "1 d", "1.5h", "9999999999d"])
    func refused(typed: String) { #expect(ReminderTime(typed: typed) == nil) }

    @Test(
        "A booking made late gets the reminders whose moment is still to come",
        arguments: [
            (1441, [1, 1321]), (1440, [1320]), (121, [1]), (120, []), (5, []),
        ])
    func late(minutes: Int, expected: [Int]) {
        let start = now.addingTimeInterval(Double(minutes) * 60)
        let moments = ReminderTime.moments(of: ReminderTime.usual, before: start, now: now)
        #expect(moments == expected.map { now.addingTimeInterval(Double($0) * 60) })
    }

    @Test("A message is tried again five times, later each time, and then given up")
    func retries() {
        let waits = (0...5).map { MessageRetry.next(after: $0, now: now)?.timeIntervalSince(now) }
        #expect(waits == [60, 300, 1800, 7200, 21600, nil])
    }
}
