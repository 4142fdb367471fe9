/// Where a county keeps its times, bookings, messages and accounts. Each call is done whole or not at all, and what
/// has returned is safe.
public protocol Store: ScheduleStore, BookingStore, MessageStore, AdministrationStore, ClientStore {
    /// Runs `body`, in which nothing waits longer than so for a server or another program; what is not done then fails
    /// with `unreachable` or `locked`.
    func hurry<Value>(within limit: Duration, _ body: () throws -> Value) throws -> Value
    /// `true` of a store of made-up people and times.
    func isDemonstration() throws -> Bool
}
