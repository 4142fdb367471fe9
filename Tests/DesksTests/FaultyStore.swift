import BookingCore
import CivilTime
import Foundation
import SocialServices

/// A store that fails what is asked of it next when it is told to: what a visit asks for and what staff do. Everything
/// else passes through.
final class FaultyStore: BookingStore {
    private let store: any BookingStore
    private let failure: () -> StoreFailure?

    private let losesAnswers: () -> Bool

    /// - Parameters:
    ///   - losesAnswers: true where a visit's acts are done and only their answers are lost.
    init(
        _ store: any BookingStore, losesAnswers: @escaping () -> Bool = { false },
        failure: @escaping () -> StoreFailure?
    ) {
        self.store = store
        self.losesAnswers = losesAnswers
        self.failure = failure
    }

    private func mayFail<Value>(_ act: () throws -> Value) throws -> Value {
        guard let failure = failure() else { return try act() }
        if losesAnswers() { _ = try? act() }
        throw failure
    }

    private func mayFail() throws {
        if let failure = failure() { throw failure }
    }

    func isDemonstration() throws -> Bool { try store.isDemonstration() }

    func bookingsMade(from: Date, until: Date) throws -> [BookingCount] {
        try store.bookingsMade(from: from, until: until)
    }

    func waits(from: Date, until: Date) throws -> [WaitCount] {
        try store.waits(from: from, until: until)
    }

    func meetings(from: Date, until: Date) throws -> [BookingCount] {
        try store.meetings(from: from, until: until)
    }

    func count(_ events: [JourneyEvent], in language: Language, on day: CalendarDay) throws {
        try mayFail { try store.count(events, in: language, on: day) }
    }

    func journeys(from first: CalendarDay, to last: CalendarDay) throws -> [JourneyCount] {
        try store.journeys(from: first, to: last)
    }

    func add(_ professional: Professional) throws { try store.add(professional) }

    func professionals() throws -> [Professional] { try store.professionals() }

    func open(_ slots: [Slot]) throws {
        try mayFail()
        try store.open(slots)
    }

    func rehearseOpening(_ slots: [Slot]) throws { try store.rehearseOpening(slots) }

    func record(_ absence: Absence, isDryRun: Bool, now: Date) throws -> [Booking] {
        try mayFail()
        return try store.record(absence, isDryRun: isDryRun, now: now)
    }

    func handOver(
        _ order: HandoverOrder, now: Date, drawing draw: () -> BookingReference
    ) throws -> Handover {
        try mayFail()
        return try store.handOver(order, now: now, drawing: draw)
    }

    func timetable(
        of professional: String, from: Date, until: Date, now: Date
    ) throws -> [TimetableRow] {
        try store.timetable(of: professional, from: from, until: until, now: now)
    }

    func freeSlots(_ query: SlotQuery, now: Date) throws -> [AvailableSlot] {
        try mayFail { try store.freeSlots(query, now: now) }
    }

    func hold(
        _ choice: SlotChoice, token: String, now: Date, until expires: Date
    ) throws -> Hold {
        try mayFail { try store.hold(choice, token: token, now: now, until: expires) }
    }

    func renew(_ hold: Hold, now: Date, until expires: Date) throws -> Hold {
        try mayFail { try store.renew(hold, now: now, until: expires) }
    }

    func release(_ hold: Hold) throws {
        try mayFail { try store.release(hold) }
    }

    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try mayFail { try store.book(hold, request, now: now, drawing: draw) }
    }

    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try store.book(choice, request, now: now, drawing: draw)
    }

    func booking(_ reference: BookingReference) throws -> Booking? {
        try mayFail { try store.booking(reference) }
    }

    func booking(_ reference: BookingReference, of phone: PhoneNumber) throws -> Booking? {
        try mayFail { try store.booking(reference, of: phone) }
    }

    func cancel(
        _ reference: BookingReference, as cancellation: Cancellation, now: Date
    ) throws -> Booking {
        try mayFail { try store.cancel(reference, as: cancellation, now: now) }
    }

    func move(
        _ reference: BookingReference, to choice: SlotChoice, as cancellation: Cancellation, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        try mayFail()
        return try store.move(reference, to: choice, as: cancellation, now: now, drawing: draw)
    }

    func move(
        _ reference: BookingReference, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try mayFail {
            try store.move(reference, to: hold, method, as: cancellation, now: now, drawing: draw)
        }
    }

    func messages(dueUntil moment: Date) throws -> [Message] {
        try store.messages(dueUntil: moment)
    }

    func takeMessage(
        by channels: Set<Message.Channel>, now: Date, until lease: Date
    ) throws -> Message? {
        try store.takeMessage(by: channels, now: now, until: lease)
    }

    func markSent(_ key: String, now: Date) throws { try store.markSent(key, now: now) }

    func markFailed(_ key: String, _ failure: String, now: Date, next: Date?) throws {
        try store.markFailed(key, failure, now: now, next: next)
    }

    func reviveMessages(now: Date) throws -> Int { try store.reviveMessages(now: now) }

    func write(_ text: String, to reference: BookingReference, now: Date) throws {
        try mayFail()
        try store.write(text, to: reference, now: now)
    }

    func bookings(of professional: String, from: Date) throws -> [Booking] {
        try store.bookings(of: professional, from: from)
    }

    func readDescription(
        of reference: BookingReference, by reading: AccessContext
    ) throws -> SituationDescription {
        try store.readDescription(of: reference, by: reading)
    }

    func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> [Booking] {
        try mayFail()
        return try store.book(series: choice, andAt: starts, request, now: now, drawing: draw)
    }

    func takeBackAbsence(of professional: String, from: Date, until: Date, now: Date) throws {
        try store.takeBackAbsence(of: professional, from: from, until: until, now: now)
    }

    func leave(
        _ professional: String, from date: Date, isDryRun: Bool, now: Date
    ) throws -> [Booking] {
        try store.leave(professional, from: date, isDryRun: isDryRun, now: now)
    }

    func grant(
        _ grant: RightGrant, now: Date, drawing draw: () -> RightCode
    ) throws -> BookingRight {
        try mayFail()
        return try store.grant(grant, now: now, drawing: draw)
    }

    func right(_ code: RightCode, now: Date) throws -> BookingRight? {
        try mayFail { try store.right(code, now: now) }
    }

    func right(_ code: RightCode, of phone: PhoneNumber, now: Date) throws -> BookingRight? {
        try mayFail { try store.right(code, of: phone, now: now) }
    }

    func rights(of phone: PhoneNumber?, now: Date) throws -> [BookingRight] {
        try store.rights(of: phone, now: now)
    }

    func withdraw(_ code: RightCode, now: Date) throws -> BookingRight {
        try mayFail()
        return try store.withdraw(code, now: now)
    }

    func add(_ member: StaffMember, passwordHash: String?, now: Date) throws {
        try store.add(member, passwordHash: passwordHash, now: now)
    }

    func staff() throws -> [StaffMember] { try store.staff() }

    func passwordHash(of id: String) throws -> String? { try store.passwordHash(of: id) }

    func setPassword(of id: String, hash: String, now: Date) throws {
        try store.setPassword(of: id, hash: hash, now: now)
    }

    func setLocked(_ isLocked: Bool, _ id: String) throws { try store.setLocked(isLocked, id) }

    func countWrongPassword(of id: String, limit: Int) throws {
        try store.countWrongPassword(of: id, limit: limit)
    }

    func forgetWrongPasswords(of id: String) throws { try store.forgetWrongPasswords(of: id) }

    func log(_ entry: AccessEntry) throws { try store.log(entry) }

    func accessLog(ofClientOf reference: BookingReference) throws -> [AccessEntry] {
        try store.accessLog(ofClientOf: reference)
    }

    func accessLog(ofUser id: String, from: Date, until: Date) throws -> [AccessEntry] {
        try store.accessLog(ofUser: id, from: from, until: until)
    }

    func bookings(of professional: String, from: Date, until: Date) throws -> [Booking] {
        try store.bookings(of: professional, from: from, until: until)
    }

    func arrangements(from: Date, until: Date) throws -> [Booking] {
        try store.arrangements(from: from, until: until)
    }

    func bookings(ofPhone phone: PhoneNumber, from: Date) throws -> [Booking] {
        try store.bookings(ofPhone: phone, from: from)
    }

    func record(_ attendance: Attendance, of reference: BookingReference) throws {
        try mayFail()
        try store.record(attendance, of: reference)
    }

    func record(
        _ advice: Advice, of reference: BookingReference, by user: String, now: Date
    ) throws {
        try mayFail()
        try store.record(advice, of: reference, by: user, now: now)
    }

    func advice(of reference: BookingReference, by reading: AccessContext) throws -> Advice? {
        try store.advice(of: reference, by: reading)
    }

    func professionals(of reference: BookingReference) throws -> [String] {
        try store.professionals(of: reference)
    }

    func setGuard(_ reason: String?, for reference: BookingReference) throws {
        try mayFail()
        try store.setGuard(reason, for: reference)
    }

    func keepDraft(_ draft: String, of staff: String, now: Date) throws {
        try store.keepDraft(draft, of: staff, now: now)
    }

    func draft(of staff: String) throws -> String? { try store.draft(of: staff) }

    func dropDraft(of staff: String) throws { try store.dropDraft(of: staff) }

    func purge(
        meetingsEndedBefore moment: Date, isDryRun: Bool, by reading: AccessContext
    ) throws -> Purge {
        try store.purge(meetingsEndedBefore: moment, isDryRun: isDryRun, by: reading)
    }

    func clientData(
        of reference: BookingReference, with professionals: Set<String>, by reading: AccessContext
    ) throws -> ClientData {
        try store.clientData(of: reference, with: professionals, by: reading)
    }

    func erase(
        _ reference: BookingReference, isDryRun: Bool, by reading: AccessContext
    ) throws -> Purge {
        try store.erase(reference, isDryRun: isDryRun, by: reading)
    }
}
