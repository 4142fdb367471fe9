public import Foundation

/// Looking for free times, and keeping one while somebody types.
public protocol FreeTimeStore: AnyObject {
    /// Earliest first; neither booked nor held by anybody.
    func freeSlots(_ query: SlotQuery, now: Date) throws(BookingError) -> [FreeSlot]
    /// Keeps a slot of some free worker until `expires`. Throws `noLongerFree`.
    func hold(_ choice: SlotChoice, token: String, now: Date, until expires: Date) throws(BookingError) -> Hold
    /// Keeps a held slot longer, even one whose hold ran out if nobody else took it. Throws `noLongerFree`.
    func renew(_ hold: Hold, now: Date, until expires: Date) throws(BookingError) -> Hold
    func release(_ hold: Hold) throws(BookingError)
}
