import BookingCore
import ContentLibrary

extension ProfessionalDesk {
    /// A message by hand. How long it is is told before it goes; what is written stays until it is kept.
    func write(to booking: Booking) throws(Departure) {
        let limit = MessageText.longestSMS
        while true {
            let text = try askText(
                words(.letterQuestion, ["limit": String(limit)]), longest: limit,
                already: unfinishedLetters[booking.reference] ?? "")
            guard let text else { return }
            unfinishedLetters[booking.reference] = text
            if text.utf16.count > limit {
                talk.say(.faultTooLong, ["count": String(text.utf16.count), "limit": String(limit)])
                continue
            }
            guard try isToBeSent(text) else { continue }
            guard try succeeds({ () throws(BookingError) in try session.write(text, to: booking) }) else { return }
            unfinishedLetters[booking.reference] = nil
            return talk.say(.letterKept)
        }
    }

    private func isToBeSent(_ text: String) throws(Departure) -> Bool {
        let length = SMSLength(of: text)
        let menu = Menu(
            title: words(
                .letterCheck, ["characters": String(length.characters), "parts": String(length.parts)]),
            items: [
                Menu.Item(id: "send", text: words(.letterSend)), Menu.Item(id: "again", text: words(.letterAgain)),
            ])
        return try talk.choose(menu)?.item == "send"
    }
}
