import BookingCore
import ContentLibrary

/// What a client is told of an interpreter: the authority arranges the interpreting and bears its cost (act 434/2003 26 §,
/// act 812/2000 5 §).
struct InterpreterWords {
    let context: DialogContext

    private var words: Words { context.words }

    /// How long the meeting is, who orders the interpreter, and from when on.
    func changes(of type: AppointmentType) -> String {
        let rules = context.desk.rules(of: type.id)
        let longer = rules.interpreterMinutes.map { words(.booking.interpreterLonger($0)) }
        let from = rules.interpreterNotice.map { _ in
            words(.booking.interpreterFrom(context.dates.day(rules.earliestWithInterpreter(context.desk.now))))
        }
        return [longer, words(.booking.interpreterOrdered), from].compactMap(\.self).joined(separator: " ")
    }

    /// What is promised for a booking; nil without an interpreter.
    func promise(of booking: Booking) -> String? {
        guard booking.needs.isInterpreted else { return nil }
        return words(
            context.desk.isForInterpreter(booking)
                ? .booking.confirmedInterpreter : .booking.confirmedOrdinary(booking.slot.minutes))
    }
}
