import BookingCore
import ContentLibrary
import Foundation
import SocialServices

/// Moves a booking to another free time of the same professional.
struct MeetingMoveDialog {
    private enum Choice {
        case time(OfferedTime)
        /// Shows later times.
        case more
    }

    private static let timesOnScreen = 8

    let desk: ProfessionalContext

    private var words: Words { desk.words }

    /// - Returns: whether it was moved.
    func move(_ booking: Booking) throws(NavigationRequest) -> Bool {
        var from = desk.tools.now()
        while true {
            let found = try freeTimes(like: booking, from: from)
            if found.isEmpty {
                desk.talk.say(.professional.noTimes)
                return false
            }
            let shown = found.prefix(Self.timesOnScreen)
            var options = shown.map { time in
                let methods = time.methods.map { words($0.name) }.joined(separator: ", ")
                return MenuOption(
                    desk.tools.id(of: time), "\(desk.dates.short(time.start))   \(methods)", Choice.time(time))
            }
            if found.count > shown.count { options.append(MenuOption("more", words(.booking.timesMore), .more)) }
            switch try desk.choose(words(.professional.ownTimes), from: options) {
            case nil: return false
            case .more: from = (shown.last?.start ?? from).addingTimeInterval(60)
            case .time(let time): if try move(booking, to: time) { return true }
            }
        }
    }

    private func freeTimes(like booking: Booking, from: Date) throws(NavigationRequest) -> [OfferedTime] {
        let query = SlotQuery(
            task: booking.slot.task, appointmentType: booking.slot.appointmentType,
            minutes: booking.longMinutes, leave: .staff(workers: [desk.professional.id]), from: from,
            limit: Self.timesOnScreen + 1)
        let rows = try desk.perform {
            try desk.session.bookableSlots(query, isInterpreted: desk.session.isForInterpreter(booking))
        }
        return OfferedTime.merging(rows ?? [], without: booking.client.impossibleMethods)
    }

    private func move(_ booking: Booking, to time: OfferedTime) throws(NavigationRequest) -> Bool {
        guard let method = try chooseMethod(of: time, like: booking.method) else { return false }
        let old = "\(desk.dates.short(booking.slot.start)), \(words(booking.method.name))"
        let new = "\(desk.dates.short(time.start)), \(words(method.name))"
        guard try desk.agrees(words(.professional.moveQuestion(old, new))) else { return false }
        let choice = SlotChoice(
            task: booking.slot.task, start: time.start, method: method,
            appointmentType: booking.slot.appointmentType, leave: .staff(workers: [desk.professional.id]))
        guard try move(booking, to: choice) else { return false }
        desk.talk.say(booking.client.isReachable ? .professional.moved : .professional.movedUntold)
        return true
    }

    /// - Returns: false where nothing was moved; the professional was told why.
    private func move(_ booking: Booking, to choice: SlotChoice) throws(NavigationRequest) -> Bool {
        var cancellation = Cancellation(by: .professional)
        while true {
            let tried = try desk.attempt { try desk.session.move(booking, to: choice, as: cancellation) }
            guard let result = tried else { return false }
            if case .failure(BookingRefusal.clientIsElsewhere) = result {
                guard try desk.agrees(words(.professional.atOnceQuestion)) else { return false }
                cancellation.isAtOnceToo = true
                continue
            }
            return try desk.perform { try result.get() } != nil
        }
    }

    /// The method that the booking has if the time offers it, else one that is asked for.
    ///
    /// - Returns: nil for the way back.
    private func chooseMethod(of time: OfferedTime, like method: ContactMethod) throws(NavigationRequest)
        -> ContactMethod?
    {
        if time.methods.contains(method) { return method }
        let options = time.methods.map { MenuOption($0.rawValue, words($0.name), $0) }
        return try desk.choose(words(.booking.methodOfTime), from: options)
    }
}
