import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

extension KioskVisit {
    /// Finds a booking by reference and phone number, shows it and cancels it if the visitor wants; or books with a
    /// right, whose code looks the same. True when the visit has come to its end; false for the way back.
    func showMyBooking() throws(NavigationRequest) -> Bool {
        while true {
            guard let reference = try askReference(),
                let phone = try talk.write(words(.change.findPhone), longest: 100, check: PhoneNumber.checked)
            else { return false }
            let found = try attempt { try tools.visitor.booking(reference, of: phone) }
            // The same answer for an unknown reference and a wrong number: nobody can try out references.
            if case .success(let booking?) = found { return try show(booking) }
            if let right = try right(reference, of: phone) {
                if try book(by: right) { return true }
            } else {
                talk.say(.change.findNothing)
            }
        }
    }

    private func askReference() throws(NavigationRequest) -> BookingReference? {
        try talk.write(words(.change.findReference), longest: 100) { typed in
            BookingReference(typed: typed).map { .success($0) } ?? .failure(WritingFault(.change.findReferenceFault))
        }
    }

    func show(_ booking: Booking) throws(NavigationRequest) -> Bool {
        talk.show(
            [.blank, .paragraph(TerminalText(words(.change.foundTitle)).styled(.strong))] + bookingLines(booking))
        if booking.status == .cancelled { return try end(.change.foundCancelled) }
        if booking.slot.start <= tools.now() { return try end(.change.foundPast) }
        if isTooLateToChange(booking) { return try end(tooLate(for: booking)) }
        var items = [
            Menu.Item(id: "keep", text: words(.change.actionKeepBooking)),
            Menu.Item(id: "cancel", text: words(.change.actionCancelBooking)),
        ]
        // Of a type that the content no longer has there are no times to choose from.
        let type = tools.content.services.appointment(booking.slot.appointmentType)
        if type != nil { items.append(Menu.Item(id: "move", text: words(.change.actionMoveBooking))) }
        switch try talk.choose(Menu(title: words(.change.foundQuestion), items: items))?.item {
        case nil: return false
        case "cancel": return try cancel(booking)
        case "move":
            guard let type else { return try show(booking) }
            return try move(booking, of: type)
        default: return true
        }
    }

    private func cancel(_ booking: Booking) throws(NavigationRequest) -> Bool {
        guard try talk.agrees(words(.change.cancelQuestion), yes: .change.cancelYes, no: .change.cancelNo) else {
            return try show(booking)
        }
        let result = try attempt(changes: true) {
            try tools.visitor.cancel(booking, as: Cancellation(by: .client))
        }
        switch result {
        case .success, .failure(BookingRefusal.alreadyCancelled): return try end(.change.cancelled)
        case .failure(BookingRefusal.alreadyPast): return try end(.change.foundPast)
        case .failure(BookingRefusal.tooLateToChange): return try end(tooLate(for: booking))
        // It has another reference since, or is gone: nothing was cancelled.
        case .failure: return try end(.change.findNothing)
        }
    }

    func end(_ phrase: Phrase) throws(NavigationRequest) -> Bool {
        talk.say(phrase)
        try talk.pause(.booking.doneEnter)
        return true
    }
}

extension KioskVisit {
    /// The booking right with this code and phone number. Nobody can try out codes: a wrong number finds nothing.
    func right(_ typed: BookingReference, of phone: PhoneNumber) throws(NavigationRequest) -> BookingRight? {
        guard let code = RightCode(typed: typed.characters) else { return nil }
        let found = try attempt {
            try tools.visitor.right(code, of: phone)
        }
        guard case .success(let right?) = found else { return nil }
        return right
    }

    /// Books a follow-up time. True when it is booked; false where the right opens nothing, or the visitor went back.
    func book(by right: BookingRight) throws(NavigationRequest) -> Bool {
        guard let type = begin(with: right) else { return false }
        let left = right.grant.uses - right.used
        if left > 1 { talk.say(.change.rightLeft(left)) }
        return try book(
            BookingDraft(
                type: type, service: nil, outcome: nil, prompts: words.appointments[type.id]?.prompts ?? [],
                leave: .right(right.code)))
    }
}

extension KioskVisit {
    /// Another time instead of the booked one, which stays the visitor's until the new one is theirs. True when the
    /// visit has come to its end; false for the way back.
    func move(_ booking: Booking, of type: AppointmentType) throws(NavigationRequest) -> Bool {
        draft = BookingDraft(
            type: type, service: booking.service, outcome: nil, prompts: [], leave: .moving(booking.reference))
        var chosen = try chooseTime()
        while chosen {
            guard let hold = draft?.hold, let choice = draft?.choice, try agrees(booking, to: choice) else { break }
            let result = try attempt(changes: true) {
                try tools.visitor.move(booking, to: hold, choice.method, as: Cancellation(by: .client))
            }
            switch result {
            case .success(let moved): return try confirm(moved)
            case .failure(BookingRefusal.noLongerFree):
                draft?.hold = nil
                talk.say(.change.moveTaken)
                chosen = try chooseFromTimes()
                if !chosen { chosen = try chooseTime() }
            case .failure(BookingRefusal.alreadyPast): return try end(.change.foundPast)
            case .failure(BookingRefusal.tooLateToChange): return try end(tooLate(for: booking))
            case .failure(BookingRefusal.alreadyCancelled): return try end(.change.foundCancelled)
            case .failure: return try end(.change.findNothing)
            }
        }
        releaseHold()
        draft = nil
        return try show(booking)
    }

    private func confirm(_ moved: Booking) throws(NavigationRequest) -> Bool {
        draft?.hold = nil
        talk.say(.change.moved)
        talk.show(bookingLines(moved))
        try talk.pause(.booking.doneEnter)
        return true
    }
}
