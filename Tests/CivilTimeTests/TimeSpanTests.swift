import CivilTime
import Testing

@Suite("Lengths of time")
struct TimeSpanTests {
    @Test(
        "A span of time is a number and a unit",
        arguments: [("1min", 60.0), ("30min", 1800), ("2h", 7200), ("1d", 86_400), ("60d", 5_184_000)])
    func span(text: String, seconds: Double) throws {
        let span = try #require(TimeSpan(text))
        #expect(span.seconds == seconds)
    }

    @Test(
        "Anything else is no span of time",
        arguments: [
            "", "2", "h", "d", "0h", "0d", "-2h", "-1d", "2 h", "1 d", "1w", "30m", "2hours", "2.5h", "1.5h",
            "10001d",
            "9999999999d", "99999999999999999999d", "\u{FF12}h",
        ])
    func noSpan(text: String) {
        #expect(TimeSpan(text) == nil)
    }

    @Test("A span that is set in the program is from 1 to 10 000 days or hours")
    func clamped() {
        #expect(TimeSpan.days(30) == TimeSpan("30d"))
        #expect(TimeSpan.hours(2) == TimeSpan("2h"))
        #expect(TimeSpan.days(0).count == 1)
        #expect(TimeSpan.hours(20_000).count == 10_000)
    }
}
