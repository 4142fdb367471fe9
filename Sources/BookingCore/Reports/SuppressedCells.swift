/// Which cells of a table of counts are hidden, so that no adding up and subtracting gives a small one away.
///
/// Wherever a small count could be worked out from what is shown, the smallest other cell of its sums is hidden too.
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

        var cells: [Cell] { parts + [total] }
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
        let small = hidden
        while let found = Self.solved(hidden, in: sums).intersection(small).min(by: Self.precedes) {
            func smallest(_ sums: [Sum], _ cells: (Sum) -> [Cell]) -> Cell? {
                sums.flatMap(cells).filter { counts[$0.row][$0.column] > 0 && !hidden.contains($0) }
                    .min {
                        (counts[$0.row][$0.column], $0.row, $0.column) < (
                            counts[$1.row][$1.column], $1.row, $1.column
                        )
                    }
            }
            let near = sums.filter { $0.cells.contains(found) }
            let touched = sums.filter { !hidden.isDisjoint(with: $0.cells) }
            guard let second = smallest(near, \.parts) ?? smallest(near, \.cells) ?? smallest(touched, \.cells) else {
                break
            }
            hidden.insert(second)
        }
        self.hidden = hidden
    }

    private static func precedes(_ left: Cell, _ right: Cell) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }

    /// The hidden cells that whoever sees the others can work out: those that are left alone in an equation when the sums
    /// are solved (Gauss and Jordan, in whole numbers modulo a prime).
    static func solved(_ hidden: Set<Cell>, in sums: [Sum]) -> Set<Cell> {
        let prime = 2_147_483_647
        func inverse(_ number: Int) -> Int {
            var (base, exponent, result) = (number, prime - 2, 1)
            while exponent > 0 {
                if exponent & 1 == 1 { result = result * base % prime }
                (base, exponent) = (base * base % prime, exponent >> 1)
            }
            return result
        }
        var equations = sums.map { sum in
            var equation: [Cell: Int] = [:]
            for cell in sum.parts where hidden.contains(cell) { equation[cell] = 1 }
            if hidden.contains(sum.total) { equation[sum.total] = prime - 1 }
            return equation
        }
        for row in equations.indices {
            guard let pivot = equations[row].keys.min(by: precedes), let factor = equations[row][pivot] else {
                continue
            }
            let scale = inverse(factor)
            equations[row] = equations[row].mapValues { $0 * scale % prime }
            for other in equations.indices where other != row {
                guard let times = equations[other][pivot] else { continue }
                for (cell, value) in equations[row] {
                    let rest = ((equations[other][cell] ?? 0) + (prime - times) * value) % prime
                    equations[other][cell] = rest == 0 ? nil : rest
                }
            }
        }
        return Set(equations.filter { $0.count == 1 }.compactMap(\.keys.first))
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
