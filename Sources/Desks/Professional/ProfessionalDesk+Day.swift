import BookingCore
import ContentLibrary
import Dialogue
import Foundation

extension ProfessionalDesk {
    /// How many coming bookings stand under today's.
    private static let comingOnScreen = 5
    /// How far ahead they are looked for, in days.
    private static let comingDays = 366
    private static let purpose = "calendar"

    /// One day; under today's bookings those that come next. Nil for the way back.
    func show(day: CalendarDay) throws(Departure) -> View? {
        let (from, until) = (start(of: day), start(of: day.adding(days: 1)))
        let lines = try lines(from: from, until: until)
        let coming = day == today ? try comingBookings(after: until) : []
        var menu = Menu(title: title(of: day, lines), items: [])
        var body: [TextBlock] = []
        for line in lines { add(line, to: &menu, &body) }
        if lines.isEmpty { body.append(TextBlock(TerminalText(words(.dayEmpty)), indent: 2, hanging: 2)) }
        if !coming.isEmpty { body.append(.paragraph(TerminalText(words(.dayNext)).styled(.strong))) }
        for booking in coming { add(booking, at: dates.short(booking.slot.start), to: &menu, &body) }
        menu.body = body
        menu.acts = [
            act("next", .actNextDay), act("previous", .actPreviousDay), act("week", .actWeek),
        ]
        if day != today { menu.acts.append(act("today", .actToday)) }
        menu.acts += timetableActs
        menu.above = words(.deskKeys)
        let bookings = lines.compactMap(\.booking) + coming
        return try choose(menu, among: bookings, from: .day(day), step: 1)
    }

    /// The week of a day, Monday to Sunday.
    func show(weekOf day: CalendarDay) throws(Departure) -> View {
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
        if lines.isEmpty { body.append(TextBlock(TerminalText(words(.dayEmpty)), indent: 2, hanging: 2)) }
        menu.body = body
        menu.acts = [
            act("next", .actNextWeek), act("previous", .actPreviousWeek), act("today", .actToday),
        ]
        return try choose(menu, among: lines.compactMap(\.booking), from: .week(day), step: 7) ?? .day(today)
    }

    private func lines(from: Date, until: Date) throws(Departure) -> [DayLine] {
        let timetable = try done { () throws(BookingError) in
            try session.timetable(of: me.id, from: from, until: until)
        }
        let bookings = try done { () throws(BookingError) in
            try session.bookings(of: me.id, from: from, until: until, purpose: Self.purpose)
        }
        guard let timetable, let bookings else { throw .leave }
        return DayLine.lines(of: timetable, bookings)
    }

    /// The next bookings after a day. The timetable says when they are, so that no more names are read than are shown.
    private func comingBookings(after from: Date) throws(Departure) -> [Booking] {
        let end = tools.wallClock.day(Self.comingDays, after: from)
        let timetable = try done { () throws(BookingError) in
            try session.timetable(of: me.id, from: from, until: end)
        }
        let booked = (timetable ?? []).filter { $0.booked > 0 }.prefix(Self.comingOnScreen)
        guard let last = booked.last else { return [] }
        let bookings = try done { () throws(BookingError) in
            try session.bookings(
                of: me.id, from: from, until: last.slot.start.addingTimeInterval(1), purpose: Self.purpose)
        }
        return Array((bookings ?? []).filter { $0.status == .booked }.prefix(Self.comingOnScreen))
    }

    private func choose(_ menu: Menu, among bookings: [Booking], from view: View, step: Int) throws(Departure)
        -> View?
    {
        let today = today
        var menu = menu
        menu.help = [words(.professionalHint)]
        menu.hint = words(.professionalHint)
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

    private func find(_ reference: BookingReference, among shown: [Booking]) throws(Departure) {
        if let booking = shown.first(where: { $0.reference == reference }) { return try open(booking) }
        let found = try talk.attempt(telling: .deskTrouble, givingUp: .deskGiveUp, report: tools.report) {
            () throws(BookingError) in try session.booking(reference, purpose: Self.purpose)
        }
        switch found {
        case nil: return
        case .success(let booking?): try open(booking)
        // The same answer for both: nobody can try out references.
        case .success(nil), .failure: talk.say(.deskNoSuch)
        }
    }

    private var timetableActs: [Menu.Item] {
        [
            act("open", .actOpenTimes), act("template", .actTemplate), act("absence", .actAbsence),
            act("handover", .actHandover),
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
