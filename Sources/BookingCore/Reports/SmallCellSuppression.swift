/// Hides small counts: a cell of one to four might be about a person whom others know.
public struct SmallCellSuppression: Sendable {
    /// Counts from 1 to one less than this are hidden; 1 hides nothing.
    public let least: Int

    public init(hidingBelow least: Int = 1) { self.least = least }

    /// True for a count that may not be told.
    public func hides(_ count: Int) -> Bool { count > 0 && count < least }

    /// Nil for a count that may not be told.
    public func told(_ count: Int) -> Int? { hides(count) ? nil : count }

    public func text(_ count: Int) -> String { hides(count) ? "<\(least)" : String(count) }

    /// A share in per cent with one decimal; hidden where either count is, and where all could be worked out from it.
    public func share(_ part: Int, of all: Int) -> String {
        guard all > 0 else { return "-" }
        if hides(part) || hides(all) || hides(all - part) { return "hidden" }
        let tenths = (Double(part) * 1000 / Double(all)).rounded() / 10
        return "\(tenths) %"
    }
}
