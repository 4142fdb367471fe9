/// What a monkey did and saw.
public struct MonkeyReport: Sendable, CustomStringConvertible {
    /// Each character, Alt key, escape sequence or paste is one.
    public var keystrokes = 0
    public var pastes = 0
    /// Visits that were wiped.
    public var visits = 0
    public var bookings = 0
    public var returns = 0
    public var hangUps = 0
    public var kills = 0
    public var resizes = 0
    /// Markers that were printed in their own visit: without them the search for others would prove nothing.
    public var markersSeen = 0
    public var faults: [String] = []

    public var description: String {
        """
        \(keystrokes) keystrokes, \(pastes) pastes, \(resizes) resizes, \(hangUps) hang-ups, \(kills) kills
        \(visits) visits wiped, \(bookings) bookings, \(returns) returns to the start, \(markersSeen) markers seen
        \(faults.count) faults\(faults.map { "\n" + $0 }.joined())
        """
    }
}
