public import CivilTime
public import Foundation
public import SocialServices

/// Clients as records of their own, and the deeds that can be looked up and undone.
public protocol ClientStore: AnyObject {
    /// A client by id; of a record that was joined to another, that one. Nil if there is none.
    func client(_ id: Int) throws -> KnownClient?
    /// The client of a booking; nil if there is none or they were erased.
    func client(of reference: BookingReference) throws -> KnownClient?
    /// Clients whose names have these words, each but for one wrong letter; at most so many, the oldest record first.
    func clients(named name: NameKey, limit: Int) throws -> [KnownClient]
    /// Clients with a phone number.
    func clients(ofPhone phone: PhoneNumber) throws -> [KnownClient]
    /// Every booking of a client whose meeting begins at `from` or later, cancelled ones too, in order of time.
    func bookings(ofClient id: Int, from: Date) throws -> [Booking]
    /// Puts a client right, and with them their coming bookings, booking rights and the messages that are still to be sent:
    /// nothing goes to an old number any more.
    ///
    /// - Parameters:
    ///   - version: of the record as it was read.
    ///   - pause: how long new messages wait.
    /// - Throws: `ClientRefusal.raced` if somebody was faster, `unchanged`, `erased` or `unknown`.
    func correct(
        _ id: Int, at version: Int, _ correction: ClientCorrection, pause: TimeSpan?, isDryRun: Bool, by doer: Doer,
        now: Date
    ) throws -> ClientCorrectionEffect
    /// Makes one record of two that are one person's.
    ///
    /// - Throws: `ClientRefusal.unknown`, `joined`.
    func join(_ other: Int, to id: Int, by doer: Doer, now: Date) throws
    /// Adds another person to a meeting, who gets a code and messages of their own.
    ///
    /// - Throws: `BookingRefusal.notFound`, `alreadyCancelled`, `ClientRefusal.noSuchParty` if they are in it already.
    func addParty(
        _ person: Client, to reference: BookingReference, pause: TimeSpan?, by doer: Doer, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> MeetingParty
    /// Takes another person off a meeting; what they were still to be told is withdrawn.
    ///
    /// - Throws: `ClientRefusal.noSuchParty`.
    func removeParty(_ code: BookingReference, from reference: BookingReference, by doer: Doer, now: Date) throws
    /// The others who come to a meeting.
    func parties(of reference: BookingReference) throws -> [MeetingParty]

    // Deeds.

    /// Lines of the log of changes, as they were written.
    func changes(_ query: ChangeQuery) throws -> [Change]
    /// Every deed to the client of a booking and to each of their bookings, as they were written.
    ///
    /// - Throws: `BookingRefusal.notFound`.
    func changes(ofClientOf reference: BookingReference) throws -> [Change]
    /// A line by its number.
    func change(_ id: Int) throws -> Change?
    /// Adds a line that is about no booking or client.
    func keep(_ change: NewChange, now: Date) throws
    /// Undoes a deed: nobody is told of it who was not told of the deed.
    ///
    /// - Returns: the booking as it is then; nil of a deed to a client.
    /// - Throws: `UndoRefusal`.
    func undo(
        _ change: Int, pause: TimeSpan?, by doer: Doer, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking?
}
