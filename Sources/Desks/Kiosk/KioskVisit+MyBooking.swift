import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

extension KioskVisit {
    /// Finds a booking by reference and phone number, shows it and cancels it if the visitor wants; or books with a
    /// right, whose code looks the same. True when the visit has come to its end; false for the way back.
    func showMyBooking() throws(Departure) -> Bool {
        while true {
            guard let reference = try askReference(),
                let phone = try talk.write(words(.findPhone), longest: 100, check: PhoneNumber.checked)
            else { return false }
            let found = try attempt { () throws(BookingError) in try tools.store.booking(reference, of: phone) }
            // The same answer for an unknown reference and a wrong number: nobody can try out references.
            if case .success(let booking?) = found { return try show(booking) }
            if let right = try right(reference, of: phone) {
                if try book(by: right) { return true }
            } else {
                talk.say(.findNothing)
            }
        }
    }

    private func askReference() throws(Departure) -> BookingReference? {
        try talk.write(words(.findReference), longest: 100) { typed in
            BookingReference(typed: typed).map { .success($0) } ?? .failure(WritingFault(.findReferenceFault))
        }
    }

    func show(_ booking: Booking) throws(Departure) -> Bool {
        talk.show([.blank, .paragraph(TerminalText(words(.foundTitle)).styled(.strong))] + bookingLines(booking))
        if booking.status == .cancelled { return try end(.foundCancelled) }
        if booking.slot.start <= tools.now() { return try end(.foundPast) }
        if isTooLateToChange(booking) { return try end(.cancelTooLate, lastChange(of: booking)) }
        var items = [
            Menu.Item(id: "keep", text: words(.actionKeepBooking)),
            Menu.Item(id: "cancel", text: words(.actionCancelBooking)),
        ]
        // Of a type that the content no longer has there are no times to choose from.
        let type = tools.content.services.appointment(booking.slot.appointmentType)
        if type != nil { items.append(Menu.Item(id: "move", text: words(.actionMoveBooking))) }
        switch try talk.choose(Menu(title: words(.foundQuestion), items: items))?.item {
        case nil: return false
        case "cancel": return try cancel(booking)
        case "move":
            guard let type else { return try show(booking) }
            return try move(booking, of: type)
        default: return true
        }
    }

    private func cancel(_ booking: Booking) throws(Departure) -> Bool {
        guard try talk.agrees(words(.cancelQuestion), yes: .cancelYes, no: .cancelNo) else {
            return try show(booking)
        }
        let result = try attempt(changes: true) { () throws(BookingError) in
            try tools.store.cancel(booking.reference, as: own(booking), now: tools.now())
        }
        switch result {
        case .success, .failure(.alreadyCancelled): return try end(.cancelled)
        case .failure(.alreadyPast): return try end(.foundPast)
        case .failure(.tooLateToChange): return try end(.cancelTooLate, lastChange(of: booking))
        // It has another reference since, or is gone: nothing was cancelled.
        case .failure: return try end(.findNothing)
        }
    }

    func end(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) throws(Departure) -> Bool {
        talk.say(phrase, values)
        try talk.pause(.doneEnter)
        return true
    }
}
