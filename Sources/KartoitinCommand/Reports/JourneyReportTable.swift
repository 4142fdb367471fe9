import BookingCore

/// Where visits ended, as a table and as JSON.
struct JourneyReportText {
    private let counts: [JourneyCount]
    private let cells: SmallCellSuppression

    init(_ counts: [JourneyCount], cells: SmallCellSuppression) {
        self.counts = counts
        self.cells = cells
    }

    var table: Table {
        Table(
            headings: ["event", "place", "count"],
            rows: JourneyEvent.Kind.allCases.flatMap { kind in
                counts.filter { $0.event.kind == kind }.map {
                    [kind.rawValue, $0.event.place.isEmpty ? "-" : $0.event.place, cells.text($0.count)]
                }
            })
    }

    var shape: Shape {
        Shape(
            journeys: counts.map {
                Shape.Row(
                    event: $0.event.kind.rawValue, place: $0.event.place.isEmpty ? nil : $0.event.place,
                    count: cells.told($0.count))
            })
    }

    /// For other programs; a hidden count is left out.
    struct Shape: Encodable {
        struct Row: Encodable {
            let event: String
            let place: String?
            let count: Int?
        }

        let journeys: [Row]
    }
}
