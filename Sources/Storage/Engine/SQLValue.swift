/// A value that SQL takes or gives.
package enum SQLValue: Equatable {
    /// No number, and no text: an engine that has types needs to know which.
    case noInteger
    case noText
    case integer(Int)
    case text(String)

    init(_ number: Int?) { self = number.map(SQLValue.integer) ?? .noInteger }

    init(_ text: String?) { self = text.map(SQLValue.text) ?? .noText }

    init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }

    init(_ value: some RawRepresentable<String>) { self = .text(value.rawValue) }

    /// The length of a text in bytes; 0 for a number.
    var textBytes: Int {
        if case .text(let text) = self { text.utf8.count } else { 0 }
    }
}
