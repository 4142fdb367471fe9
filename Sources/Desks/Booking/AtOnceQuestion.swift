import BookingCore
import ContentLibrary

/// Books, and where the client has another meeting at the same time asks whether this one is wanted too.
struct AtOnceQuestion {
    let context: DialogContext

    /// - Returns: the refusal `clientIsElsewhere` where it is not.
    func book(_ hold: Hold, _ request: BookingRequest) throws(NavigationRequest) -> Result<Booking, any Error> {
        let first = try context.attempt(changes: true) { try context.desk.book(hold, request) }
        guard case .failure(BookingRefusal.clientIsElsewhere) = first else { return first }
        let question = context.asked(context.words(.booking.atOnceQuestion))
        guard try context.conversation.agrees(question, yes: .booking.atOnceYes, no: .booking.atOnceNo) else {
            return first
        }
        var request = request
        request.isAtOnceToo = true
        return try context.attempt(changes: true) { try context.desk.book(hold, request) }
    }
}
