import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import SocialServices

private enum TimeList {
    static let onScreen = 5
    /// How many days ahead the list of days looks.
    static let daysAhead = 28
    /// More times than four weeks of any service task hold.
    static let many = 2000
}

extension BookingDialog {
    /// How, where and when; then the time is held. False when the visitor went back.
    func chooseTime() throws(NavigationRequest) -> Bool {
        while try chooseMethod() {
            if draft?.wantedMethod == .office, try !chooseOffice() { continue }
            if try chooseFromTimes() { return true }
        }
        return false
    }

    private func chooseMethod() throws(NavigationRequest) -> Bool {
        guard let type = draft?.type else { return false }
        let items = type.methods.map { Menu.Item(id: $0.rawValue, text: words($0.sentence)) }
        let any = Menu.Item(id: "any", text: words(.booking.methodAny))
        guard let chosen = try talk.choose(Menu(title: asked(.booking.methodQuestion), items: items + [any]))?.item
        else { return false }
        draft?.wantedMethod = ContactMethod(rawValue: chosen)
        draft?.wantedMunicipality = nil
        return true
    }

    /// Offers the offices that have free times, the soonest first.
    private func chooseOffice() throws(NavigationRequest) -> Bool {
        let any = Menu.Item(id: "any", text: words(.booking.placeAny))
        let end = tools.wallClock.day(TimeList.daysAhead, after: tools.now())
        var first: [Municipality: OfferedTime] = [:]
        for time in try freeTimes(from: tools.now(), until: end, limit: TimeList.many) {
            for municipality in time.officeMunicipalities where first[municipality] == nil {
                first[municipality] = time
            }
        }
        if first.isEmpty {
            talk.say(.booking.noTimes)
            return false
        }
        let items = first.sorted { ($0.value.start, $0.key) < ($1.value.start, $1.key) }.map { municipality, time in
            let text = words(.booking.placeRow(place(municipality), dates.short(time.start)))
            return Menu.Item(id: municipality.rawValue, text: text)
        }
        guard let chosen = try talk.choose(Menu(title: asked(.booking.placeQuestion), items: [any] + items))?.item
        else { return false }
        draft?.wantedMunicipality = Municipality(rawValue: chosen)
        return true
    }

    /// Lists times, further ones and those of a day, until one is held. False to choose another way to meet.
    func chooseFromTimes() throws(NavigationRequest) -> Bool {
        var from = tools.now()
        var title = words(.booking.timesTitle)
        while true {
            let times = try freeTimes(from: from, until: nil, limit: TimeList.onScreen + 1)
            guard let first = times.first else {
                if from <= tools.now() {
                    talk.say(.booking.noTimes)
                    return false
                }
                talk.say(.booking.noMoreTimes)
                from = tools.now()
                title = words(.booking.timesTitle)
                continue
            }
            let shown = times.prefix(TimeList.onScreen)
            let rows = shown.map { Menu.Item(id: id(of: $0), text: row(of: $0)) }
            var others = [
                Menu.Item(id: "day", text: words(.booking.timesDay)),
                Menu.Item(id: "other", text: words(.booking.timesOther)),
            ]
            if times.count > shown.count {
                others.insert(Menu.Item(id: "more", text: words(.booking.timesMore)), at: 0)
            }
            switch try talk.choose(Menu(title: title, items: rows + others))?.item {
            case nil, "other": return false
            case "more":
                from = (shown.last ?? first).start.addingTimeInterval(60)
                title = words(.booking.timesTitle)
            case "day":
                guard let day = try chooseDay() else { continue }
                from = day
                title = words(.booking.timesOfDay(dates.day(day)))
            case let chosen:
                guard let time = shown.first(where: { id(of: $0) == chosen }) else { continue }
                if try take(time) { return true }
            }
        }
    }

    private func chooseDay() throws(NavigationRequest) -> Date? {
        let now = tools.now()
        let end = tools.wallClock.day(TimeList.daysAhead, after: now)
        let times = try freeTimes(from: now, until: end, limit: TimeList.many)
        let days = Dictionary(grouping: times) { tools.wallClock.startOfDay($0.start) }
        let items = days.keys.sorted().map { day in
            Menu.Item(
                id: String(tools.wallClock.iso8601(day).prefix(10)),
                text: words(.booking.dayRow(dates.day(day), days[day]?.count ?? 0)))
        }
        guard let chosen = try talk.choose(Menu(title: asked(.booking.dayQuestion), items: items))?.item else {
            return nil
        }
        return try? tools.wallClock.day(chosen)
    }

    /// Settles how and where for a time that leaves it open, and holds it. False to choose another time.
    private func take(_ time: OfferedTime) throws(NavigationRequest) -> Bool {
        guard let draft else { return false }
        var method = draft.wantedMethod ?? time.methods.first ?? .phone
        var municipality = draft.wantedMunicipality
        if draft.wantedMethod == nil, time.methods.count > 1 {
            let items = time.methods.map { Menu.Item(id: $0.rawValue, text: words($0.sentence)) }
            guard let chosen = try talk.choose(Menu(title: asked(.booking.methodOfTime), items: items))?.item else {
                return false
            }
            method = ContactMethod(rawValue: chosen) ?? method
        }
        if method == .office, municipality == nil {
            municipality = time.officeMunicipalities.first
            if time.officeMunicipalities.count > 1 {
                let items = time.officeMunicipalities.map { Menu.Item(id: $0.rawValue, text: place($0)) }
                guard let chosen = try talk.choose(Menu(title: asked(.booking.placeQuestion), items: items))?.item
                else { return false }
                municipality = Municipality(rawValue: chosen)
            }
        }
        return try hold(time, method, municipality)
    }

    private func hold(
        _ time: OfferedTime, _ method: ContactMethod, _ municipality: Municipality?
    ) throws(NavigationRequest) -> Bool {
        guard let task = draft?.type.task else { return false }
        let choice = SlotChoice(
            task: task, start: time.start, method: method, municipality: method == .office ? municipality : nil,
            appointmentType: draft?.type.id, leave: draft?.leave ?? .open)
        guard try hold(choice) else {
            talk.say(.booking.taken)
            return false
        }
        talk.say(.booking.holdTold(Hold.lifetimeMinutes))
        return true
    }

    /// Holds a time instead of the one held before. False where it is no longer free.
    func hold(_ choice: SlotChoice) throws(NavigationRequest) -> Bool {
        releaseHold()
        // One secret for all tries: a hold whose answer was lost is this one.
        let token = desk.newToken()
        let result = try attempt { try desk.hold(choice, token: token) }
        guard case .success(let hold) = result else { return false }
        draft?.hold = hold
        draft?.choice = choice
        return true
    }

    private func freeTimes(from: Date, until: Date?, limit: Int) throws(NavigationRequest) -> [OfferedTime] {
        guard let draft else { return [] }
        // Each moment may have a row for each municipality.
        let rows = limit * max(1, tools.content.county.municipalities.count)
        let found = try attempt {
            try desk.bookableSlots(
                of: draft.type, method: draft.wantedMethod, municipality: draft.wantedMunicipality,
                leave: draft.leave, from: from, until: until, limit: rows)
        }
        return Array(OfferedTime.merging((try? found.get()) ?? []).prefix(limit))
    }

    func id(of time: OfferedTime) -> String { tools.id(of: time) }

    private func row(of time: OfferedTime) -> String {
        let when = dates.short(time.start)
        switch draft?.wantedMethod {
        case nil: return when + "   " + time.methods.map { words($0.name) }.joined(separator: ", ")
        case .office where draft?.wantedMunicipality == nil:
            let places = time.officeMunicipalities.map { words.name(.municipality, $0.rawValue) }
            return when + "   " + places.joined(separator: ", ")
        default: return when
        }
    }

    /// The office of a municipality by name; one that was made up says so.
    func place(_ municipality: Municipality) -> String {
        words.place(municipality, in: tools.content.county)
    }
}

extension ContactMethod {
    /// What it is like, as an option.
    var sentence: Phrase {
        switch self {
        case .phone: .booking.methodPhone
        case .remote: .booking.methodRemote
        case .office: .booking.methodOffice
        }
    }

    /// Its name in a list.
    var name: Phrase {
        switch self {
        case .phone: .booking.shortPhone
        case .remote: .booking.shortRemote
        case .office: .booking.shortOffice
        }
    }
}
