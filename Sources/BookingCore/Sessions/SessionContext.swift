import CivilTime
import Foundation

/// What every session works with besides the one who uses it.
struct SessionContext {
    let store: any BookingStore
    let rules: BookingRules
    let policy: StaffPolicy
    let clock: WallClock
    let now: () -> Date
    let generateReference: () -> BookingReference
    let generateToken: () -> String

    /// The local day that it is, written `2026-12-01`.
    var today: String { clock.calendarDay(of: now()).description }
}
