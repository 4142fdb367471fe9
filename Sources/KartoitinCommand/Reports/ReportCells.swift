import BookingCore
import ContentLibrary
import Foundation
import SocialServices

extension SuppressedCells {
    /// A count as a cell and for other programs, who get no hidden count.
    func cell(_ row: Int, _ column: Int) -> CellAndJSON {
        CellAndJSON(cell: text(row, column), json: told(row, column).map(JSON.whole))
    }

    /// A share in per cent as a cell; from 0 to 1 for other programs, who get no hidden one.
    func shareCell(_ row: Int, _ part: Int, of all: Int) -> CellAndJSON {
        CellAndJSON(cell: shareText(row, part, of: all), json: share(row, part, of: all).map(JSON.decimal))
    }
}

extension ServiceRow {
    var taskCell: CellAndJSON { .text(task?.rawValue, orCell: "all") }

    var serviceCell: CellAndJSON { .text(service, orCell: kind == .noService ? "none named" : "all") }
}

/// For the pictures, in the language that was asked for.
extension SuppressedCells {
    /// A bar of some columns of a row. What is hidden has no length.
    func bar(_ label: String, _ row: Int, _ columns: [Int], _ share: String, in words: Words) -> BarChart.Bar {
        BarChart.Bar(
            label: label, values: columns.map { told(row, $0) ?? 0 },
            remark: columns.map { text(row, $0, in: words) }.joined(separator: " + ") + "; " + share)
    }

    func text(_ row: Int, _ column: Int, in words: Words) -> String {
        let text = text(row, column)
        return isHidden(row, column) && !text.hasPrefix("<") ? words(.report.hidden) : text
    }

    func share(_ row: Int, _ part: Int, of all: Int, in words: Words) -> String {
        if let share = share(row, part, of: all) { return Self.percent(share, in: words) }
        return shareText(row, part, of: all) == "-" ? "-" : words(.report.hidden)
    }

    /// - Parameter share: from 0 to 1.
    static func percent(_ share: Double, in words: Words) -> String {
        share.formatted(
            .percent.precision(.fractionLength(0...1)).locale(Locale(identifier: words(.shared.locale))))
    }
}

extension Words {
    /// A service task; all of them together where there is none.
    func name(_ task: ServiceTask?) -> String { task.map { name(.task, $0.rawValue) } ?? self(.report.all) }
}
