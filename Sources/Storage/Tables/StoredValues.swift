import BookingCore
import Foundation
import SocialServices

// How values are kept that SQL has no type for.

extension Date {
    /// Whole seconds since 1970, as the store keeps moments.
    var seconds: Int { Int(timeIntervalSince1970.rounded(.down)) }

    init(seconds: Int) { self.init(timeIntervalSince1970: Double(seconds)) }
}

extension SQLValue {
    init(_ moment: Date) { self = .integer(moment.seconds) }
}

extension RowCursor {
    /// The next column as a moment.
    mutating func next() -> Date { Date(seconds: next()) }

    mutating func next() -> Date? {
        let seconds: Int? = next()
        return seconds.map { Date(seconds: $0) }
    }

    /// The next column as words between spaces.
    mutating func words() -> [String] {
        let text: String = next()
        return text.split(separator: " ").map(String.init)
    }

    mutating func lines() -> [String] {
        let text: String = next()
        return text.split(separator: "\n").map(String.init)
    }
}

extension ContactMethod {
    /// Its part of the sum that the column `methods` holds.
    var bit: Int {
        switch self {
        case .phone: 1
        case .remote: 2
        case .office: 4
        }
    }

    /// An expression of SQL: the part of the sum that is the method in a column; 0 for what is none.
    static func bitSQL(of column: String) -> String {
        "CASE \(column) \(allCases.map { "WHEN '\($0.rawValue)' THEN \($0.bit)" }.joined(separator: " ")) ELSE 0 END"
    }

    static func sum(_ methods: some Sequence<ContactMethod>) -> Int { methods.reduce(0) { $0 | $1.bit } }

    static func methods(_ sum: Int) -> Set<ContactMethod> { Set(allCases.filter { sum & $0.bit != 0 }) }
}

extension Collection<Int> {
    /// Row ids in the form that SQL has for `IN (…)`.
    var sqlList: String { map(String.init).joined(separator: ", ") }
}
