import CivilTime

/// Where a column is shown.
enum Medium: Sendable {
    case everywhere
    /// In tables and CSV only: what other programs can work out from the other fields.
    case tables
    /// In JSON only: what is too long for a line.
    case json
}

/// One field of a row, described once: its name is the heading in a table and in CSV and the key in JSON.
struct Column<Row>: Sendable {
    let name: String
    let medium: Medium
    let value: @Sendable (Row) -> any ColumnValue

    init<Value: ColumnValue>(
        _ name: String, in medium: Medium = .everywhere, _ value: @escaping @Sendable (Row) -> Value
    ) {
        self.name = name
        self.medium = medium
        self.value = value
    }

    private init(_ name: String, _ medium: Medium, erased value: @escaping @Sendable (Row) -> any ColumnValue) {
        self.name = name
        self.medium = medium
        self.value = value
    }

    /// The same column of rows that hold more than this one needs.
    func of<Whole>(_ part: @escaping @Sendable (Whole) -> Row) -> Column<Whole> {
        Column<Whole>(name, medium, erased: { [value] in value(part($0)) })
    }
}

/// How rows of one kind are printed: the columns, from which headings, cells, CSV and JSON are made.
struct Table<Row>: Sendable {
    /// The key of the list of rows in JSON.
    let name: String
    let columns: [Column<Row>]

    init(_ name: String, _ columns: [Column<Row>]) {
        self.name = name
        self.columns = columns
    }

    /// - Parameter clock: shows moments in local time; UTC if nil.
    func grid(_ rows: [Row], on clock: WallClock? = nil) -> Grid {
        let shown = columns.filter { $0.medium != .json }
        return Grid(
            headings: shown.map(\.name), rows: rows.map { row in shown.map { $0.value(row).cell(on: clock) } })
    }

    /// One row as an object; fields without a value are left out.
    func json(_ row: Row, on clock: WallClock? = nil) -> JSON {
        var fields: [String: JSON] = [:]
        for column in columns where column.medium != .tables {
            fields[column.name] = column.value(row).json(on: clock)
        }
        return .fields(fields)
    }

    func json(_ rows: [Row], on clock: WallClock? = nil) -> JSON { .list(rows.map { json($0, on: clock) }) }
}
