import BookingCore

extension SmallCellSuppression {
    /// A count as a cell and for other programs, who get no hidden count.
    func cell(_ count: Int) -> CellAndJSON {
        CellAndJSON(cell: text(count), json: told(count).map(JSON.whole))
    }
}

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
