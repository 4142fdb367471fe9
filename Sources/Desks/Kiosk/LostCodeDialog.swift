import BookingCore
import ContentLibrary
import SocialServices

/// A visitor who has lost the reference: the name, the year of birth and the phone number find the booking, and its
/// reference is shown again.
///
/// Whatever does not fit gets one answer, so that no one learns who has a booking; and so often only may it be tried in
/// one visit.
struct LostCodeDialog {
    enum Found {
        case booking(Booking)
        case missed
    }

    let context: DialogContext
    /// How often it was tried in vain before, in this visit.
    let misses: Int

    /// In one visit.
    private static let mostMisses = 3

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }

    /// Nil is the way back.
    func find() throws(NavigationRequest) -> Found? {
        guard misses < Self.mostMisses else {
            conversation.say(.change.lostNothing)
            return nil
        }
        guard let (name, year) = try askName() else { return nil }
        guard let phone = try askPhone() else { return nil }
        guard let phone else { return missed() }
        let lost = LostReference(name: name, phone: phone, birthYear: year)
        let found = try context.attempt { try context.tools.visitor.bookings(lost) }
        guard case .success(let bookings) = found, !bookings.isEmpty else { return missed() }
        guard let booking = try choose(among: bookings) else { return nil }
        conversation.say(.change.lostFound(booking.reference.grouped))
        return .booking(booking)
    }

    private func missed() -> Found {
        conversation.say(.change.lostNothing)
        return .missed
    }

    private func askName() throws(NavigationRequest) -> (name: String, year: Int)? {
        let thisYear = context.tools.thisYear
        return try conversation.write(words(.change.lostName), longest: Client.longestName) { typed in
            guard let line = try? NameLine(typed, takesPhone: false, thisYear: thisYear), let year = line.birthYear
            else { return .failure(WritingFault(.change.lostYearFault(thisYear))) }
            return .success((line.name, year))
        }
    }

    /// Inside nil of one who has none. Nil is the way back.
    private func askPhone() throws(NavigationRequest) -> PhoneNumber?? {
        try conversation.write(words(.change.lostPhone), longest: 100) { typed in
            if conversation.saysNoPhone(typed) { return .success(nil) }
            return PhoneNumber.checked(typed).map { .some($0) }
        }
    }

    /// Nil is the way back.
    private func choose(among bookings: [Booking]) throws(NavigationRequest) -> Booking? {
        if bookings.count == 1 { return bookings[0] }
        let choices = bookings.map { booking in
            let when = context.dates.long(booking.slot.start)
            return Choice(booking, id: booking.reference.grouped, "\(when), \(words(booking.method.name))")
        }
        return try conversation.choose(titled: words(.change.lostWhich), from: choices)
    }
}
