/// On whose leave times are looked for and booked.
public enum BookingLeave: Sendable, Hashable {
    /// Anybody's: the times that are open to all.
    case open
    /// A client's, by a booking right: its appointment type with those whom it names, also times that only a right opens.
    case right(RightCode)
    /// That of whoever has this booking and moves it: what its right allows or, where it has none, what is open to all.
    case moving(BookingReference)
    /// The county's own staff's: also times that only a right opens. With these workers together, by id, where any
    /// are named.
    case staff(workers: [String])
}
