import Foundation

/// A seat of a slot, by the slot's row id; seats count from 1.
struct Seat: Hashable {
    let slot: Int
    let number: Int
}

/// What a client is to be promised: one seat or, of a work pair, one of each worker at the same time.
struct FoundSeats {
    /// The first is that of the booking itself, the others are its parts. Never empty.
    let seats: [Seat]
    let start: Date
    let minutes: Int
    /// The first seat's, by id.
    let appointmentType: String
    /// The booking right that opened it, by row id.
    let right: Int?
    /// False where no hold is kept of any of the seats, not even one that has expired.
    var isHeld = true
    /// The token of the hold that kept them; nil where they were not held.
    var token: String?
}
