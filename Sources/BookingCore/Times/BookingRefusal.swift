public import CivilTime
public import Foundation

/// Why a booking was not made, moved or cancelled: what a client can be told.
public enum BookingRefusal: Error, Equatable, Sendable {
    /// The time is taken, held by another person, or was never opened.
    case noLongerFree
    /// No booking has this reference and phone number.
    case notFound
    /// The booking was cancelled before.
    case alreadyCancelled
    /// The meeting has begun or is over.
    case alreadyPast
    /// The meeting has not begun: nobody can have come to it, or failed to.
    case notBegun
    /// The county is closed on that day.
    case closed
    /// Several professionals have the booking together: it can be cancelled, not moved.
    case severalProfessionals
    /// A call was asked for, and the client has no phone number.
    case noPhoneNumber
    /// The time begins too soon to be booked: the rule of its appointment type.
    case tooSoon(notice: TimeSpan)
    /// The time begins too soon for an interpreter to come: the rule of its appointment type.
    case tooSoonForInterpreter(notice: TimeSpan)
    /// With an interpreter a meeting of this appointment type takes so many minutes, longer than the time.
    case tooShortForInterpreter(minutes: Int)
    /// The time is too far ahead to be booked yet.
    case tooFar(ahead: TimeSpan)
    /// Clients may not book such times yet; nil if it is not settled from when on.
    case notOpen(from: CalendarDay?)
    /// A client could move or cancel the time until so long before it begins.
    case tooLateToChange(until: TimeSpan)
    /// The phone number, or the name of a client who has none, has as many open bookings of this appointment type as one
    /// may have.
    case tooManyOpen(open: Int, limit: Int)
    /// The series has more times than one client may have at once.
    case seriesTooLong(times: Int, limit: Int)
    /// The client has another meeting then; so many.
    case clientIsElsewhere(meetings: Int)
    /// Whom the client meets is not free then; another worker, by id and name, is.
    case onlyWithAnother(professional: String, name: String)
    /// One time of a series is not free; none of it was booked.
    case notFreeThen(start: Date)
}
