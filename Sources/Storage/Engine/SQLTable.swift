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
    /// The columns of its primary key.
    let key: [String]

    /// From rows of a table's name, a column's name, its type and its place in the primary key (0 outside of it).
    static func tables(_ rows: [(table: String, column: String, type: String, key: Int)]) -> [SQLTable] {
        let numbers = ["INTEGER", "bigint"]
        return Dictionary(grouping: rows, by: \.table).map { name, columns in
            SQLTable(
                name: name,
                columns: columns.map { Column(name: $0.column, isNumber: numbers.contains($0.type)) }
                    .sorted { $0.name < $1.name },
                key: columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.column))
        }.sorted { $0.name < $1.name }
    }

    /// In the order of `columns`.
    var names: String { columns.map(\.name).joined(separator: ", ") }

    /// Reads every row.
    var select: String { "SELECT \(names) FROM \(name)" }

    /// Reads every row, in the same order each time.
    var selectInOrder: String { select + (key.isEmpty ? "" : " ORDER BY \(key.joined(separator: ", "))") }

    /// The values of a row of `select`.
    func values(_ row: any SQLRow) -> [SQLValue] {
        columns.enumerated().map { index, column in
            column.isNumber ? SQLValue(row.optionalInteger(index)) : SQLValue(row.optionalText(index))
        }
    }
}
