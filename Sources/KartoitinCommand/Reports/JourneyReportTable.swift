import BookingCore

/// Where visits ended, as a table.
struct JourneyReportTable {
    private let report: JourneyReport
    private let cells: SuppressedCells

    init(report: JourneyReport, cells rule: SmallCellSuppression) {
        self.report = report
        cells = report.cells(rule)
    }

    /// Rows by their number in the report.
    private var table: Table<Int> {
        Table(
            "journeys",
            [
                Column("event") { [report] in report.rows[$0].event.kind },
                Column("place") { [report] in
                    let place = report.rows[$0].event.place
                    return CellAndJSON.text(place.isEmpty ? nil : place, orCell: "-")
                },
                Column("count") { [cells] in cells.cell($0, 0) },
            ])
    }

    func print(by printer: Printer) throws { try printer.print(rows: Array(report.rows.indices), as: table) }
}
