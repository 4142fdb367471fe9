/// Where a county keeps its times, bookings, messages and accounts. Each call is done whole or not at all, and what
/// has returned is safe.
public protocol Store: ScheduleStore, BookingStore, MessageStore, AdministrationStore {
    /// `true` of a store of made-up people and times.
    func isDemonstration() throws -> Bool
}
