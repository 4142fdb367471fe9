import BookingCore
import Foundation

/// A store whose holds and bookings fail when it is told to; everything else passes through.
final class FaultyStore: BookingStore {
    private let store: any BookingStore
    private let trouble: () -> StoreTrouble?

    init(_ store: any BookingStore, trouble: @escaping () -> StoreTrouble?) {
        self.store = store
        self.trouble = trouble
    }

    private func mayFail() throws(BookingError) {
        if let trouble = trouble() { throw .store(trouble) }
    }

    func isDemonstration() throws(BookingError) -> Bool { try store.isDemonstration() }

    func add(_ professional: Professional) throws(BookingError) { try store.add(professional) }

    func professionals() throws(BookingError) -> [Professional] { try store.professionals() }

    func open(_ slots: [Slot]) throws(BookingError) { try store.open(slots) }

    func timetable(
        of professional: String, from: Date, until: Date, now: Date
    ) throws(BookingError) -> [TimetableRow] {
        try store.timetable(of: professional, from: from, until: until, now: now)
    }

    func freeSlots(_ query: SlotQuery, now: Date) throws(BookingError) -> [FreeSlot] {
        try store.freeSlots(query, now: now)
    }

    func hold(
        _ choice: SlotChoice, token: String, now: Date, until expires: Date
    ) throws(BookingError) -> Hold {
        try mayFail()
        return try store.hold(choice, token: token, now: now, until: expires)
    }

    func renew(_ hold: Hold, now: Date, until expires: Date) throws(BookingError) -> Hold {
        try store.renew(hold, now: now, until: expires)
    }

    func release(_ hold: Hold) throws(BookingError) { try store.release(hold) }

    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try mayFail()
        return try store.book(hold, request, now: now, drawing: draw)
    }

    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try store.book(choice, request, now: now, drawing: draw)
    }

    func booking(_ reference: BookingReference) throws(BookingError) -> Booking? {
        try store.booking(reference)
    }

    func cancel(
        _ reference: BookingReference, rules: AppointmentRules, now: Date
    ) throws(BookingError) -> Booking {
        try store.cancel(reference, rules: rules, now: now)
    }

    func bookings(of professional: String, from: Date) throws(BookingError) -> [Booking] {
        try store.bookings(of: professional, from: from)
    }

    func readDescription(
        of reference: BookingReference, by reading: Reading
    ) throws(BookingError) -> SituationDescription {
        try store.readDescription(of: reference, by: reading)
    }
}
