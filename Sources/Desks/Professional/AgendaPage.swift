import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import SocialServices

extension ProfessionalDesk {
    /// How many coming bookings stand under today's.
    private static let comingOnScreen = 5
    /// How far ahead they are looked for, in days.
    private static let comingDays = 366
    private static let purpose = "calendar"

    /// One day; under today's bookings those that come next. Nil for the way back.
    func show(day: CalendarDay) throws(NavigationRequest) -> View? {
        let (from, until) = (start(of: day), start(of: day.adding(days: 1)))
        let lines = try lines(from: from, until: until)
        let coming = day == today ? try comingBookings(after: until) : []
        var menu = Menu(title: title(of: day, lines), items: [])
        var body: [TextBlock] = []
        for line in lines { add(line, to: &menu, &body) }
        if lines.isEmpty {
            body.append(TextBlock(TerminalText(words(.professional.dayEmpty)), indent: 2, hanging: 2))
        }
        if !coming.isEmpty { body.append(.paragraph(TerminalText(words(.professional.dayNext)).styled(.strong))) }
        for booking in coming { add(booking, at: dates.short(booking.slot.start), to: &menu, &body) }
        menu.body = body
        menu.acts = [
            act("next", .professional.actNextDay), act("previous", .professional.actPreviousDay),
            act("week", .professional.actWeek),
        ]
        if day != today { menu.acts.append(act("today", .professional.actToday)) }
        menu.acts += timetableActs
        menu.above = words(.professional.keys)
        let bookings = lines.compactMap(\.booking) + coming
        return try choose(menu, among: bookings, from: .day(day), step: 1)
    }

    /// The week of a day, Monday to Sunday.
    func show(weekOf day: CalendarDay) throws(NavigationRequest) -> View {
        let monday = day.adding(days: -(Weekday.allCases.firstIndex(of: day.weekday) ?? 0))
        let sunday = monday.adding(days: 6)
        let lines = try lines(from: start(of: monday), until: start(of: monday.adding(days: 7)))
        let title = "\(dates.day(start(of: monday)))–\(dates.day(start(of: sunday))) · \(me.name)"
        var menu = Menu(title: title, items: [])
        var body: [TextBlock] = []
        let days = Dictionary(grouping: lines) { tools.wallClock.calendarDay(of: $0.start) }
        for (day, lines) in days.sorted(by: { $0.key < $1.key }) {
            body.append(TextBlock(TerminalText(heading(of: day, lines)), indent: 1, hanging: 2))
            for line in lines where line.booking != nil { add(line, to: &menu, &body) }
        }
        if lines.isEmpty {
            body.append(TextBlock(TerminalText(words(.professional.dayEmpty)), indent: 2, hanging: 2))
        }
        menu.body = body
        menu.acts = [
            act("next", .professional.actNextWeek), act("previous", .professional.actPreviousWeek),
            act("today", .professional.actToday),
        ]
        return try choose(menu, among: lines.compactMap(\.booking), from: .week(day), step: 7) ?? .day(today)
    }

    private func lines(from: Date, until: Date) throws(NavigationRequest) -> [DayLine] {
        let timetable = try done {
            try session.timetables.timetable(of: me.id, from: from, until: until)
        }
        let bookings = try done {
            try session.bookings(of: me.id, from: from, until: until, purpose: Self.purpose)
        }
        guard let timetable, let bookings else { throw .leave }
        return DayLine.lines(of: timetable, bookings)
    }

    /// The next bookings after a day. The timetable says when they are, so that no more names are read than are shown.
    private func comingBookings(after from: Date) throws(NavigationRequest) -> [Booking] {
        let end = tools.wallClock.day(Self.comingDays, after: from)
        let timetable = try done {
            try session.timetables.timetable(of: me.id, from: from, until: end)
        }
        let booked = (timetable ?? []).filter { $0.booked > 0 }.prefix(Self.comingOnScreen)
        guard let last = booked.last else { return [] }
        let bookings = try done {
            try session.bookings(
                of: me.id, from: from, until: last.slot.start.addingTimeInterval(1), purpose: Self.purpose)
        }
        return Array((bookings ?? []).filter { $0.status == .booked }.prefix(Self.comingOnScreen))
    }

    private func choose(_ menu: Menu, among bookings: [Booking], from view: View, step: Int) throws(NavigationRequest)
        -> View?
    {
        let today = today
        var menu = menu
        menu.help = [words(.professional.professionalHint)]
        menu.hint = words(.professional.professionalHint)
        menu.takes = { BookingReference(typed: $0) != nil || TypedTimes.day($0, from: today) != nil }
        switch try talk.choose(menu) {
        case nil: return nil
        case .words(let typed):
            if let day = TypedTimes.day(typed, from: today) { return .day(day) }
            if let reference = BookingReference(typed: typed) { try find(reference, among: bookings) }
        case .items(let ids):
            switch ids.first {
            case "next": return view.moved(by: step)
            case "previous": return view.moved(by: -step)
            case "week": return .week(view.day)
            case "today": return .day(today)
            case "open": try openTimes(on: view.day)
            case "template": try applyTemplate()
            case "absence": try recordAbsence()
            case "handover": try handOver()
            case let id:
                if let booking = bookings.first(where: { $0.reference.grouped == id }) { try open(booking) }
            }
        }
        return view
    }

    private func find(_ reference: BookingReference, among shown: [Booking]) throws(NavigationRequest) {
        if let booking = shown.first(where: { $0.reference == reference }) { return try open(booking) }
        let found = try talk.attempt(
            telling: .professional.trouble, givingUp: .professional.giveUp, report: tools.report
        ) {
            () throws in try session.booking(reference, purpose: Self.purpose)
        }
        switch found {
        case nil: return
        case .success(let booking?): try open(booking)
        // The same answer for both: nobody can try out references.
        case .success(nil), .failure: talk.say(.professional.noSuch)
        }
    }

    private var timetableActs: [Menu.Item] {
        [
            act("open", .professional.actOpenTimes), act("template", .professional.actTemplate),
            act("absence", .professional.actAbsence),
            act("handover", .professional.actHandover),
        ]
    }
}

extension ProfessionalDesk.View {
    var day: CalendarDay {
        switch self {
        case .day(let day), .week(let day): day
        }
    }

    func moved(by days: Int) -> Self {
        switch self {
        case .day(let day): .day(day.adding(days: days))
        case .week(let day): .week(day.adding(days: days))
        }
    }
}

extension DayLine {
    var booking: Booking? {
        if case .booking(let booking) = content { booking } else { nil }
    }
}

/// One line of a professional's day: a booking, or times of one kind that follow one another.
struct DayLine: Equatable {
    enum Content: Equatable {
        case booking(Booking)
        /// How many times, and what for where it is for no client.
        case times(TimetableRow.State, count: Int, purpose: String?)
    }

    let start: Date
    var end: Date
    var content: Content

    /// The lines of a period, in order of time.
    ///
    /// - Parameter bookings: cancelled ones are left out.
    static func lines(of timetable: [TimetableRow], _ bookings: [Booking]) -> [DayLine] {
        let booked = Dictionary(grouping: bookings.filter { $0.status == .booked }, by: \.slot.start)
        var lines: [DayLine] = []
        for row in timetable {
            let (start, end) = (row.slot.start, row.slot.end)
            lines += (booked[start] ?? []).map { DayLine(start: start, end: end, content: .booking($0)) }
            if row.state == .booked { continue }
            if let last = lines.last, last.end == start,
                case .times(row.state, let count, row.slot.purpose) = last.content
            {
                lines[lines.count - 1].end = end
                lines[lines.count - 1].content = .times(row.state, count: count + 1, purpose: row.slot.purpose)
            } else {
                let content = Content.times(row.state, count: 1, purpose: row.slot.purpose)
                lines.append(DayLine(start: start, end: end, content: content))
            }
        }
        return lines
    }
}

/// How bookings and times look in a list.
extension ProfessionalDesk {
    func title(of day: CalendarDay, _ lines: [DayLine]) -> String {
        let name = dates.day(start(of: day)) + (day == today ? " · " + words(.professional.dayToday) : "")
        return [name, me.name, counts(lines)].joined(separator: " · ")
    }

    func heading(of day: CalendarDay, _ lines: [DayLine]) -> String {
        let isAway = lines.contains { if case .times(.absent, _, _) = $0.content { true } else { false } }
        let parts = [dates.day(start(of: day)), counts(lines), isAway ? words(.professional.timeAbsent) : nil]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func counts(_ lines: [DayLine]) -> String {
        let free = lines.reduce(0) { sum, line in
            if case .times(.free, let count, _) = line.content { sum + count } else { sum }
        }
        let booked = lines.count { $0.booking != nil }
        return words(.professional.dayCounts(booked, free))
    }

    func add(_ line: DayLine, to menu: inout Menu, _ body: inout [TextBlock]) {
        switch line.content {
        case .booking(let booking): add(booking, at: dates.time(line.start), to: &menu, &body)
        case .times(let state, let count, let purpose):
            let what =
                switch state {
                case .free: words(.professional.timeFree)
                case .held: words(.professional.timeHeld)
                case .absent: words(.professional.timeAbsent)
                case .booked, .other: purpose ?? ""
                }
            let time = "\(dates.time(line.start))–\(dates.time(line.end))"
            let text = "\(time)  \(what)" + (count > 1 ? " (\(count))" : "")
            body.append(TextBlock(TerminalText(text).styled(.quiet), indent: 5, hanging: 7))
        }
    }

    func add(_ booking: Booking, at time: String, to menu: inout Menu, _ body: inout [TextBlock]) {
        let text = row(booking, at: time)
        menu.items.append(Menu.Item(id: booking.reference.grouped, text: text))
        body.append(.option(number: menu.items.count, TerminalText(text)))
    }

    /// `9.00  puhelin · Maija Meikäläinen · Apua kotiin · ! tulkki`
    func row(_ booking: Booking, at time: String) -> String {
        let signs = signs(of: booking)
        let parts = [
            words(booking.method.name), booking.client.name, words.what(booking),
            // The sign stays with its word at the end of a line.
            signs.isEmpty ? nil : "!\u{A0}" + signs.joined(separator: ", "),
            booking.attendance.map { words($0.phrase) },
        ]
        return time + "  " + parts.compactMap(\.self).joined(separator: " · ")
    }

    /// What must be arranged, in a word each.
    private func signs(of booking: Booking) -> [String] {
        let needs = booking.needs
        let signs: [(Bool, Phrase)] = [
            (needs.interpreter != nil, .professional.signInterpreter),
            (needs.signLanguage, .professional.signSignLanguage),
            (needs.accessibility != nil, .professional.signAccess),
            (booking.guardReason != nil, .professional.signGuard),
        ]
        return signs.filter(\.0).map { words($0.1) }
    }
}

extension Words {
    /// The service of a booking, or its service task where it was booked by that alone.
    func what(_ booking: Booking) -> String {
        booking.service.flatMap { services[$0]?.name } ?? name(.task, booking.slot.task.rawValue)
    }
}

extension Attendance {
    var phrase: Phrase {
        switch self {
        case .met: .professional.statusMet
        case .noShow: .professional.statusNoShow
        }
    }
}
