import Dialogue

/// Rows under headings, as text for people or as CSV (RFC 4180) for programs and spreadsheets.
struct Grid {
    let headings: [String]
    var rows: [[String]] = []

    /// Columns are two spaces apart; widths count what a terminal shows.
    var text: String {
        let all = ([headings] + rows).map { $0.map { TerminalText($0) } }
        let widths = headings.indices.map { column in all.map { $0[column].columns }.max() ?? 0 }
        return all.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell.plain + String(repeating: " ", count: width - cell.columns)
            }
            return cells.joined(separator: "  ").trimmingEnd
        }.joined(separator: "\n")
    }

    var csv: String {
        ([headings] + rows).map { $0.map(Self.field).joined(separator: ",") }.joined(separator: "\n")
    }

    private static func field(_ cell: String) -> String {
        let text = isTakenForFormula(cell) ? "'" + cell : cell
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Whether a spreadsheet would compute a cell instead of showing it (CWE-1236); a number
    /// below zero and a dash alone stay as they are.
    private static func isTakenForFormula(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return false }
        return cell.wholeMatch(of: #/-([0-9]+(\.[0-9]+)?)?/#) == nil
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
