import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import SocialServices

extension ProfessionalDesk {
    /// Opens times of one type on one day, or one time that is for no client.
    ///
    /// - Parameter shown: the day on the screen, offered first.
    func openTimes(on shown: CalendarDay) throws(NavigationRequest) {
        let types = tools.content.services.appointments.filter { $0.task == me.task }
        let items = types.map { Menu.Item(id: $0.id, text: words.appointments[$0.id]?.name ?? $0.id) }
        let other = Menu.Item(id: "other", text: words(.professional.openOther))
        guard let what = try talk.choose(Menu(title: words(.professional.openWhat), items: items + [other]))?.item,
            let day = try askDay(.professional.openDay, from: today, already: shown < today ? "" : shown.description)
        else { return }
        let type = types.first { $0.id == what }
        while let hours = try askHours() {
            guard let start = tools.wallClock.firstMoment(of: day, at: hours.lowerBound),
                let end = tools.wallClock.firstMoment(of: day, at: hours.upperBound)
            else {
                talk.say(.professional.hoursFault)
                continue
            }
            let found =
                if let type { try slots(of: type, from: start, until: end) } else {
                    try otherTime(from: start, until: end)
                }
            guard let slots = found else { continue }
            if slots.isEmpty {
                talk.say(.professional.openNone)
                continue
            }
            let told = words(
                .professional.openCheck(slots.count, dates.day(start), "\(dates.time(start))–\(dates.time(end))"))
            if try agrees(told) { return try open(slots) }
        }
    }

    private func askHours() throws(NavigationRequest) -> ClosedRange<LocalTime>? {
        try talk.write(words(.professional.openHours), longest: 40) { typed in
            TypedTimes.hours(typed).map { .success($0) } ?? .failure(WritingFault(.professional.hoursFault))
        }
    }

    /// Nil for the way back.
    private func slots(of type: AppointmentType, from: Date, until: Date) throws(NavigationRequest) -> [Slot]? {
        var methods = Set(type.methods)
        let fits = !Slot.row(of: type, for: me, from: from, until: until, methods: methods).isEmpty
        if fits, methods.count > 1 {
            let items = type.methods.map { Menu.Item(id: $0.rawValue, text: words($0.name)) }
            let menu = Menu(title: words(.professional.openMethods), items: items, kind: .several(exclusive: []))
            guard case .items(let chosen) = try talk.choose(menu) else { return nil }
            methods = Set(chosen.compactMap { ContactMethod(rawValue: $0) })
        }
        return Slot.row(of: type, for: me, from: from, until: until, methods: methods)
    }

    /// Nil for the way back; nothing where it is too short or too long.
    private func otherTime(from: Date, until: Date) throws(NavigationRequest) -> [Slot]? {
        guard let purpose = try askText(words(.professional.openPurpose), longest: 200) else { return nil }
        let minutes = Int(until.timeIntervalSince(from) / 60)
        return (5...480).contains(minutes) ? [Slot(purpose: purpose, for: me, start: from, minutes: minutes)] : []
    }

    private func open(_ slots: [Slot]) throws(NavigationRequest) {
        let isOpened = try succeeds { try session.timetables.open(slots, of: me.id) }
        if isOpened { talk.say(.professional.opened(slots.count)) }
    }

    /// Opens the times of a weekly template over a period, after it was seen how many.
    func applyTemplate() throws(NavigationRequest) {
        guard let template = try askTemplate(), let first = try askDay(.professional.templateFrom, from: today),
            let last = try askDay(.professional.templateUntil, from: first)
        else { return }
        guard last.number - first.number <= 731 else { return talk.say(.professional.dayFault) }
        let opening = template.opening(
            for: me, from: first, until: last.adding(days: 1), closed: tools.content.county.closedDays,
            on: tools.wallClock, now: tools.now())
        let fits = try succeeds {
            try session.timetables.rehearseOpening(opening.slots, of: me.id)
        }
        guard fits else { return }
        if opening.slots.isEmpty { return talk.say(.professional.openNone) }
        let check = Phrase.professional.templateCheck(opening.slots.count, opening.skipped.count)
        if try agrees(words(check)) { try open(opening.slots) }
    }

    private func askTemplate() throws(NavigationRequest) -> WeeklyTemplate? {
        var path = ""
        while true {
            guard let typed = try askText(words(.professional.templatePath), longest: 1000, already: path) else {
                return nil
            }
            path = typed
            guard let bytes = files.read(path) else {
                talk.say(.professional.templateUnreadable(path))
                continue
            }
            do {
                return try TemplateReader.read(bytes, name: path, for: me.task, in: tools.content.services)
            } catch {
                talk.say(.professional.templateFaults)
                guard case .faults(let faults) = error else { continue }
                talk.show(faults.map { TextBlock(TerminalText($0.description), indent: 2, hanging: 4) })
            }
        }
    }
}

/// Days and periods, as the professional types them.
extension ProfessionalDesk {
    /// - Parameter first: earlier days are not taken.
    func askDay(_ question: Phrase, from first: CalendarDay, already: String = "") throws(NavigationRequest)
        -> CalendarDay?
    {
        let today = today
        return try talk.write(words(question), longest: 40, already: already) { typed in
            guard let day = TypedTimes.day(typed, from: today), day >= first else {
                return .failure(WritingFault(.professional.dayFault))
            }
            return .success(day)
        }
    }

    /// From one day or time until another. Nil for the way back.
    func askPeriod() throws(NavigationRequest) -> Range<Date>? {
        while true {
            guard let from = try askMoment(.professional.periodFrom, after: nil) else { return nil }
            if let until = try askMoment(.professional.periodUntil, after: from) { return from..<until }
        }
    }

    /// - Parameter beginning: where the period begins whose end is asked for; a day is to its end then.
    private func askMoment(_ question: Phrase, after beginning: Date?) throws(NavigationRequest) -> Date? {
        let (today, clock) = (today, tools.wallClock)
        return try talk.write(words(question), longest: 40) { typed in
            guard let (day, time) = TypedTimes.moment(typed, from: today) else {
                return .failure(WritingFault(.professional.momentFault))
            }
            let end = beginning == nil || time != nil ? day : day.adding(days: 1)
            let moment = time.map { clock.firstMoment(of: day, at: $0) } ?? clock.start(of: end)
            guard let moment, beginning.map({ $0 < moment }) ?? true else {
                return .failure(WritingFault(.professional.momentFault))
            }
            return .success(moment)
        }
    }
}
