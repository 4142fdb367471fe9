import BookingCore
import SocialServices

/// Why a conversation leaves the place it is at. Nothing of this is ever an answer.
enum NavigationRequest: Error, Equatable {
    /// The person wants to stop.
    case leave
    /// The person wants to begin again.
    case restart
    /// The person wants to talk to a human being.
    case human
    /// Somebody wants to go on in the next language.
    case language
    /// Somebody wants to go on in this language.
    case speak(Language)
    /// The person has booked, and has another matter.
    case anotherMatter
    /// The person wants to see, move or cancel a booking made earlier; its reference if they typed it.
    case myBooking(BookingReference?)
    /// The person has lost the reference of a booking made earlier.
    case lostCode
    case ended(EndReason)
}

/// Why no one answers any more.
public enum EndReason: Equatable, Sendable {
    case endOfInput
    case interrupted
    case timedOut
}
