import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

extension PhoneCall {
    /// The coming bookings of a number, which is the caller's from now on.
    func look(_ phone: PhoneNumber) throws(NavigationRequest) {
        details.phone = phone
        details.answered.insert(.phone)
        query = ""
        keep()
        let result = try attempt {
            try session.bookings(ofPhone: phone, from: tools.now(), purpose: Self.purpose)
        }
        let bookings = ((try? result.get()) ?? []).filter { $0.status == .booked }
        if bookings.isEmpty { return talk.say(.phone.numberKept(phone.grouped)) }
        let items = bookings.map { booking in
            Menu.Item(id: booking.reference.grouped, text: row(of: booking))
        }
        let menu = Menu(
            title: words(.phone.bookings(phone.grouped)),
            items: items + [Menu.Item(id: "search", text: words(.phone.searchAgain))])
        let chosen = try talk.choose(menu)?.item
        found = bookings.first { $0.reference.grouped == chosen }
    }

    private func row(of booking: Booking) -> String {
        let what =
            booking.service.flatMap { words.services[$0]?.name } ?? words.name(.task, booking.slot.task.rawValue)
        return [dates.short(booking.slot.start), words(booking.method.name), booking.client.name, what]
            .joined(separator: " · ")
    }

    /// A booking or a right by what the caller reads aloud. False where no such code was given out: then it may be words.
    func look(code typed: String) throws(NavigationRequest) -> Bool {
        guard let reference = BookingReference(typed: typed) else { return false }
        if let booking = try look(reference) {
            found = booking
            query = ""
            return true
        }
        guard let code = RightCode(typed: typed) else { return false }
        let result = try attempt { try session.right(code) }
        guard case .success(let right?) = result else { return false }
        try begin(right)
        return true
    }

    func look(_ reference: BookingReference) throws(NavigationRequest) -> Booking? {
        let result = try attempt {
            try session.booking(reference, purpose: Self.purpose)
        }
        return (try? result.get()) ?? nil
    }

    /// Booking with the caller's right: the code alone is not enough, the number must be theirs.
    private func begin(_ right: BookingRight) throws(NavigationRequest) {
        let known: PhoneNumber? =
            if let phone = details.phone {
                phone
            } else {
                try talk.write(asked(.change.findPhone), longest: 100, check: PhoneNumber.checked)
            }
        guard let known else { return }
        guard known == right.grant.clientPhone else { return talk.say(.change.findNothing) }
        guard let type = begin(with: right) else { return }
        query = ""
        draft = BookingDraft(
            type: type, service: nil, outcome: nil, prompts: [], leave: .right(right.code))
    }

    /// A booking without its description, and what can be done with it.
    func show(_ booking: Booking) throws(NavigationRequest) {
        let heading = "\(booking.client.name)   \(booking.client.phone.grouped)   \(booking.reference.grouped)"
        talk.show(
            [.blank, .paragraph(TerminalText(heading).styled(.strong)), .paragraph(TerminalText(row(of: booking)))]
                + bookingLines(booking) + needs(booking.needs).map { TextBlock(TerminalText($0), indent: 2) })
        deed = deed ?? "shown"
        var items: [Menu.Item] = []
        if booking.status == .cancelled {
            talk.say(.change.foundCancelled)
        } else if booking.slot.start <= tools.now() {
            talk.say(.change.foundPast)
        } else {
            items.append(Menu.Item(id: "cancel", text: words(.change.actionCancelBooking)))
            if tools.content.services.appointment(booking.slot.appointmentType) != nil {
                items.append(Menu.Item(id: "move", text: words(.change.actionMoveBooking)))
            }
            sayStretchedChange(of: booking)
        }
        items.append(Menu.Item(id: "search", text: words(.phone.searchAgain)))
        switch try talk.choose(Menu(title: words(.phone.outcomeQuestion), items: items))?.item {
        case "cancel": try cancel(booking)
        case "move": try move(booking)
        default: found = nil
        }
    }

    private func sayStretchedChange(of booking: Booking) {
        let rules = tools.content.services.rules(of: booking.slot.appointmentType)
        let last = rules.lastChange(ofTimeAt: booking.slot.start)
        if last < tools.now() { talk.say(.phone.ruleChange(dates.short(last))) }
    }

    private var own: Cancellation { Cancellation(by: .phoneService) }

    private func cancel(_ booking: Booking) throws(NavigationRequest) {
        guard try talk.agrees(asked(.change.cancelQuestion), yes: .change.cancelYes, no: .change.cancelNo) else {
            return
        }
        let result = try attempt(changes: true) {
            try session.cancel(booking, as: own)
        }
        switch result {
        case .success:
            deed = "cancelled"
            talk.say(asked(.change.cancelled))
        case .failure(let error): say(error)
        }
        found = nil
    }

    /// Another time instead of the booked one, which stays the caller's until the new one is theirs.
    private func move(_ booking: Booking) throws(NavigationRequest) {
        guard let type = tools.content.services.appointment(booking.slot.appointmentType) else { return }
        draft = BookingDraft(
            type: type, service: booking.service, outcome: nil, prompts: [], leave: .moving(booking.reference)
        )
        defer {
            releaseHold()
            draft = nil
        }
        var chosen = try chooseTime()
        while chosen {
            guard let hold = draft?.hold, let choice = draft?.choice, try agrees(booking, to: choice) else { return }
            mentionOverriddenRules()
            let result = try attempt(changes: true) {
                try session.move(booking, to: hold, choice.method, as: own)
            }
            switch result {
            case .success(let moved):
                draft?.hold = nil
                deed = "moved"
                talk.say(asked(.change.moved))
                found = moved
                return
            case .failure(BookingRefusal.noLongerFree):
                draft?.hold = nil
                talk.say(.change.moveTaken)
                chosen = try chooseTime()
            case .failure(let error):
                say(error)
                found = nil
                return
            }
        }
    }

    private func say(_ error: any Error) {
        switch error {
        case BookingRefusal.alreadyPast: talk.say(.change.foundPast)
        case BookingRefusal.alreadyCancelled: talk.say(.change.foundCancelled)
        case BookingRefusal.severalProfessionals: talk.say(.phone.several)
        default: talk.say(.change.findNothing)
        }
    }
}
