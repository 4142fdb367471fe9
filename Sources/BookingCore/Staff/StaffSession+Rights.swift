public import SocialServices

/// Rights without a booking to begin from: for the command line.
extension StaffSession {
    /// Gives a client leave to book a follow-up. A professional gives it in their own name, to times with themselves,
    /// their pair or their team.
    public func grant(
        _ grant: RightGrant, drawing draw: () -> RightCode
    ) throws(BookingError) -> BookingRight {
        let isWithUser = try isOwn(grant)
        try require(.grantRight, of: isWithUser && grant.grantedBy == member.id ? member.id : nil)
        return try store.grant(grant, now: now(), drawing: draw)
    }

    /// Rights granted to a phone number, or to everybody where it is nil, the newest first. For a professional, those
    /// they granted.
    public func rights(of phone: PhoneNumber?) throws(BookingError) -> [BookingRight] {
        try require(.grantRight, of: member.id)
        let isOwn = reach(of: .grantRight) == .own
        return try store.rights(of: phone, now: now()).filter { !isOwn || $0.grant.grantedBy == member.id }
    }

    /// Throws `right(.unknown)`, `right(.withdrawn)`.
    public func withdraw(_ code: RightCode) throws(BookingError) -> BookingRight {
        guard let right = try store.right(code, now: now()) else {
            try require(.withdrawRight, of: member.id)
            throw .right(.unknown)
        }
        return try withdraw(right)
    }
}
