import BookingCore
import ContentLibrary

/// Books or moves, and where the client has another meeting at the same time asks whether this one is wanted too.
struct AtOnceQuestion {
    let context: DialogContext

    /// - Parameter act: what is done, with whether the client wants it beside the other meeting.
    /// - Returns: the refusal `clientIsElsewhere` where they do not.
    func asking(_ act: (Bool) throws -> Booking) throws(NavigationRequest) -> Result<Booking, any Error> {
        let first = try context.attempt(changes: true) { try act(false) }
        guard case .failure(BookingRefusal.clientIsElsewhere) = first else { return first }
        let question = context.asked(context.words(.booking.atOnceQuestion))
        guard try context.conversation.agrees(question, yes: .booking.atOnceYes, no: .booking.atOnceNo) else {
            return first
        }
        return try context.attempt(changes: true) { try act(true) }
    }
}
