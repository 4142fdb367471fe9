import BookingCore
import ContentLibrary

extension DialogContext {
    /// Books, and where the client has another meeting at the same time asks whether this one is wanted too.
    ///
    /// - Returns: the refusal `clientIsElsewhere` where it is not.
    func book(_ hold: Hold, _ request: BookingRequest) throws(NavigationRequest) -> Result<Booking, any Error> {
        let first = try attempt(changes: true) { try desk.book(hold, request) }
        guard case .failure(BookingRefusal.clientIsElsewhere) = first else { return first }
        let question = asked(words(.booking.atOnceQuestion))
        guard try conversation.agrees(question, yes: .booking.atOnceYes, no: .booking.atOnceNo) else { return first }
        var request = request
        request.isAtOnceToo = true
        return try attempt(changes: true) { try desk.book(hold, request) }
    }
}
