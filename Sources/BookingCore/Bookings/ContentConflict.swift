public import CivilTime

extension CountyLimits {
    /// What of a booking is against the content; nil if nothing is.
    public func conflict(of booking: Booking, on clock: WallClock) -> Conflict? {
        let slot = booking.slot
        if let reason = closedDays.reason(on: clock.calendarDay(of: slot.start)) { return .closed(reason) }
        switch conflict(of: slot) {
        // A meeting may take several times.
        case .otherLength where booking.longMinutes != nil: break
        case let conflict?: return conflict
        case nil: break
        }
        let methods = kinds[slot.appointmentType]?.methods ?? []
        return methods.contains(booking.method) ? nil : .notBy(booking.method)
    }
}
