public import CivilTime
import Foundation
public import SocialServices

/// What a caller says to show who they are.
///
/// A name and a personal identity code identify nobody (Data Protection Act 1050/2018 29 §), and the latter is never asked.
public struct ClientIdentity: Sendable, Hashable {
    /// How a client was recognised, as the access log keeps it.
    public enum Kind: String, CaseIterable, Sendable {
        /// The code of a booking with the name or the number.
        case code
        /// Name, number and one thing of a meeting.
        case detail
        /// In another way, which the user wrote down.
        case other
    }

    /// The tries until a record is closed for the call.
    public static let mostTries = 3

    public var reference: BookingReference?
    public var name: String?
    public var phone: PhoneNumber?
    /// The day of a meeting.
    public var day: CalendarDay?
    /// The name or the id of whom they meet.
    public var professional: String?
    public var task: ServiceTask?
    /// How the user recognised them otherwise, for example "came to the desk with a passport".
    public var other: String?

    public init(
        reference: BookingReference? = nil, name: String? = nil, phone: PhoneNumber? = nil, day: CalendarDay? = nil,
        professional: String? = nil, task: ServiceTask? = nil, other: String? = nil
    ) {
        self.reference = reference
        self.name = name
        self.phone = phone
        self.day = day
        self.professional = professional
        self.task = task
        self.other = other
    }

    /// How it shows that the caller is a client; nil if it does not.
    ///
    /// - Parameters:
    ///   - bookings: the client's, whichever were cancelled too.
    ///   - clock: the county's.
    public func proof(of known: KnownClient, with bookings: [Booking], on clock: WallClock) -> Kind? {
        let hasName = name.map { Self.isSameName($0, known.client.name) } ?? false
        let hasPhone = phone != nil && phone == known.client.phone
        let hasCode = reference.map { code in bookings.contains { $0.reference == code } } ?? false
        // Who must not be found is told nothing on what another person may know of them.
        if known.isProtected { return hasCode && hasName ? .code : nil }
        if hasCode, hasName || hasPhone { return .code }
        if hasName, hasPhone, bookings.contains(where: { hasDetail(of: $0, clock) }) { return .detail }
        return other.map { $0.contains { !$0.isWhitespace } } == true ? .other : nil
    }

    private func hasDetail(of booking: Booking, _ clock: WallClock) -> Bool {
        if booking.status == .cancelled { return false }
        let isDay = day == clock.calendarDay(of: booking.slot.start)
        let isTask = task == booking.slot.task
        let isWorker =
            professional.map { typed in
                typed == booking.slot.professional || Self.isPart(typed, of: booking.professionalName)
            } ?? false
        return isDay || isTask || isWorker
    }

    /// `true` if each word of a name as heard is one of the name, but for one letter, and none of it is missing.
    static func isSameName(_ heard: String, _ name: String) -> Bool {
        let (heard, words) = (NameKey(heard).words, NameKey(name).words)
        guard heard.count >= min(2, words.count) else { return false }
        return heard.allSatisfy { word in words.contains { NameKey.isNear(word, $0) } }
    }

    private static func isPart(_ heard: String, of name: String) -> Bool {
        let (heard, words) = (NameKey(heard).words, NameKey(name).words)
        return !heard.isEmpty && heard.allSatisfy { word in words.contains { NameKey.isNear(word, $0) } }
    }
}
