import BookingCore
import ContentLibrary

/// Another time instead of a booked one, which stays the client's until the new one is theirs.
struct MoveDialog {
    enum Outcome {
        case moved(Booking)
        /// The client keeps the old time.
        case unchanged
        case refused(any Error)
    }

    let context: DialogContext
    let keeper: HoldKeeper
    let booking: Booking
    let type: AppointmentType
    let canceller: Cancellation.Canceller
    /// Is called before a chosen time is booked, for example to tell which rule it does not keep.
    var beforeMoving: (SlotChoice) -> Void = { _ in }

    func run() throws(NavigationRequest) -> Outcome {
        let draft = BookingDraft(type: type, service: booking.service, leave: .moving(booking.reference))
        var picker = TimePicker(context, keeper, for: draft)
        picker.isInterpreted = context.desk.isForInterpreter(booking)
        picker.longMinutes = booking.longMinutes
        picker.impossible = booking.client.impossibleMethods
        var isHeld = try picker.pick()
        while isHeld {
            guard let hold = keeper.hold, let choice = keeper.choice, try agrees(to: choice) else { break }
            beforeMoving(choice)
            let result = try AtOnceQuestion(context: context).asking { isAtOnceToo in
                var cancellation = Cancellation(by: canceller)
                cancellation.isAtOnceToo = isAtOnceToo
                return try context.desk.move(booking, to: hold, choice.method, as: cancellation)
            }
            switch result {
            case .success(let moved):
                keeper.forgetHold()
                return .moved(moved)
            case .failure(BookingRefusal.noLongerFree):
                keeper.forgetHold()
                context.conversation.say(.change.moveTaken)
                // A caller is asked anew how to meet; on the screen the same way is offered first.
                isHeld = context.isSpoken ? false : try picker.pickFromTimes()
                if !isHeld { isHeld = try picker.pick() }
            case .failure(BookingRefusal.clientIsElsewhere):
                keeper.release()
                isHeld = try picker.pick()
            case .failure(let error): return .refused(error)
            }
        }
        return .unchanged
    }

    /// Whether the client wants this time instead of the booked one.
    private func agrees(to choice: SlotChoice) throws(NavigationRequest) -> Bool {
        let old = context.dates.long(booking.slot.start) + ", " + context.words(booking.method.name)
        let question = context.words(.change.moveQuestion(old, context.line(of: choice)))
        return try context.conversation.agrees(
            context.asked(question), yes: .change.moveYes, no: .change.moveNo)
    }
}
