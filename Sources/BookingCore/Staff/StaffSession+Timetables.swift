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

    public func record(_ absence: Absence, isRehearsal: Bool) throws(BookingError) -> [Booking] {
        try require(.changeTimetable, of: absence.professional)
        return try store.record(absence, isRehearsal: isRehearsal, now: now())
    }

    public func takeBackAbsence(of professional: String, from: Date, until: Date) throws(BookingError) {
        try require(.changeTimetable, of: professional)
        try store.takeBackAbsence(of: professional, from: from, until: until, now: now())
    }

    /// A professional leaves for good; for those who lead them.
    public func leave(_ professional: String, from date: Date, isRehearsal: Bool) throws(BookingError) -> [Booking] {
        try require(.changeTimetable)
        return try store.leave(professional, from: date, isRehearsal: isRehearsal, now: now())
    }

    public func handOver(
        _ order: HandoverOrder, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Handover {
        try require(.handOver, of: order.professional)
        return try store.handOver(order, now: now(), drawing: draw)
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
