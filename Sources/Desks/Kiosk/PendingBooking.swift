import BookingCore
import ContentLibrary
import Mapper

/// A booking that is being made, in no language: its visitor may go on in another.
struct PendingBooking {
    let type: AppointmentType
    /// Nil if the time is not booked at the end of an interview.
    var outcome: Outcome?
    var leave = BookingAuthority.open
    /// How and where to meet, as far as it was chosen.
    var wish: TimeWish?
    /// What comes before the times was answered.
    var isArranged = false

    func draft(in words: Words) -> BookingDraft {
        BookingDraft(
            type: type, service: outcome?.service, outcome: outcome?.id,
            prompts: words.prompts(outcome: outcome?.id, appointment: type.id), leave: leave, wish: wish)
    }
}
