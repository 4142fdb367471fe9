extension StaffSession {
    /// The situation description of a booking. The reading is logged in the same transaction.
    ///
    /// - Parameter purpose: why it is read; must be stated for a colleague's booking.
    public func description(
        of booking: Booking, purpose: String
    ) throws(BookingError) -> SituationDescription {
        try require(.readDescription, on: booking.reference, purpose: purpose)
        return try store.readDescription(of: booking.reference, by: reading(purpose, or: .description))
    }

    public func record(_ attendance: Attendance, of booking: Booking) throws(BookingError) {
        try require(.recordMeeting, on: booking.reference)
        try store.record(attendance, of: booking.reference)
    }

    public func record(_ advice: Advice, of booking: Booking) throws(BookingError) {
        try require(.recordMeeting, on: booking.reference)
        try store.record(advice, of: booking.reference, by: member.id, now: now())
    }

    /// The record of the advice; nil where there is none yet. The reading is logged in the same transaction.
    public func advice(of booking: Booking, purpose: String) throws(BookingError) -> Advice? {
        try require(.readDescription, on: booking.reference, purpose: purpose)
        return try store.advice(of: booking.reference, by: reading(purpose, or: .advice))
    }

    /// Why a guard is asked for; nil where none is needed any more.
    public func setGuard(_ reason: String?, for booking: Booking) throws(BookingError) {
        try require(.recordMeeting, on: booking.reference)
        try store.setGuard(reason, for: booking.reference)
    }

    /// Gives the client of a booking leave to book a follow-up with the one who grants it, their pair or their team; to
    /// nobody else, with nobody else and in nobody else's name.
    public func grant(
        _ grant: RightGrant, after booking: Booking, drawing draw: () -> RightCode
    ) throws(BookingError) -> BookingRight {
        let client = try store.booking(booking.reference)?.client
        let isToSelf = try isOwn(grant)
        let isToClient = client?.isSame(as: grant) == true
        try require(
            .grantRight, of: try store.professionals(of: booking.reference), on: booking.reference,
            where: isToClient && isToSelf && grant.grantedBy == member.id)
        return try store.grant(grant, now: now(), drawing: draw)
    }

    /// The rights that the client of a booking was granted to times with the user, their pair or their team, the newest
    /// first; logged.
    public func rights(ofClientOf booking: Booking) throws(BookingError) -> [BookingRight] {
        try require(.grantRight, on: booking.reference)
        guard let client = try store.booking(booking.reference)?.client else { return [] }
        try log(.rights, on: booking.reference)
        var rights: [BookingRight] = []
        for right in try store.rights(of: client.phone, now: now()) where client.isSame(as: right.grant) {
            if try isOwn(right.grant) { rights.append(right) }
        }
        return rights
    }

    /// Withdraws a right that the user granted.
    public func withdraw(_ right: BookingRight) throws(BookingError) -> BookingRight {
        let known = try store.right(right.code, now: now())
        try require(.withdrawRight, of: known?.grant.grantedBy)
        return try store.withdraw(right.code, now: now())
    }

    /// True of a right that the user granted or that names them or their team.
    func isOwn(_ grant: RightGrant) throws(BookingError) -> Bool {
        if let team = grant.grantee.team {
            return try store.professionals().contains { $0.id == member.id && $0.team == team }
        }
        return grant.grantee.workers.contains(member.id)
    }
}
