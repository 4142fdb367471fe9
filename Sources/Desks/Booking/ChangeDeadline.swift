import BookingCore
import ContentLibrary
import Foundation

/// Until when the client may move or cancel a booking, by the rules of its appointment type.
struct ChangeDeadline {
    let context: DialogContext
    let booking: Booking

    private var words: Words { context.words }

    /// How the client can cancel the booking here, and until when.
    var howToCancel: String {
        let how = words(booking.client.phone == nil ? .booking.cancelHowWord : .booking.cancelHow)
        if context.desk.rules(of: booking.slot.appointmentType).changeUntil == nil { return how }
        if isOver { return words(tooLate) }
        return how + " " + words(.booking.cancelUntil(context.dates.short(last)))
    }

    var isOver: Bool { last < context.desk.now }

    var tooLate: Phrase { .booking.cancelTooLate(context.dates.short(last)) }

    private var last: Date {
        context.desk.rules(of: booking.slot.appointmentType).lastChange(ofTimeAt: booking.slot.start)
    }
}
