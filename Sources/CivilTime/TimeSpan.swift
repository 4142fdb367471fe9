/// A length of time as people set it: `30min`, `2h` or `60d`. A day is 24 hours, whatever the clock does.
public struct TimeSpan: Sendable, Hashable {
    public enum Unit: String, CaseIterable, Sendable {
        case minutes = "min"
        case hours = "h"
        case days = "d"

        var seconds: Int {
            switch self {
            case .minutes: 60
            case .hours: 3600
            case .days: 86_400
            }
        }
    }

    /// 1–10 000.
    public let count: Int
    public let unit: Unit

    /// - Parameter count: more than 10 000 count as that, less than 1 as 1.
    public static func days(_ count: Int) -> TimeSpan { TimeSpan(count: min(max(count, 1), 10_000), unit: .days) }

    private init(count: Int, unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Nil outside 1–10 000.
    public init?(_ count: Int, _ unit: Unit) {
        guard (1...10_000).contains(count) else { return nil }
        self.count = count
        self.unit = unit
    }

    /// Reads digits and a unit without a space between them; nil for anything else.
    public init?(_ text: String) {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let count = Int(digits), let unit = Unit(rawValue: String(text.dropFirst(digits.count))) else {
            return nil
        }
        self.init(count, unit)
    }

    public var seconds: Double { Double(count * unit.seconds) }

    /// `30 min`, `2 h`, `1 day` or `60 days`: for the command line.
    public var words: String {
        switch unit {
        case .minutes, .hours: "\(count) \(unit.rawValue)"
        case .days: count == 1 ? "1 day" : "\(count) days"
        }
    }
}
