extension StaffSession {
    /// The situation description of a booking. The reading is logged in the same transaction.
    ///
    /// - Parameter purpose: why it is read; must be stated for a colleague's booking.
    public func description(
        of booking: Booking, purpose: String
    ) throws(BookingError) -> SituationDescription {
        try require(.readDescription, of: booking.slot.professional, on: booking.reference, purpose: purpose)
        return try store.readDescription(of: booking.reference, by: reading(purpose))
    }

    public func record(_ attendance: Attendance, of booking: Booking) throws(BookingError) {
        try require(.recordMeeting, of: booking.slot.professional, on: booking.reference)
        try store.record(attendance, of: booking.reference)
    }

    public func record(_ advice: Advice, of booking: Booking) throws(BookingError) {
        try require(.recordMeeting, of: booking.slot.professional, on: booking.reference)
        try store.record(advice, of: booking.reference, by: member.id, now: now())
    }

    /// The record of the advice; nil where there is none yet.
    public func advice(of booking: Booking, purpose: String) throws(BookingError) -> Advice? {
        try require(.readDescription, of: booking.slot.professional, on: booking.reference, purpose: purpose)
        try log("advice", on: booking.reference, purpose: purpose)
        return try store.advice(of: booking.reference)
    }

    /// Why a guard is asked for; nil where none is needed any more.
    public func setGuard(_ reason: String?, for booking: Booking) throws(BookingError) {
        try require(.recordMeeting, of: booking.slot.professional, on: booking.reference)
        try store.setGuard(reason, for: booking.reference)
    }

    /// Gives the client of a booking leave to book a follow-up with the one who grants it, their pair or their team.
    public func grant(
        _ grant: RightGrant, after booking: Booking, drawing draw: () -> RightCode
    ) throws(BookingError) -> BookingRight {
        try require(.grantRight, of: booking.slot.professional, on: booking.reference)
        return try store.grant(grant, now: now(), drawing: draw)
    }

    /// The rights that the client of a booking was granted, the newest first.
    public func rights(ofClientOf booking: Booking) throws(BookingError) -> [BookingRight] {
        try require(.grantRight, of: booking.slot.professional, on: booking.reference)
        return try store.rights(of: booking.client.phone, now: now())
    }

    /// Withdraws a right that the user granted.
    public func withdraw(_ right: BookingRight) throws(BookingError) -> BookingRight {
        try require(.withdrawRight, of: right.grant.grantedBy)
        return try store.withdraw(right.code, now: now())
    }
}
