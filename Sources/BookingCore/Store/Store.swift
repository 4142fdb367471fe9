/// Where timetables and bookings are kept. Each call is done whole or not at all, and what has returned is safe.
public protocol BookingStore: TimetableStore, AbsenceStore, FreeTimeStore, AppointmentStore, DescriptionStore,
    RightStore, MessageStore, StatisticsStore, StaffStore, AccessLogStore, MeetingStore, CallStore, RetentionStore
{
    /// True for a store of made-up people and times.
    func isDemonstration() throws -> Bool
}
