public import CivilTime
public import Foundation
public import SocialServices

/// What can be booked (*varaustuote, aikatyyppi*, national field 73).
public struct AppointmentType: Sendable, Hashable {
    public let id: String
    public let task: ServiceTask
    /// Length in minutes, within `Slot.allowedMinutes`.
    public let minutes: Int
    /// How the meeting may be held, in the order offered. Never empty.
    public let methods: [ContactMethod]
    public let rules: AppointmentRules
    /// `true` if its times are booked with a booking right or by staff, never by just anybody.
    public let isByRight: Bool
    /// How many clients one time takes, within `Slot.allowedSeats`; more than one for an information session.
    public let seats: Int

    public init(
        id: String, task: ServiceTask, minutes: Int, methods: [ContactMethod], rules: AppointmentRules = .none,
        isByRight: Bool = false, seats: Int = 1
    ) {
        self.id = id
        self.task = task
        self.minutes = minutes
        self.methods = methods
        self.rules = rules
        self.isByRight = isByRight
        self.seats = seats
    }
}

/// When times of one appointment type may be booked and given up by clients, and how many at once.
///
/// Each is the county's own choice (content, `services.txt`); what is nil has no limit. No act sets them: a client
/// has a right to be served (act 812/2000 5 §), so what a rule refuses must always be told together with the rule.
public struct AppointmentRules: Sendable, Hashable {
    /// A time can be booked until so long before it begins.
    public var notice: TimeSpan?
    /// A time can be booked from so long before it begins.
    public var ahead: TimeSpan?
    /// A client can move or cancel a time until so long before it begins.
    public var changeUntil: TimeSpan?
    /// How many bookings of this appointment type that have not begun one phone number may have; at least 1.
    public var openPerPhone: Int?
    /// How long a meeting takes to which an interpreter comes, in minutes; a multiple of the type's own length.
    public var interpreterMinutes: Int?
    /// A meeting to which an interpreter comes can be booked until so long before it begins.
    public var interpreterNotice: TimeSpan?
    /// What clients may book from when on; everything at any time if empty.
    public var openings: [BookingOpening]

    /// No limits: what the county's own staff may do.
    public static let none = AppointmentRules()

    public init(
        notice: TimeSpan? = nil, ahead: TimeSpan? = nil, changeUntil: TimeSpan? = nil, openPerPhone: Int? = nil,
        interpreterMinutes: Int? = nil, interpreterNotice: TimeSpan? = nil, openings: [BookingOpening] = []
    ) {
        self.openings = openings
        self.interpreterMinutes = interpreterMinutes
        self.interpreterNotice = interpreterNotice
        self.notice = notice
        self.ahead = ahead
        self.changeUntil = changeUntil
        self.openPerPhone = openPerPhone
    }

    /// What binds the county's staff too: no one can order an interpreter sooner, or understand twice as fast.
    var ofInterpreters: AppointmentRules {
        AppointmentRules(interpreterMinutes: interpreterMinutes, interpreterNotice: interpreterNotice)
    }

    /// `true` if meetings to which an interpreter comes are other ones than those of everybody.
    public var differsWithInterpreter: Bool { interpreterMinutes != nil || interpreterNotice != nil }

    /// The first moment at which a time that may be booked now can start.
    public func earliest(_ now: Date) -> Date { notice.map { now.addingTimeInterval($0.seconds) } ?? now }

    /// The first moment at which a meeting that may be booked now can start if an interpreter comes to it.
    public func earliestWithInterpreter(_ now: Date) -> Date {
        max(earliest(now), interpreterNotice.map { now.addingTimeInterval($0.seconds) } ?? now)
    }

    /// The last moment at which a time that may be booked now can start; nil for no end.
    public func latest(_ now: Date) -> Date? { ahead.map { now.addingTimeInterval($0.seconds) } }

    /// Until when a client may change a time, that moment included. Nothing is changed once it has begun.
    public func lastChange(ofTimeAt start: Date) -> Date {
        changeUntil.map { start.addingTimeInterval(-$0.seconds) } ?? start
    }

    /// Throws `tooSoon` or `tooFar` where a time that starts at `start` may not be taken now.
    public func checkBooking(ofTimeAt start: Date, now: Date) throws {
        if let notice, start < earliest(now) { throw BookingRefusal.tooSoon(notice: notice) }
        if let ahead, let latest = latest(now), start > latest { throw BookingRefusal.tooFar(ahead: ahead) }
    }

    /// Throws `tooSoonForInterpreter` or `tooShortForInterpreter` where an interpreter could not come to a time that starts
    /// at `start` and lasts so long, in minutes.
    public func checkInterpreter(atTimeAt start: Date, minutes: Int, now: Date) throws {
        if let interpreterNotice, start < now.addingTimeInterval(interpreterNotice.seconds) {
            throw BookingRefusal.tooSoonForInterpreter(notice: interpreterNotice)
        }
        if let interpreterMinutes, minutes < interpreterMinutes {
            throw BookingRefusal.tooShortForInterpreter(minutes: interpreterMinutes)
        }
    }

    /// Throws `tooLateToChange` where a client may no longer move or cancel a time that starts at `start`.
    public func checkChange(ofTimeAt start: Date, now: Date) throws {
        if let changeUntil, now > lastChange(ofTimeAt: start) {
            throw BookingRefusal.tooLateToChange(until: changeUntil)
        }
    }

    /// Throws `tooManyOpen` where a phone number that has `open` bookings may not have one more.
    public func checkCount(open: Int) throws {
        if let openPerPhone, open >= openPerPhone {
            throw BookingRefusal.tooManyOpen(open: open, limit: openPerPhone)
        }
    }
}
