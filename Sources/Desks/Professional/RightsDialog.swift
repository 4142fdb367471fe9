import BookingCore
import CivilTime
import ContentLibrary
import Foundation

extension ProfessionalDesk {
    /// Gives the client leave to book a follow-up, or takes back what the professional gave.
    func giveRight(after booking: Booking) throws(NavigationRequest) {
        let given = try done { try session.rights.rights(ofClientOf: booking) }
        guard let given else { return }
        let mine = given.filter { $0.grant.grantedBy == me.id && $0.trouble(at: tools.now()) == nil }
        guard !mine.isEmpty else { return try grant(after: booking) }
        let rows = mine.map { right in
            let row = Phrase.professional.rightRow(
                right.code.grouped, name(of: right.grant.appointmentType), right.used, right.grant.uses)
            return Menu.Item(id: right.code.grouped, text: words(row))
        }
        let new = Menu.Item(id: "new", text: words(.professional.rightNew))
        let chosen = try talk.choose(Menu(title: words(.professional.rightQuestion), items: [new] + rows))?.item
        if chosen == "new" { return try grant(after: booking) }
        guard let right = mine.first(where: { $0.code.grouped == chosen }) else { return }
        let withdrawn = try done { try session.rights.withdraw(right) }
        if withdrawn != nil { talk.say(.professional.rightEnded(right.code.grouped)) }
    }

    /// What, with whom, how often and until when; each can be gone back to.
    private func grant(after booking: Booking) throws(NavigationRequest) {
        var what: String?
        var grantee: RightGrant.Grantee?
        var uses: Int?
        while true {
            if what == nil {
                what = try chooseType()
                if what == nil { return }
            }
            if grantee == nil {
                grantee = try chooseGrantee()
                if grantee == nil {
                    if types.count == 1 { return }
                    what = nil
                    continue
                }
            }
            if uses == nil {
                uses = try askUses()
                if uses == nil {
                    grantee = nil
                    continue
                }
            }
            guard let day = try askDay(.professional.rightUntil, from: today) else {
                uses = nil
                continue
            }
            guard let what, let grantee, let uses else { return }
            let grant = RightGrant(
                appointmentType: what, grantee: grantee, clientName: booking.client.name,
                clientPhone: booking.client.phone, uses: uses, expires: start(of: day.adding(days: 1)),
                grantedBy: me.id)
            return try give(grant, after: booking, until: day)
        }
    }

    private func give(_ grant: RightGrant, after booking: Booking, until day: CalendarDay) throws(NavigationRequest) {
        let right = try done {
            try session.rights.grant(grant, after: booking)
        }
        guard let right else { return }
        let spelled = right.code.characters.map { String($0) }.joined(separator: " ")
        talk.say(
            .professional.rightGiven(right.code.grouped, spelled, right.grant.uses, dates.day(start(of: day))))
    }

    private var types: [AppointmentType] { tools.content.services.appointments.filter { $0.task == me.task } }

    private func name(of type: String) -> String { words.appointments[type]?.name ?? type }

    private func chooseType() throws(NavigationRequest) -> String? {
        if types.count == 1 { return types.first?.id }
        let items = types.map { Menu.Item(id: $0.id, text: name(of: $0.id)) }
        return try talk.choose(Menu(title: words(.professional.rightWhat), items: items))?.item
    }

    private func chooseGrantee() throws(NavigationRequest) -> RightGrant.Grantee? {
        let colleagues = try colleagues()
        var items = [Menu.Item(id: "alone", text: words(.professional.rightAlone))]
        if !colleagues.isEmpty { items.append(Menu.Item(id: "pair", text: words(.professional.rightPair))) }
        if let team = me.team { items.append(Menu.Item(id: "team", text: words(.professional.rightTeam(team)))) }
        while true {
            switch try talk.choose(Menu(title: words(.professional.rightWith), items: items))?.item {
            case "alone": return .workers([me.id])
            case "team": return me.team.map { .team($0) }
            case "pair":
                let names = colleagues.map { Menu.Item(id: $0.id, text: $0.name) }
                let chosen = try talk.choose(Menu(title: words(.professional.rightColleague), items: names))?.item
                if let chosen { return .workers([me.id, chosen]) }
            default: return nil
            }
        }
    }

    /// Those of the same service task.
    func colleagues() throws(NavigationRequest) -> [Professional] {
        let all = try done { try session.timetables.professionals() }
        return (all ?? []).filter { $0.task == me.task && $0.id != me.id }
    }

    private func askUses() throws(NavigationRequest) -> Int? {
        try talk.write(words(.professional.rightUses), longest: 10, already: "1") { typed in
            guard let count = Int(typed), (1...RightGrant.mostUses).contains(count) else {
                return .failure(WritingFault(.professional.countFault))
            }
            return .success(count)
        }
    }
}
