import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import SocialServices

/// Lets a client choose how, where and when to meet, until a time is held.
struct TimePicker {
    private static let onScreen = 5
    /// How many days ahead the list of days looks.
    private static let daysAhead = 28
    /// More times than four weeks of any service task hold.
    private static let many = 2000

    private let context: DialogContext
    private let keeper: HoldKeeper
    private let type: AppointmentType
    /// What it is booked for, by id.
    private let service: String?
    private let leave: BookingAuthority
    var wish: TimeWish
    /// Workers who serve in it come first; nil if it does not matter.
    var language: Language?
    /// An interpreter comes to the meeting.
    var isInterpreted = false
    /// How long a meeting is that is moved, where one slot is too short, in minutes.
    var longMinutes: Int?
    /// The ways to meet by which the client cannot be reached: they are not offered.
    var impossible: Set<ContactMethod> = []

    init(_ context: DialogContext, _ keeper: HoldKeeper, for draft: BookingDraft) {
        self.context = context
        self.keeper = keeper
        type = draft.type
        service = draft.service
        leave = draft.leave
        wish = draft.wish ?? TimeWish()
    }

    /// The client named an office, or any.
    private var hasChosenOffice = false
    /// The days and hours that were asked for before any times were listed.
    private var asked: Shown?
    /// The language that the listed times are served in; nil for times of any worker.
    private var servedLanguage: Language?

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }
    private var clock: WallClock { context.tools.wallClock }
    private var now: Date { context.desk.now }

    /// Where and when, for a way to meet that was chosen; then the time is held.
    ///
    /// - Returns: `false` if the client went back.
    mutating func pickTime() throws(NavigationRequest) -> Bool {
        try settleInterpreter()
        if wish.method == .office, wish.municipality == nil, try !settleOffice() { return false }
        return try pickFromTimes()
    }

    /// How, where and when; then the time is held.
    ///
    /// - Returns: `false` if the client went back.
    mutating func pick() throws(NavigationRequest) -> Bool {
        while try chooseMethod() {
            try settleInterpreter()
            if wish.method == .office, try !settleOffice() { continue }
            if try pickFromTimes() { return true }
        }
        return false
    }

    /// Another time instead of one that was lost: the same way to meet is offered first. Ends when a time is held.
    mutating func pickAnother() throws(NavigationRequest) {
        try settleInterpreter()
        if try pickFromTimes() { return }
        while try !pick() {}
    }

    private var rules: AppointmentRules { context.desk.rules(of: type.id) }

    /// The times are those to which an interpreter can come.
    private var isForInterpreter: Bool {
        isInterpreted && rules.differsWithInterpreter && !wish.takesOrdinaryTime
    }

    /// How long the meeting is where one slot is too short, in minutes.
    private var minutes: Int? { longMinutes ?? (isForInterpreter ? rules.interpreterMinutes : nil) }

    /// Where no interpreter can come to any time, everybody's are shown, and it is said what is done then. A booking that
    /// is moved stays where it is instead.
    private mutating func settleInterpreter() throws(NavigationRequest) {
        wish.takesOrdinaryTime = false
        if case .moving = leave { return }
        guard isForInterpreter, try freeTimes(in: firstTimes, limit: 1).isEmpty else { return }
        wish.takesOrdinaryTime = true
        if try freeTimes(in: firstTimes, limit: 1).isEmpty {
            wish.takesOrdinaryTime = false
        } else {
            conversation.say(.booking.noInterpreterTimes(type.minutes))
        }
    }

    /// One of the ways to meet or of the places, or any of them.
    private enum Wanted<Value> {
        case any
        case only(Value)

        var value: Value? {
            if case .only(let value) = self { value } else { nil }
        }
    }

    private var methods: [ContactMethod] { type.methods(without: impossible) }

    private enum Way {
        case any
        case only(ContactMethod)
        /// A time was said before the way; any way will do.
        case spoken(Shown)
    }

    private mutating func chooseMethod() throws(NavigationRequest) -> Bool {
        let choices = methods.map { context.choice(Way.only($0), of: $0) }
        let any = Choice(Way.any, id: "any", words(.booking.methodAny))
        let title = context.asked(.booking.methodQuestion)
        let picker = self
        let way = try conversation.choose(titled: title, from: choices + [any]) { typed in
            picker.spoken(typed).map { .spoken($0) }
        }
        switch way {
        case nil: return false
        case .any: wish = TimeWish()
        case .only(let method): wish = TimeWish(method: method)
        case .spoken(let time):
            wish = TimeWish()
            asked = time
        }
        return true
    }

    /// The office in the municipality where the client stands, until they want another; else one that they choose.
    private mutating func settleOffice() throws(NavigationRequest) -> Bool {
        guard let place = context.tools.place, !hasChosenOffice else { return try chooseOffice() }
        wish.municipality = place.municipality
        if try !freeTimes(in: firstTimes, limit: 1).isEmpty { return true }
        wish.municipality = nil
        conversation.say(.booking.noTimesHere(context.place(place.municipality)))
        return try chooseOffice()
    }

    /// Offers the offices that have free times: the client's own municipality, then the soonest first.
    private mutating func chooseOffice() throws(NavigationRequest) -> Bool {
        let end = clock.day(Self.daysAhead, after: now)
        var first: [Municipality: OfferedTime] = [:]
        for time in try freeTimes(in: Window(title: "", from: now, until: end), limit: Self.many) {
            for municipality in time.officeMunicipalities where first[municipality] == nil {
                first[municipality] = time
            }
        }
        if first.isEmpty {
            conversation.say(.booking.noTimes)
            return false
        }
        let any = Choice(Wanted<Municipality>.any, id: "any", words(.booking.placeAny))
        let sorted = first.sorted { ($0.value.start, $0.key) < ($1.value.start, $1.key) }
        let choices = context.tools.nearestFirst(sorted.map(\.key)).map { municipality in
            let place = context.offered(municipality)
            let start = first[municipality].map { context.dates.short($0.start) } ?? ""
            return Choice(
                Wanted.only(municipality), id: municipality.rawValue, words(.booking.placeRow(place, start)))
        }
        let title = context.asked(.booking.placeQuestion)
        let all = context.tools.place == nil ? [any] + choices : choices + [any]
        guard let wanted = try conversation.choose(titled: title, from: all) else { return false }
        hasChosenOffice = true
        wish.municipality = wanted.value
        return true
    }

    private enum Shown {
        case time(OfferedTime)
        case more
        /// Back to the first times.
        case first
        case day
        case other
        /// The times of other offices.
        case offices
        /// The days and hours that the client asked for in words.
        case spoken(SpokenTime, typed: String)
    }

    /// Which times are listed.
    private struct Window {
        var title: String
        var from: Date
        var until: Date?
        var hours: Range<Int>?
        /// From now on, without any end.
        var isFirst = false
    }

    private var firstTimes: Window { Window(title: words(.booking.timesTitle), from: now, isFirst: true) }

    /// Lists times, further ones and those of a day, until one is held.
    ///
    /// - Returns: `false` to choose another way to meet.
    mutating func pickFromTimes() throws(NavigationRequest) -> Bool {
        // Everybody is taken to serve in the county's first language.
        servedLanguage = language == context.tools.content.languages.first ? nil : language
        var window = firstTimes
        if case .spoken(let time, let typed) = asked { window = self.window(of: time, typed) }
        asked = nil
        while true {
            var times = try freeTimes(in: window, limit: Self.onScreen + 1)
            if times.isEmpty, window.isFirst, let language = servedLanguage {
                // None in the client's language: that is said, and all are listed.
                servedLanguage = nil
                times = try freeTimes(in: window, limit: Self.onScreen + 1)
                let name = context.tools.content.words(in: language)(.shared.languageName)
                if !times.isEmpty { conversation.say(.booking.noTimesInLanguage(name)) }
            }
            guard let first = times.first else {
                if window.isFirst {
                    conversation.say(.booking.noTimes)
                    return false
                }
                conversation.say(window.until == nil ? .booking.noMoreTimes : .booking.noTimesThen)
                window = firstTimes
                continue
            }
            let shown = times.prefix(Self.onScreen)
            var choices = shown.map { Choice(Shown.time($0), id: context.tools.id(of: $0), row(of: $0)) }
            if times.count > shown.count { choices.append(Choice(.more, id: "more", words(.booking.timesMore))) }
            if !window.isFirst { choices.append(Choice(.first, id: "first", words(.booking.timesFirst))) }
            choices.append(Choice(.day, id: "day", words(.booking.timesDay)))
            if ownOffice != nil { choices.append(Choice(.offices, id: "offices", words(.booking.timesOffices))) }
            choices.append(Choice(.other, id: "other", words(.booking.timesOther)))
            let chosen = try conversation.choose(
                titled: window.title, from: choices, above: above, hearing: spoken)
            switch chosen {
            case nil, .other: return false
            case .more:
                window.from = (shown.last ?? first).start.addingTimeInterval(60)
                if window.isFirst { window.title = words(.booking.timesMoreTitle) }
                window.isFirst = false
            case .first: window = firstTimes
            case .day:
                guard let day = try chooseDay() else { continue }
                window = Window(title: words(.booking.timesOfDay(context.dates.day(day))), from: day)
            case .offices:
                try changeOffice()
                window = firstTimes
            case .spoken(let time, let typed): window = self.window(of: time, typed)
            case .time(let time):
                if try take(time) { return true }
            }
        }
    }

    /// What is special of the times that are listed; nil if nothing is.
    private var above: String? {
        let told = [ownOffice.map(context.offered), minutes.map { words(.booking.timesInterpreted($0)) }]
            .compactMap(\.self)
        return told.isEmpty ? nil : told.joined(separator: " · ")
    }

    /// The one office whose times are listed, at a kiosk that knows where it stands: the client was not asked for it.
    private var ownOffice: Municipality? {
        context.tools.place != nil && wish.method == .office ? wish.municipality : nil
    }

    /// Another office; the same one if the client goes back.
    private mutating func changeOffice() throws(NavigationRequest) {
        let old = wish.municipality
        wish.municipality = nil
        if try !chooseOffice() { wish.municipality = old }
    }

    private func spoken(_ typed: String) -> Shown? {
        SpokenTime(typed, conversation.phrases, today: clock.calendarDay(of: now)).map { .spoken($0, typed: typed) }
    }

    private func window(of time: SpokenTime, _ typed: String) -> Window {
        var title = typed.trimmed
        if let days = time.days, days.lowerBound == days.upperBound {
            title = context.dates.day(clock.start(of: days.lowerBound))
        }
        let from = time.days.map { clock.start(of: $0.lowerBound) } ?? now
        // Nobody waits longer than the list of days looks ahead for an hour of their own.
        let end =
            time.days.map { clock.start(of: $0.upperBound.adding(days: 1)) } ?? clock.day(Self.daysAhead, after: now)
        return Window(
            title: words(.booking.timesOfDay(title)), from: max(from, now), until: end, hours: time.hours)
    }

    private func chooseDay() throws(NavigationRequest) -> Date? {
        let end = clock.day(Self.daysAhead, after: now)
        let times = try freeTimes(in: Window(title: "", from: now, until: end), limit: Self.many)
        let days = Dictionary(grouping: times) { clock.startOfDay($0.start) }
        let choices = days.keys.sorted().map { day in
            Choice(
                day, id: String(clock.iso8601(day).prefix(10)),
                words(.booking.dayRow(context.dates.day(day), days[day]?.count ?? 0)))
        }
        return try conversation.choose(titled: context.asked(.booking.dayQuestion), from: choices) { typed in
            let asked = SpokenTime(typed, conversation.phrases, today: clock.calendarDay(of: now))
            guard let day = asked?.days?.lowerBound else { return nil }
            return days.keys.sorted().first { $0 >= clock.start(of: day) }
        }
    }

    /// Settles how and where for a time that leaves it open, and holds it.
    ///
    /// - Returns: `false` to choose another time.
    private func take(_ time: OfferedTime) throws(NavigationRequest) -> Bool {
        var method = wish.method ?? time.methods.first ?? .phone
        var municipality = wish.municipality
        if wish.method == nil, time.methods.count > 1 {
            let choices = time.methods.map { context.choice($0, of: $0) }
            let title = context.asked(.booking.methodOfTime)
            guard let chosen = try conversation.choose(titled: title, from: choices) else { return false }
            method = chosen
        }
        if method == .office, municipality == nil {
            municipality = context.tools.nearestFirst(time.officeMunicipalities).first
            // Who took any office has read in the list which one it is.
            if time.officeMunicipalities.count > 1, wish.method == nil || context.isSpoken {
                let choices = context.tools.nearestFirst(time.officeMunicipalities).map {
                    Choice($0, id: $0.rawValue, context.offered($0))
                }
                let title = context.asked(.booking.placeQuestion)
                guard let chosen = try conversation.choose(titled: title, from: choices) else { return false }
                municipality = chosen
            }
        }
        let choice = SlotChoice(
            task: type.task, start: time.start, method: method,
            municipality: method == .office ? municipality : nil, appointmentType: type.id, leave: leave,
            language: language, minutes: minutes)
        guard try keeper.hold(choice, in: context) else {
            conversation.say(.booking.taken)
            return false
        }
        conversation.say(.booking.holdTold(Hold.lifetimeMinutes))
        return true
    }

    private func freeTimes(in window: Window, limit: Int) throws(NavigationRequest) -> [OfferedTime] {
        var query = SlotQuery(
            task: type.task, method: wish.method, municipality: wish.municipality, appointmentType: type.id,
            service: service, language: servedLanguage, hours: window.hours, minutes: longMinutes, leave: leave,
            from: window.from,
            until: window.until,
            // Each moment may have a row for each municipality.
            limit: limit * max(1, context.tools.content.county.municipalities.count))
        // Where any possible way will do, times of the impossible ones would fill the list.
        let wanted = wish.method == nil && !impossible.isEmpty ? methods.map(Optional.some) : [wish.method]
        var rows: [AvailableSlot] = []
        for method in wanted {
            query.method = method
            let asked = query
            let found = try context.attempt {
                try context.desk.bookableSlots(asked, isInterpreted: isForInterpreter)
            }
            rows += (try? found.get()) ?? []
        }
        return Array(OfferedTime.merging(rows, without: impossible).prefix(limit))
    }

    private func row(of time: OfferedTime) -> String {
        let when = context.dates.short(time.start)
        switch wish.method {
        case nil: return when + "   " + time.methods.map { words($0.name) }.joined(separator: ", ")
        case .office where wish.municipality == nil:
            let places = context.tools.nearestFirst(time.officeMunicipalities).map {
                words.name(.municipality, $0.rawValue)
            }
            return when + "   " + (context.isSpoken ? places : Array(places.prefix(1))).joined(separator: ", ")
        default: return when
        }
    }
}
