public import Foundation
public import SocialServices

/// What becomes of a meeting, and what must be arranged for it.
public protocol MeetingStore: AnyObject {
    /// Bookings of one professional whose meetings begin in the period, cancelled ones too, in order of time.
    func bookings(of professional: String, from: Date, until: Date) throws(BookingError) -> [Booking]
    /// Active bookings in the period that need an interpreter, sign language, something else or a guard, in order of
    /// time.
    func arrangements(from: Date, until: Date) throws(BookingError) -> [Booking]
    /// Every booking of a phone number whose meeting begins at `from` or later, cancelled ones too, in order of time.
    func bookings(ofPhone phone: PhoneNumber, from: Date) throws(BookingError) -> [Booking]
    /// How the meeting went. Throws `notFound`, or `alreadyCancelled`.
    func record(_ attendance: Attendance, of reference: BookingReference) throws(BookingError)
    /// A record of the advice; the last one holds. Throws `notFound`.
    func record(_ advice: Advice, of reference: BookingReference, by user: String, now: Date) throws(BookingError)
    /// The record of the advice; nil where there is none. The reading is written to the access log in the same
    /// transaction. Throws `notFound`.
    func advice(of reference: BookingReference, by reading: Reading) throws(BookingError) -> Advice?
    /// Who meets the client of a booking, by id: one or, of a work pair, each of them; empty for an unknown reference.
    func professionals(of reference: BookingReference) throws(BookingError) -> [String]
    /// Why a guard is asked for; nil where none is needed any more. Throws `notFound`.
    func setGuard(_ reason: String?, for reference: BookingReference) throws(BookingError)
}
