public import BookingCore
public import Foundation

// What tests do to a store without saying who does it: the program itself.

extension BookingStore {
    public func record(_ attendance: Attendance, of reference: BookingReference) throws {
        try record(attendance, of: reference, by: .system, now: .distantFuture)
    }

    public func record(_ advice: Advice, of reference: BookingReference, by user: String, now: Date) throws {
        try record(advice, of: reference, by: Doer(id: user, name: user), now: now)
    }

    public func setGuard(_ reason: String?, for reference: BookingReference) throws {
        try setGuard(reason, for: reference, by: .system, now: .distantFuture)
    }

    public func grant(_ grant: RightGrant, now: Date, drawing draw: () -> RightCode) throws -> BookingRight {
        try self.grant(grant, by: .system, now: now, drawing: draw)
    }

    public func withdraw(_ code: RightCode, now: Date) throws -> BookingRight {
        try withdraw(code, by: .system, now: now)
    }
}

extension MessageStore {
    public func write(_ text: String, to reference: BookingReference, now: Date) throws {
        try write(text, to: reference, by: .system, now: now)
    }
}

extension ScheduleStore {
    public func add(_ professional: Professional) throws {
        try add(professional, by: .system, now: Date(timeIntervalSince1970: 1_796_108_400))
    }

    public func open(_ slots: [Slot]) throws {
        try open(slots, by: .system, now: Date(timeIntervalSince1970: 1_796_108_400))
    }

    public func record(_ absence: Absence, isDryRun: Bool, now: Date) throws -> [Booking] {
        try record(absence, isDryRun: isDryRun, by: .system, now: now)
    }

    public func takeBackAbsence(of professional: String, from: Date, until: Date, now: Date) throws {
        try takeBackAbsence(of: professional, from: from, until: until, by: .system, now: now)
    }

    public func leave(_ professional: String, from date: Date, isDryRun: Bool, now: Date) throws -> [Booking] {
        try leave(professional, from: date, isDryRun: isDryRun, by: .system, now: now)
    }
}

extension AdministrationStore {
    public func add(_ member: StaffMember, passwordHash: String?, now: Date) throws {
        try add(member, passwordHash: passwordHash, by: .system, now: now)
    }

    public func setPassword(of id: String, hash: String, now: Date) throws {
        try setPassword(of: id, hash: hash, by: .system, now: now)
    }

    public func setLocked(_ isLocked: Bool, _ id: String) throws {
        try setLocked(isLocked, id, by: .system, now: Date(timeIntervalSince1970: 1_796_108_400))
    }

    public func countWrongPassword(of id: String, limit: Int) throws {
        try countWrongPassword(of: id, limit: limit, now: Date(timeIntervalSince1970: 1_796_108_400))
    }
}
