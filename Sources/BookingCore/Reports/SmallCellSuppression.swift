/// Hides small counts: a cell of one to four might be about a person whom others know.
public struct SmallCellSuppression: Sendable {
    /// Counts from 1 to one less than this are hidden; 1 hides nothing.
    public let least: Int

    public init(hidingBelow least: Int = 1) { self.least = least }

    /// True for a count that may not be told.
    public func hides(_ count: Int) -> Bool { count > 0 && count < least }

    public func text(_ count: Int) -> String { hides(count) ? "<\(least)" : String(count) }
}
