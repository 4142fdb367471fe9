import BookingCore
import ContentLibrary
import Foundation
import SocialServices

extension ProfessionalDesk {
    private static let timesOnScreen = 8

    /// True where it is cancelled.
    func cancel(_ booking: Booking) throws(Departure) -> Bool {
        guard let reason = try askText(words(.cancelReason), longest: Cancellation.longestReason) else {
            return false
        }
        let cancelled = try done { () throws(BookingError) in
            try session.cancel(booking, as: Cancellation(by: .professional, reason: reason))
        }
        guard cancelled != nil else { return false }
        talk.say(.deskCancelled)
        return true
    }

    /// To another free time of the professional's own. True where it is moved.
    func move(_ booking: Booking) throws(Departure) -> Bool {
        var from = tools.now()
        while true {
            let found = try freeTimes(like: booking, from: from)
            if found.isEmpty {
                talk.say(.deskNoTimes)
                return false
            }
            let shown = found.prefix(Self.timesOnScreen)
            var items = shown.map { time in
                let methods = time.methods.map { words($0.name) }.joined(separator: ", ")
                return Menu.Item(
                    id: tools.id(of: time),
                    text: "\(dates.short(time.start))   \(methods)")
            }
            if found.count > shown.count { items.append(Menu.Item(id: "more", text: words(.timesMore))) }
            guard let chosen = try talk.choose(Menu(title: words(.ownTimes), items: items))?.item else {
                return false
            }
            if chosen == "more" {
                from = (shown.last?.start ?? from).addingTimeInterval(60)
            } else if let index = items.firstIndex(where: { $0.id == chosen }) {
                if try move(booking, to: shown[index]) { return true }
            }
        }
    }

    private func freeTimes(like booking: Booking, from: Date) throws(Departure) -> [FreeTime] {
        let query = SlotQuery(
            task: booking.slot.task, appointmentType: booking.slot.appointmentType,
            leave: .staff(workers: [me.id]), from: from, limit: Self.timesOnScreen + 1)
        let rows = try done { () throws(BookingError) in try tools.store.freeSlots(query, now: tools.now()) }
        return FreeTime.merging(rows ?? [])
    }

    private func move(_ booking: Booking, to time: FreeTime) throws(Departure) -> Bool {
        var method = booking.method
        if !time.methods.contains(method) {
            let items = time.methods.map { Menu.Item(id: $0.rawValue, text: words($0.name)) }
            guard let chosen = try talk.choose(Menu(title: words(.methodOfTime), items: items))?.item else {
                return false
            }
            method = ContactMethod(rawValue: chosen) ?? method
        }
        let old = "\(dates.short(booking.slot.start)), \(words(booking.method.name))"
        let new = "\(dates.short(time.start)), \(words(method.name))"
        guard try agrees(words(.deskMoveQuestion, ["old": old, "new": new])) else { return false }
        let choice = SlotChoice(
            task: booking.slot.task, start: time.start, method: method,
            appointmentType: booking.slot.appointmentType, leave: .staff(workers: [me.id]))
        let moved = try done { () throws(BookingError) in
            try session.move(
                booking, to: choice, as: Cancellation(by: .professional), drawing: tools.drawReference)
        }
        guard moved != nil else { return false }
        talk.say(.deskMoved)
        return true
    }
}
