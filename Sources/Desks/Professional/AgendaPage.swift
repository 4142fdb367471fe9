import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation

/// A day or a week of the professional's timetable on the screen, and what is chosen there.
struct AgendaPage {
    /// The part of the timetable that is shown.
    enum View: Equatable {
        case day(CalendarDay)
        /// The week of a day, Monday to Sunday.
        case week(CalendarDay)

        var day: CalendarDay {
            switch self {
            case .day(let day), .week(let day): day
            }
        }

        /// The next one of the same length.
        var next: View { moved(by: 1) }

        /// The one before it, of the same length.
        var previous: View { moved(by: -1) }

        private func moved(by count: Int) -> View {
            switch self {
            case .day(let day): .day(day.adding(days: count))
            case .week(let day): .week(day.adding(days: 7 * count))
            }
        }
    }

    /// What the professional wants next.
    enum Choice {
        case back
        case show(View)
        case open(Booking)
        /// Opens a booking that is not on the screen.
        case find(BookingReference)
        case openTimes
        case applyTemplate
        case recordAbsence
        case handOver
    }

    /// What can be chosen besides a booking, by its id in the menu.
    private enum Act: String {
        case next, previous, week, today, open, template, absence
        case handOver = "handover"
    }

    /// How many coming bookings are shown below today's.
    private static let mostComing = 5
    /// How far ahead they are looked for, in days.
    private static let comingDays = 366
    /// The purpose of reading bookings, for the access log.
    static let purpose = "calendar"

    private let desk: ProfessionalContext
    private let view: View
    private let lines: [DayLine]
    /// The next bookings after today's; empty in any other view.
    private let coming: [Booking]

    private var words: Words { desk.words }
    private var dates: DateWords { desk.dates }

    /// Reads what is to be shown.
    init(reading view: View, for desk: ProfessionalContext) throws(NavigationRequest) {
        self.desk = desk
        self.view = view
        switch view {
        case .day(let day):
            let end = desk.start(of: day.adding(days: 1))
            lines = try Self.lines(from: desk.start(of: day), until: end, for: desk)
            coming = day == desk.today ? try Self.comingBookings(after: end, for: desk) : []
        case .week(let day):
            let monday = Self.monday(of: day)
            lines = try Self.lines(
                from: desk.start(of: monday), until: desk.start(of: monday.adding(days: 7)), for: desk)
            coming = []
        }
    }

    private static func lines(from: Date, until: Date, for desk: ProfessionalContext) throws(NavigationRequest)
        -> [DayLine]
    {
        let timetable = try desk.perform {
            try desk.session.timetables.timetable(of: desk.professional.id, from: from, until: until)
        }
        let bookings = try desk.perform {
            try desk.session.bookings(of: desk.professional.id, from: from, until: until, purpose: purpose)
        }
        guard let timetable, let bookings else { throw .leave }
        return DayLine.lines(of: timetable, bookings)
    }

    /// The next bookings after a moment. The timetable tells when they are, so that no more names are read than are
    /// shown.
    private static func comingBookings(after from: Date, for desk: ProfessionalContext) throws(NavigationRequest)
        -> [Booking]
    {
        let end = desk.tools.wallClock.day(comingDays, after: from)
        let timetable = try desk.perform {
            try desk.session.timetables.timetable(of: desk.professional.id, from: from, until: end)
        }
        let booked = (timetable ?? []).filter { $0.booked > 0 }.prefix(mostComing)
        guard let last = booked.last else { return [] }
        let bookings = try desk.perform {
            try desk.session.bookings(
                of: desk.professional.id, from: from, until: last.slot.start.addingTimeInterval(1), purpose: purpose)
        }
        return Array((bookings ?? []).filter { $0.status == .booked }.prefix(mostComing))
    }

    private static func monday(of day: CalendarDay) -> CalendarDay {
        day.adding(days: -(Weekday.allCases.firstIndex(of: day.weekday) ?? 0))
    }

    /// Shows the page and waits for a choice.
    func choose() throws(NavigationRequest) -> Choice {
        let today = desk.today
        var menu = menu
        menu.help = [words(.professional.professionalHint)]
        menu.hint = words(.professional.professionalHint)
        menu.takes = { BookingReference(typed: $0) != nil || TypedTimes.day($0, from: today) != nil }
        switch try desk.talk.choose(menu) {
        case nil:
            if case .week = view { return .show(.day(desk.today)) }
            return .back
        case .words(let typed):
            if let day = TypedTimes.day(typed, from: today) { return .show(.day(day)) }
            guard let reference = BookingReference(typed: typed) else { return .show(view) }
            return bookings.first { $0.reference == reference }.map { .open($0) } ?? .find(reference)
        case .items(let ids):
            let id = ids.first ?? ""
            if let act = Act(rawValue: id) { return choice(of: act, today: today) }
            return bookings.first { $0.reference.grouped == id }.map { .open($0) } ?? .show(view)
        }
    }

    /// Those on the screen.
    private var bookings: [Booking] { lines.compactMap(\.booking) + coming }

    private func choice(of act: Act, today: CalendarDay) -> Choice {
        switch act {
        case .next: .show(view.next)
        case .previous: .show(view.previous)
        case .week: .show(.week(view.day))
        case .today: .show(.day(today))
        case .open: .openTimes
        case .template: .applyTemplate
        case .absence: .recordAbsence
        case .handOver: .handOver
        }
    }

    private var menu: Menu {
        switch view {
        case .day(let day): menu(of: day)
        case .week(let day): menu(ofWeek: day)
        }
    }

    private func menu(of day: CalendarDay) -> Menu {
        var list = AgendaList(words: words, dates: dates)
        for line in lines { list.add(line) }
        if lines.isEmpty { list.add(TextBlock(TerminalText(words(.professional.dayEmpty)), indent: 2, hanging: 2)) }
        if !coming.isEmpty { list.add(.paragraph(TerminalText(words(.professional.dayNext)).styled(.strong))) }
        for booking in coming { list.add(booking, at: dates.short(booking.slot.start)) }
        var menu = list.menu(titled: title(of: day))
        menu.acts = [
            act(.next, .professional.actNextDay), act(.previous, .professional.actPreviousDay),
            act(.week, .professional.actWeek),
        ]
        if day != desk.today { menu.acts.append(act(.today, .professional.actToday)) }
        menu.acts += [
            act(.open, .professional.actOpenTimes), act(.template, .professional.actTemplate),
            act(.absence, .professional.actAbsence),
            act(.handOver, .professional.actHandover),
        ]
        menu.above = words(.professional.keys)
        return menu
    }

    private func menu(ofWeek day: CalendarDay) -> Menu {
        var list = AgendaList(words: words, dates: dates)
        let days = Dictionary(grouping: lines) { desk.tools.wallClock.calendarDay(of: $0.start) }
        for (day, lines) in days.sorted(by: { $0.key < $1.key }) {
            list.add(TextBlock(TerminalText(heading(of: day, lines)), indent: 1, hanging: 2))
            for line in lines where line.booking != nil { list.add(line) }
        }
        if lines.isEmpty { list.add(TextBlock(TerminalText(words(.professional.dayEmpty)), indent: 2, hanging: 2)) }
        var menu = list.menu(titled: title(ofWeek: day))
        menu.acts = [
            act(.next, .professional.actNextWeek), act(.previous, .professional.actPreviousWeek),
            act(.today, .professional.actToday),
        ]
        return menu
    }

    private func act(_ act: Act, _ phrase: Phrase) -> Menu.Item {
        Menu.Item(id: act.rawValue, keyed: words(phrase))
    }

    private func title(of day: CalendarDay) -> String {
        let name = dates.day(desk.start(of: day)) + (day == desk.today ? " · " + words(.professional.dayToday) : "")
        return [name, desk.professional.name, counts(lines)].joined(separator: " · ")
    }

    private func title(ofWeek day: CalendarDay) -> String {
        let monday = Self.monday(of: day)
        let sunday = monday.adding(days: 6)
        let days = "\(dates.day(desk.start(of: monday)))–\(dates.day(desk.start(of: sunday)))"
        return "\(days) · \(desk.professional.name)"
    }

    private func heading(of day: CalendarDay, _ lines: [DayLine]) -> String {
        let isAway = lines.contains { if case .times(.absent, _, _) = $0.content { true } else { false } }
        let parts = [dates.day(desk.start(of: day)), counts(lines), isAway ? words(.professional.timeAbsent) : nil]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func counts(_ lines: [DayLine]) -> String {
        let free = lines.reduce(0) { sum, line in
            if case .times(.free, let count, _) = line.content { sum + count } else { sum }
        }
        let booked = lines.count { $0.booking != nil }
        return words(.professional.dayCounts(booked, free))
    }
}
