/// Which cells of a table of counts are hidden, so that no sum of the table gives a small one away.
///
/// Wherever one hidden cell is the only one of its sum, the smallest other cell of that sum is hidden too.
public struct SuppressedCells: Sendable {
    /// A cell, by row and column from 0.
    public struct Cell: Sendable, Hashable {
        public let row: Int
        public let column: Int

        public init(_ row: Int, _ column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// A total that the table shows, and the cells that add up to it.
    public struct Sum: Sendable {
        public let total: Cell
        public let parts: [Cell]

        public init(_ total: Cell, of parts: [Cell]) {
            self.total = total
            self.parts = parts
        }
    }

    public let rule: SmallCellSuppression
    private let counts: [[Int]]
    private let hidden: Set<Cell>

    public init(_ counts: [[Int]], sums: [Sum], by rule: SmallCellSuppression) {
        self.counts = counts
        self.rule = rule
        var hidden = Set<Cell>()
        for (row, values) in counts.enumerated() {
            for (column, value) in values.enumerated() where rule.hides(value) { hidden.insert(Cell(row, column)) }
        }
        var isChanged = !hidden.isEmpty
        while isChanged {
            isChanged = false
            for sum in sums {
                guard (sum.parts + [sum.total]).count(where: hidden.contains) == 1 else { continue }
                func smallest(_ cells: [Cell]) -> Cell? {
                    cells.filter { counts[$0.row][$0.column] > 0 && !hidden.contains($0) }
                        .min { counts[$0.row][$0.column] < counts[$1.row][$1.column] }
                }
                guard let second = smallest(sum.parts) ?? smallest([sum.total]) else { continue }
                hidden.insert(second)
                isChanged = true
            }
        }
        self.hidden = hidden
    }

    public func isHidden(_ row: Int, _ column: Int) -> Bool { hidden.contains(Cell(row, column)) }

    /// Nil for a count that may not be told.
    public func told(_ row: Int, _ column: Int) -> Int? { isHidden(row, column) ? nil : counts[row][column] }

    public func text(_ row: Int, _ column: Int) -> String {
        guard isHidden(row, column) else { return String(counts[row][column]) }
        let count = counts[row][column]
        return rule.hides(count) ? rule.text(count) : "hidden"
    }

    /// A share of one column in another, from 0 to 1; nil where nothing is counted or where it would tell a hidden cell.
    public func share(_ row: Int, _ part: Int, of all: Int) -> Double? {
        guard let some = told(row, part), let whole = told(row, all), whole > 0, !rule.hides(whole - some) else {
            return nil
        }
        return (Double(some) * 1000 / Double(whole)).rounded() / 1000
    }

    /// The same in per cent with one decimal.
    public func shareText(_ row: Int, _ part: Int, of all: Int) -> String {
        if counts[row][all] == 0 { return "-" }
        guard let share = share(row, part, of: all) else { return "hidden" }
        return "\((share * 1000).rounded() / 10) %"
    }
}
