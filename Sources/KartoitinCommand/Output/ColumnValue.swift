import BookingCore
import CivilTime
import Foundation
import SocialServices

/// A value of a column, which its type tells how to print.
protocol ColumnValue {
    /// As it is shown in a table and in CSV; moments in the clock's local time.
    func cell(on clock: WallClock?) -> String

    /// As it is in JSON; nil leaves the field out.
    func json(on clock: WallClock?) -> JSON?
}

/// A value whose cell and whose JSON differ.
struct CellAndJSON: ColumnValue {
    let cell: String
    let json: JSON?

    func cell(on clock: WallClock?) -> String { cell }
    func json(on clock: WallClock?) -> JSON? { json }

    /// A flag that fills its cell only if it is set.
    static func mark(_ flag: Bool, _ cell: String) -> CellAndJSON {
        CellAndJSON(cell: flag ? cell : "", json: .flag(flag))
    }

    /// A text that may be missing.
    ///
    /// - Parameter cell: what a table shows then.
    static func text(_ text: String?, orCell cell: String) -> CellAndJSON {
        CellAndJSON(cell: text ?? cell, json: text.map(JSON.text))
    }
}

extension String: ColumnValue {
    func cell(on clock: WallClock?) -> String { self }
    func json(on clock: WallClock?) -> JSON? { .text(self) }
}

extension Int: ColumnValue {
    func cell(on clock: WallClock?) -> String { String(self) }
    func json(on clock: WallClock?) -> JSON? { .whole(self) }
}

extension Double: ColumnValue {
    func cell(on clock: WallClock?) -> String { String(self) }
    func json(on clock: WallClock?) -> JSON? { .decimal(self) }
}

extension Bool: ColumnValue {
    func cell(on clock: WallClock?) -> String { self ? "yes" : "no" }
    func json(on clock: WallClock?) -> JSON? { .flag(self) }
}

extension Date: ColumnValue {
    func cell(on clock: WallClock?) -> String { clock?.iso8601(self) ?? formatted(.iso8601) }
    func json(on clock: WallClock?) -> JSON? { .text(cell(on: clock)) }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    func cell(on clock: WallClock?) -> String { self?.cell(on: clock) ?? "" }
    func json(on clock: WallClock?) -> JSON? { flatMap { $0.json(on: clock) } }
}

extension Array: ColumnValue where Element: ColumnValue {
    func cell(on clock: WallClock?) -> String { map { $0.cell(on: clock) }.joined(separator: " ") }
    func json(on clock: WallClock?) -> JSON? { .list(compactMap { $0.json(on: clock) }) }
}

extension JSON: ColumnValue {
    func cell(on clock: WallClock?) -> String { "" }
    func json(on clock: WallClock?) -> JSON? { self }
}

extension RawRepresentable where Self: ColumnValue, RawValue == String {
    func cell(on clock: WallClock?) -> String { rawValue }
    func json(on clock: WallClock?) -> JSON? { .text(rawValue) }
}

extension SpokenCode where Self: ColumnValue {
    func cell(on clock: WallClock?) -> String { grouped }
    func json(on clock: WallClock?) -> JSON? { .text(grouped) }
}

extension BookingReference: ColumnValue {}
extension RightCode: ColumnValue {}
extension ServiceTask: ColumnValue {}
extension ContactMethod: ColumnValue {}
extension Municipality: ColumnValue {}
extension Language: ColumnValue {}
extension Booking.Status: ColumnValue {}
extension TimetableRow.State: ColumnValue {}
extension Message.Kind: ColumnValue {}
extension Message.Channel: ColumnValue {}
extension StaffRole: ColumnValue {}
extension JourneyEvent.Kind: ColumnValue {}
