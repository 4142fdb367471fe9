import BookingCore

extension SmallCellSuppression {
    /// A count as a cell and for other programs, who get no hidden count.
    func cell(_ count: Int) -> CellAndJSON {
        CellAndJSON(cell: text(count), json: told(count).map(JSON.whole))
    }
}
