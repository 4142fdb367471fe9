import BookingCore

/// Where visits ended, as a table.
struct JourneyReportTable {
    let counts: [JourneyCount]
    let cells: SmallCellSuppression

    private var table: Table<JourneyCount> {
        Table(
            "journeys",
            [
                Column("event") { $0.event.kind },
                Column("place") { CellAndJSON.text($0.event.place.isEmpty ? nil : $0.event.place, orCell: "-") },
                Column("count") { [cells] in cells.cell($0.count) },
            ])
    }

    func print(by printer: Printer) throws {
        let sorted = JourneyEvent.Kind.allCases.flatMap { kind in counts.filter { $0.event.kind == kind } }
        try printer.print(json: .fields([table.name: table.json(counts)]), grid: table.grid(sorted))
    }
}
