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

    /// The local day that it is.
    var today: CalendarDay { clock.calendarDay(of: now()) }
}
