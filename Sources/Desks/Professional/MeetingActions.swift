import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import SocialServices

extension ProfessionalDesk {
    func record(_ attendance: Attendance, of booking: Booking) throws(NavigationRequest) -> Booking {
        let isKept = try succeeds { try session.meetings.record(attendance, of: booking) }
        guard isKept else { return booking }
        talk.say(.professional.noted(words(attendance.phrase)))
        return try current(booking)
    }

    /// The advice, what is stored, what is shared; each can be gone back to. What is written stays until it is kept.
    func recordAdvice(of booking: Booking, _ purpose: String) throws(NavigationRequest) {
        var advice = unfinishedAdvice[booking.reference]
        if advice == nil {
            let kept = try done { try session.meetings.advice(of: booking, purpose: purpose) }
            guard let kept else { return }
            advice = kept ?? Advice(text: "")
        }
        guard var draft = advice else { return }
        var step = 0
        while step < 3 {
            let written: String?
            switch step {
            case 0: written = try writeAdvice(draft.text)
            case 1: written = try line(.professional.adviceStored, draft.stored)
            default: written = try line(.professional.adviceShared, draft.shared)
            }
            guard let written else {
                step -= 1
                if step < 0 { return }
                continue
            }
            if step == 0, written.trimmed.isEmpty { return talk.say(.professional.nothingDone) }
            draft = Advice(
                text: step == 0 ? written : draft.text, stored: step == 1 ? written : draft.stored,
                shared: step == 2 ? written : draft.shared)
            unfinishedAdvice[booking.reference] = draft
            step += 1
        }
        guard try succeeds({ try session.meetings.record(draft, of: booking) }) else { return }
        unfinishedAdvice[booking.reference] = nil
        talk.say(.professional.adviceKept)
    }

    private func writeAdvice(_ already: String) throws(NavigationRequest) -> String? {
        talk.say(.professional.adviceQuestion)
        return try talk.writeLines(already: already, longest: Advice.longestText) {
            self.talk.say(.professional.adviceQuestion)
        }
    }

    private func line(_ question: Phrase, _ already: String) throws(NavigationRequest) -> String? {
        try talk.write(words(question), longest: Advice.longestText, already: already) { .success($0) }
    }

    /// Asks for a guard, or no longer for one.
    func askForGuard(for booking: Booking) throws(NavigationRequest) -> Booking {
        let asked = booking.guardReason
        let written = try talk.write(
            words(.professional.guardQuestion), longest: SpecialNeeds.longestText, already: asked ?? ""
        ) { typed in .success(typed) }
        guard let reason = written, !(reason.isEmpty && asked == nil) else { return booking }
        let isKept = try succeeds {
            try session.meetings.setGuard(reason.isEmpty ? nil : reason, for: booking)
        }
        guard isKept else { return booking }
        talk.say(reason.isEmpty ? .professional.guardDropped : .professional.guardKept)
        return try current(booking)
    }
}

extension ProfessionalDesk {
    /// A message by hand. How long it is is told before it goes; what is written stays until it is kept.
    func write(to booking: Booking) throws(NavigationRequest) {
        let limit = SMSLength.longestPlain
        while true {
            let text = try askText(
                words(.professional.letterQuestion(limit)), longest: limit,
                already: unfinishedLetters[booking.reference] ?? "")
            guard let text else { return }
            unfinishedLetters[booking.reference] = text
            let length = SMSLength(of: text)
            if length.parts > SMSLength.mostParts {
                talk.say(.shared.faultTooLong(length.characters, length.longest))
                continue
            }
            guard try isToBeSent(text) else { continue }
            guard try succeeds({ try session.write(text, to: booking) }) else { return }
            unfinishedLetters[booking.reference] = nil
            return talk.say(.professional.letterKept)
        }
    }

    private func isToBeSent(_ text: String) throws(NavigationRequest) -> Bool {
        let length = SMSLength(of: text)
        let menu = Menu(
            title: words(
                .professional.letterCheck(length.characters, length.parts)),
            items: [
                Menu.Item(id: "send", text: words(.professional.letterSend)),
                Menu.Item(id: "again", text: words(.professional.letterAgain)),
            ])
        return try talk.choose(menu)?.item == "send"
    }
}

extension ProfessionalDesk {
    private static let timesOnScreen = 8

    /// True where it is cancelled.
    func cancel(_ booking: Booking) throws(NavigationRequest) -> Bool {
        guard let reason = try askText(words(.professional.cancelReason), longest: Cancellation.longestReason) else {
            return false
        }
        let cancelled = try done {
            try session.cancel(booking, as: Cancellation(by: .professional, reason: reason))
        }
        guard cancelled != nil else { return false }
        talk.say(.professional.cancelled)
        return true
    }

    /// To another free time of the professional's own. True where it is moved.
    func move(_ booking: Booking) throws(NavigationRequest) -> Bool {
        var from = tools.now()
        while true {
            let found = try freeTimes(like: booking, from: from)
            if found.isEmpty {
                talk.say(.professional.noTimes)
                return false
            }
            let shown = found.prefix(Self.timesOnScreen)
            var items = shown.map { time in
                let methods = time.methods.map { words($0.name) }.joined(separator: ", ")
                return Menu.Item(
                    id: tools.id(of: time),
                    text: "\(dates.short(time.start))   \(methods)")
            }
            if found.count > shown.count { items.append(Menu.Item(id: "more", text: words(.booking.timesMore))) }
            guard let chosen = try talk.choose(Menu(title: words(.professional.ownTimes), items: items))?.item else {
                return false
            }
            if chosen == "more" {
                from = (shown.last?.start ?? from).addingTimeInterval(60)
            } else if let index = items.firstIndex(where: { $0.id == chosen }) {
                if try move(booking, to: shown[index]) { return true }
            }
        }
    }

    private func freeTimes(like booking: Booking, from: Date) throws(NavigationRequest) -> [OfferedTime] {
        let query = SlotQuery(
            task: booking.slot.task, appointmentType: booking.slot.appointmentType,
            leave: .staff(workers: [me.id]), from: from, limit: Self.timesOnScreen + 1)
        let rows = try done { try session.freeSlots(query) }
        return OfferedTime.merging(rows ?? [])
    }

    private func move(_ booking: Booking, to time: OfferedTime) throws(NavigationRequest) -> Bool {
        var method = booking.method
        if !time.methods.contains(method) {
            let items = time.methods.map { Menu.Item(id: $0.rawValue, text: words($0.name)) }
            guard let chosen = try talk.choose(Menu(title: words(.booking.methodOfTime), items: items))?.item else {
                return false
            }
            method = ContactMethod(rawValue: chosen) ?? method
        }
        let old = "\(dates.short(booking.slot.start)), \(words(booking.method.name))"
        let new = "\(dates.short(time.start)), \(words(method.name))"
        guard try agrees(words(.professional.moveQuestion(old, new))) else { return false }
        let choice = SlotChoice(
            task: booking.slot.task, start: time.start, method: method,
            appointmentType: booking.slot.appointmentType, leave: .staff(workers: [me.id]))
        let moved = try done {
            try session.move(
                booking, to: choice, as: Cancellation(by: .professional))
        }
        guard moved != nil else { return false }
        talk.say(.professional.moved)
        return true
    }
}
