/// One row of a result, by column from 0.
package protocol SQLRow {
    func integer(_ column: Int) -> Int
    func text(_ column: Int) -> String
    func optionalText(_ column: Int) -> String?
    func optionalInteger(_ column: Int) -> Int?
}

/// Reads the columns of a row from the first to the last, each as the type that the caller wants.
///
/// The columns of a value are listed once, beside the function that makes it, in the order in which that function reads
/// them.
package struct RowCursor {
    private let row: any SQLRow
    private var column = -1

    package init(_ row: any SQLRow) { self.row = row }

    private mutating func advance() -> Int {
        column += 1
        return column
    }

    /// The next column as a number; 0 if it is null.
    package mutating func next() -> Int { row.integer(advance()) }

    package mutating func next() -> Int? { row.optionalInteger(advance()) }

    /// The next column as a text; empty if it is null.
    package mutating func next() -> String { row.text(advance()) }

    package mutating func next() -> String? { row.optionalText(advance()) }

    /// The next column as a flag, which is kept as 0 or 1.
    package mutating func next() -> Bool { row.integer(advance()) == 1 }

    /// The next column as a value of a closed set.
    ///
    /// - Throws: `SQLError.other` if the set has no such value: the schema's checks keep others out.
    package mutating func next<Value: RawRepresentable<String>>() throws -> Value {
        let text = row.text(advance())
        guard let value = Value(rawValue: text) else { throw refusal(of: Value.self) }
        return value
    }

    /// The same of a column that may be null.
    package mutating func next<Value: RawRepresentable<String>>() throws -> Value? {
        guard let text = row.optionalText(advance()) else { return nil }
        guard let value = Value(rawValue: text) else { throw refusal(of: Value.self) }
        return value
    }

    private func refusal(of type: Any.Type) -> SQLError { .other("column \(column) holds no \(type)") }
}
