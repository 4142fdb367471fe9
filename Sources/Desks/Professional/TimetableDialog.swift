import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import SocialServices

/// Opens times: on one day, or over a period by a weekly template.
struct TimetableDialog {
    /// What the times of a day are opened for.
    private enum Purpose {
        case clients(AppointmentType)
        /// One time that is for no client.
        case other
    }

    /// The longest period of a template, in days: two years.
    private static let longestPeriod = 731

    let desk: ProfessionalContext

    private var words: Words { desk.words }
    private var dates: DateWords { desk.dates }

    /// Opens times of one type on one day, or one time that is for no client.
    ///
    /// - Parameter shown: the day on the screen, offered first.
    func openTimes(on shown: CalendarDay) throws(NavigationRequest) {
        let today = desk.today
        guard let purpose = try choosePurpose(),
            let day = try DateQuestions(desk: desk).day(
                .professional.openDay, from: today, already: shown < today ? "" : shown.description)
        else { return }
        while let hours = try askHours() {
            guard let start = desk.tools.wallClock.firstMoment(of: day, at: hours.lowerBound),
                let end = desk.tools.wallClock.firstMoment(of: day, at: hours.upperBound)
            else {
                desk.talk.say(.professional.hoursFault)
                continue
            }
            guard let slots = try slots(for: purpose, from: start, until: end) else { continue }
            if slots.isEmpty {
                desk.talk.say(.professional.openNone)
                continue
            }
            let hours = "\(dates.time(start))–\(dates.time(end))"
            if try desk.agrees(words(.professional.openCheck(slots.count, dates.day(start), hours))) {
                return try open(slots)
            }
        }
    }

    private func choosePurpose() throws(NavigationRequest) -> Purpose? {
        var options = desk.appointmentTypes.map { type in
            MenuOption(type.id, desk.name(ofAppointmentType: type.id), Purpose.clients(type))
        }
        options.append(MenuOption("other", words(.professional.openOther), .other))
        return try desk.choose(words(.professional.openWhat), from: options)
    }

    private func askHours() throws(NavigationRequest) -> ClosedRange<LocalTime>? {
        try desk.talk.write(words(.professional.openHours), longest: 40) { typed in
            TypedTimes.hours(typed).map { .success($0) } ?? .failure(WritingFault(.professional.hoursFault))
        }
    }

    /// The times that fit, for a purpose or methods that are asked for.
    ///
    /// - Returns: nil for the way back; empty if the period is too short or too long.
    private func slots(for purpose: Purpose, from: Date, until: Date) throws(NavigationRequest) -> [Slot]? {
        switch purpose {
        case .clients(let type):
            func row(_ methods: Set<ContactMethod>) -> [Slot] {
                Slot.row(
                    of: type, for: desk.professional, from: from, until: until, methods: methods, at: place(at: from))
            }
            if type.methods.count < 2 || row(Set(type.methods)).isEmpty { return row(Set(type.methods)) }
            return try chooseMethods(of: type).map(row)
        case .other:
            guard let purpose = try desk.askText(words(.professional.openPurpose), longest: 200) else { return nil }
            let minutes = Int(until.timeIntervalSince(from) / 60)
            guard Slot.allowedMinutes.contains(minutes) else { return [] }
            return [
                Slot(purpose: purpose, for: desk.professional, start: from, minutes: minutes, at: place(at: from))
            ]
        }
    }

    /// Where the professional is on the weekday of a moment.
    private func place(at moment: Date) -> Place {
        desk.professional.place(on: desk.tools.wallClock.calendarDay(of: moment).weekday)
    }

    private func chooseMethods(of type: AppointmentType) throws(NavigationRequest) -> Set<ContactMethod>? {
        let items = type.methods.map { Menu.Item(id: $0.rawValue, text: words($0.name)) }
        let menu = Menu(title: words(.professional.openMethods), items: items, kind: .several(exclusive: []))
        guard case .items(let chosen) = try desk.talk.choose(menu) else { return nil }
        return Set(chosen.compactMap { ContactMethod(rawValue: $0) })
    }

    private func open(_ slots: [Slot]) throws(NavigationRequest) {
        guard try desk.perform({ try desk.session.timetables.open(slots, of: desk.professional.id) }) != nil else {
            return
        }
        desk.talk.say(.professional.opened(slots.count))
    }

    /// Opens the times of a weekly template over a period, after their number was seen.
    func applyTemplate() throws(NavigationRequest) {
        let questions = DateQuestions(desk: desk)
        guard let template = try askTemplate(),
            let first = try questions.day(.professional.templateFrom, from: desk.today),
            let last = try questions.day(.professional.templateUntil, from: first)
        else { return }
        guard last.number - first.number <= Self.longestPeriod else { return desk.talk.say(.professional.dayFault) }
        let opening = template.opening(
            for: desk.professional, from: first, until: last.adding(days: 1),
            closed: desk.tools.content.county.closedDays, on: desk.tools.wallClock, now: desk.tools.now())
        let fits =
            try desk.perform({ try desk.session.timetables.rehearseOpening(opening.slots, of: desk.professional.id) })
            != nil
        guard fits else { return }
        if opening.slots.isEmpty { return desk.talk.say(.professional.openNone) }
        let check = Phrase.professional.templateCheck(opening.slots.count, opening.skipped.count)
        if try desk.agrees(words(check)) { try open(opening.slots) }
    }

    private func askTemplate() throws(NavigationRequest) -> WeeklyTemplate? {
        var path = ""
        while let typed = try desk.askText(words(.professional.templatePath), longest: 1000, already: path) {
            path = typed
            guard let bytes = desk.files.read(path) else {
                desk.talk.say(.professional.templateUnreadable(path))
                continue
            }
            do {
                return try TemplateReader.read(
                    bytes, name: path, for: desk.professional.tasks, in: desk.tools.content.services,
                    of: desk.tools.content.county)
            } catch {
                desk.talk.say(.professional.templateFaults)
                guard case .faults(let faults) = error else { continue }
                desk.talk.show(faults.map { TextBlock(TerminalText($0.description), indent: 2, hanging: 4) })
            }
        }
        return nil
    }
}
