/// A table as the database itself describes it.
package struct SQLTable: Equatable {
    struct Column: Equatable {
        let name: String
        /// Else it is text; there are no other types.
        let isNumber: Bool
    }

    let name: String
    /// In the order of their names: two engines may have them in different orders.
    var columns: [Column]

    /// From rows of a table's name, a column's name and its type, in this order.
    static func tables(_ rows: [(table: String, column: String, type: String)]) -> [SQLTable] {
        let numbers = ["INTEGER", "bigint"]
        return Dictionary(grouping: rows, by: \.table).map { name, columns in
            SQLTable(
                name: name,
                columns: columns.map { Column(name: $0.column, isNumber: numbers.contains($0.type)) }
                    .sorted { $0.name < $1.name })
        }.sorted { $0.name < $1.name }
    }

    private var names: String { columns.map(\.name).joined(separator: ", ") }

    /// Reads every row.
    var select: String { "SELECT \(names) FROM \(name)" }

    /// Writes so many rows at once.
    func insert(_ count: Int) -> String {
        "INSERT INTO \(name) (\(names)) VALUES \(SQLValue.places(rows: count, columns: columns.count))"
    }

    /// The values of a row of `select`.
    func values(_ row: any SQLRow) -> [SQLValue] {
        columns.enumerated().map { index, column in
            column.isNumber ? SQLValue(row.optionalInteger(index)) : SQLValue(row.optionalText(index))
        }
    }
}
