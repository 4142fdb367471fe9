import CivilTime
import Foundation

/// What every session works with besides the one who uses it.
struct SessionContext {
    let storeKeeper: LazyStore
    let rules: BookingRules
    let policy: StaffPolicy
    let clock: WallClock
    let now: () -> Date
    let generateReference: () -> BookingReference
    let generateToken: () -> String

    /// The store, opened by now.
    var store: any Store { get throws { try storeKeeper.store() } }

    /// The local days of a period, as the access log names what was looked at: `2026-12-01`, or the first and the last.
    func days(_ from: Date, _ until: Date) -> String {
        let first = clock.calendarDay(of: from)
        let last = clock.calendarDay(of: max(from, until.addingTimeInterval(-1)))
        return first == last ? "\(first)" : "\(first)–\(last)"
    }

    /// The local day that it is.
    var today: CalendarDay { clock.calendarDay(of: now()) }
}
