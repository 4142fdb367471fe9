public import Foundation

extension StaffSession {
    public func professionals() throws(BookingError) -> [Professional] { try store.professionals() }

    /// Who is booked how much: a timetable without a name in it. Everybody sees their own.
    public func timetable(
        of professional: String, from: Date, until: Date
    ) throws(BookingError) -> [TimetableRow] {
        if professional != member.id { try require(.seeWorkload, of: professional) }
        return try store.timetable(of: professional, from: from, until: until, now: now())
    }

    /// Makes somebody known whose times can be opened. Not for professionals themselves: the task says whose
    /// descriptions come to them.
    public func add(_ professional: Professional) throws(BookingError) {
        try require(.changeTimetable)
        try store.add(professional)
    }

    /// Opens all of a professional's slots or none.
    public func open(_ slots: [Slot], of professional: String) throws(BookingError) {
        try require(.changeTimetable, of: professional)
        try store.open(slots)
    }

    public func rehearseOpening(_ slots: [Slot], of professional: String) throws(BookingError) {
        try require(.changeTimetable, of: professional)
        try store.rehearseOpening(slots)
    }

    /// - Returns: the bookings that the absence hits. Who may see no bookings is told of no client.
    public func record(_ absence: Absence, isRehearsal: Bool) throws(BookingError) -> [Booking] {
        try require(.changeTimetable, of: absence.professional)
        let hit = try store.record(absence, isRehearsal: isRehearsal, now: now())
        return try hit.map { booking throws(BookingError) in try shown(booking) }
    }

    public func takeBackAbsence(of professional: String, from: Date, until: Date) throws(BookingError) {
        try require(.changeTimetable, of: professional)
        try store.takeBackAbsence(of: professional, from: from, until: until, now: now())
    }

    /// A professional leaves for good; for those who lead them. Who may see no bookings is told of no client.
    public func leave(_ professional: String, from date: Date, isRehearsal: Bool) throws(BookingError) -> [Booking] {
        try require(.changeTimetable)
        let hit = try store.leave(professional, from: date, isRehearsal: isRehearsal, now: now())
        return try hit.map { booking throws(BookingError) in try shown(booking) }
    }

    /// Who may see no bookings is told of no client.
    public func handOver(
        _ order: HandoverOrder, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Handover {
        try require(.handOver, of: order.professional)
        let steps = try store.handOver(order, now: now(), drawing: draw).steps
        return Handover(
            steps: try steps.map { step throws(BookingError) in
                let fate: Handover.Fate =
                    switch step.fate {
                    case .handedOver(let new): .handedOver(try shown(new, as: step.booking))
                    case .moved(let new): .moved(try shown(new, as: step.booking))
                    case .cancelled, .begun, .notPlaced: step.fate
                    }
                return Handover.Step(booking: try shown(step.booking), fate: fate)
            })
    }

    /// A booking as far as the user may see it; that they saw the client is logged.
    ///
    /// - Parameter old: the booking whose place it took, which was the user's and is logged by itself.
    private func shown(_ booking: Booking, as old: Booking? = nil) throws(BookingError) -> Booking {
        guard reach(of: .seeBookings) != .nothing else { return booking.withoutClient }
        if old == nil { try log(.booking, on: booking.reference) }
        return booking
    }

    /// Counts for reports.
    public func statistics() throws(BookingError) -> any StatisticsStore {
        try require(.seeReports)
        return store
    }

    /// The timetable with the account's own id, whose desk its professional sits at.
    public func ownTimetable() throws(BookingError) -> Professional {
        try require(.recordMeeting, of: member.id)
        guard let own = try store.professionals().first(where: { $0.id == member.id }) else {
            throw .noSuchProfessional(member.id)
        }
        return own
    }
}
