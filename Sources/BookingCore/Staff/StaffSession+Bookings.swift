public import Foundation
public import SocialServices

extension StaffSession {
    /// A booking by its reference; nil where there is none. A professional gets one answer for a colleague's and for
    /// none: `notPermitted`.
    public func booking(_ reference: BookingReference, purpose: String) throws(BookingError) -> Booking? {
        try require(.seeBookings, on: reference, purpose: purpose)
        guard let found = try store.booking(reference) else { return nil }
        try log(.booking, on: reference, purpose: purpose)
        return found
    }

    /// A caller's bookings from a moment on, cancelled ones too, in order of time. For a professional, their own.
    public func bookings(
        ofPhone phone: PhoneNumber, from: Date, purpose: String
    ) throws(BookingError) -> [Booking] {
        try require(.seeBookings, of: member.id, purpose: purpose)
        let isAll = reach(of: .seeBookings) == .all
        var found: [Booking] = []
        for booking in try store.bookings(ofPhone: phone, from: from) {
            let owners = try store.professionals(of: booking.reference)
            guard isAll || owners.contains(member.id) else { continue }
            try log(.booking, on: booking.reference, purpose: purpose)
            found.append(booking)
        }
        return found
    }

    /// A professional's meetings that begin in the period, in order of time.
    public func bookings(
        of professional: String, from: Date, until: Date, purpose: String
    ) throws(BookingError) -> [Booking] {
        try require(.seeBookings, of: professional, purpose: purpose)
        let found = try store.bookings(of: professional, from: from, until: until)
        for booking in found { try log(.booking, on: booking.reference, purpose: purpose) }
        return found
    }

    /// Who needs an interpreter, a guard or something else in the period, in order of time.
    public func arrangements(from: Date, until: Date, purpose: String) throws(BookingError) -> [Booking] {
        try require(.seeArrangements, purpose: purpose)
        let found = try store.arrangements(from: from, until: until)
        for booking in found { try log(.arrangements, on: booking.reference, purpose: purpose) }
        return found
    }

    /// Free times, those seen only by staff too.
    public func freeSlots(_ query: SlotQuery) throws(BookingError) -> [FreeSlot] {
        try require(.book)
        return try store.freeSlots(query, now: now())
    }

    public func book(
        _ choice: SlotChoice, _ request: BookingRequest, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try require(.book)
        return try store.book(choice, request, now: now(), drawing: draw)
    }

    public func book(
        _ hold: Hold, _ request: BookingRequest, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try require(.book)
        return try store.book(hold, request, now: now(), drawing: draw)
    }

    public func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest,
        drawing draw: () -> BookingReference
    ) throws(BookingError) -> [Booking] {
        try require(.book)
        return try store.book(series: choice, andAt: starts, request, now: now(), drawing: draw)
    }

    public func cancel(
        _ booking: Booking, as cancellation: Cancellation
    ) throws(BookingError) -> Booking {
        try require(.cancel, on: booking.reference)
        return try store.cancel(booking.reference, as: cancellation, now: now())
    }

    public func move(
        _ booking: Booking, to choice: SlotChoice, as cancellation: Cancellation,
        drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try require(.move, on: booking.reference)
        return try store.move(booking.reference, to: choice, as: cancellation, now: now(), drawing: draw)
    }

    public func move(
        _ booking: Booking, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try require(.move, on: booking.reference)
        return try store.move(
            booking.reference, to: hold, method, as: cancellation, now: now(), drawing: draw)
    }

    /// A booking right by the code that its client reads aloud; nil where there is none.
    public func right(_ code: RightCode) throws(BookingError) -> BookingRight? {
        try require(.book)
        return try store.right(code, now: now())
    }

    /// Keeps in the access log that the client of a booking agreed aloud to what is kept of them.
    public func recordConsent(to booking: Booking) throws(BookingError) {
        try require(.book)
        try log(.consent, on: booking.reference, purpose: "said aloud")
    }

    /// A message in somebody's own words to the client of a booking.
    public func write(_ text: String, to booking: Booking) throws(BookingError) {
        try require(.writeMessage, on: booking.reference)
        try store.write(text, to: booking.reference, now: now())
    }
}
