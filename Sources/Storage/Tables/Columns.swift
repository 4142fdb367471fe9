/// The columns of a table that make up a value, in the order in which they are written and read.
struct Columns {
    let table: String
    let names: [String]

    init(_ table: String, _ names: String...) {
        self.table = table
        self.names = names
    }

    /// For a `SELECT`, for example `slot.start, slot.finish`.
    var selected: String { names.map { "\(table).\($0)" }.joined(separator: ", ") }

    /// For an `INSERT`, for example `slot (start, finish)`.
    var target: String { "\(table) (\(names.joined(separator: ", ")))" }

    /// The statement that adds a row; the values are bound in this order.
    var insert: String {
        "INSERT INTO \(target) VALUES (\(names.indices.map { "?\($0 + 1)" }.joined(separator: ", ")))"
    }

    /// The statement that adds a row or, if there is one with the same first column, writes over it.
    var upsert: String {
        let assignments = names.enumerated().dropFirst().map { "\($1) = ?\($0 + 1)" }
        return "\(insert) ON CONFLICT (\(names[0])) DO UPDATE SET \(assignments.joined(separator: ", "))"
    }
}
