/// A time of day as the wall clock shows it, to the minute.
public struct LocalTime: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Minutes since 00:00: 0 to 1439.
    public let minutes: Int

    /// Nil outside of 0 to 1439.
    public init?(minutes: Int) {
        guard (0..<1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// - Parameter minutes: of a day, and so within 0 to 1439.
    init(ofDay minutes: Int) { self.minutes = minutes }

    /// Reads `09:00`; anything else gives nil.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy(ASCII.isDigit) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }

    public var description: String { Self.padded(minutes / 60) + ":" + Self.padded(minutes % 60) }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
