import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

/// Grants the client of a booking a right to book a follow-up, or withdraws one.
struct RightsDialog {
    private enum Choice {
        case new
        case withdraw(BookingRight)
    }

    /// With whom the client may book.
    private enum GranteeKind {
        case alone
        /// With a colleague who is asked for.
        case pair
        case team(String)
    }

    let desk: ProfessionalContext

    private var words: Words { desk.words }

    /// Offers the rights that the professional granted the client of a booking, to withdraw one, and a new one.
    func offer(after booking: Booking) throws(NavigationRequest) {
        // A right's code opens with the client's number.
        guard let phone = booking.client.phone else { return desk.talk.say(.professional.rightNoPhone) }
        guard let given = try desk.perform({ try desk.session.rights.rights(ofClientOf: booking) }) else { return }
        let own = given.filter {
            $0.grant.grantedBy == desk.professional.id && $0.trouble(at: desk.tools.now()) == nil
        }
        guard !own.isEmpty else { return try grant(after: booking, to: phone) }
        let new = MenuOption("new", words(.professional.rightNew), Choice.new)
        let options = [new] + own.map { MenuOption($0.code.grouped, row(of: $0), .withdraw($0)) }
        switch try desk.choose(words(.professional.rightQuestion), from: options) {
        case nil: return
        case .new: try grant(after: booking, to: phone)
        case .withdraw(let right):
            guard try desk.perform({ try desk.session.rights.withdraw(right) }) != nil else { return }
            desk.talk.say(.professional.rightEnded(right.code.grouped))
        }
    }

    private func row(of right: BookingRight) -> String {
        words(
            .professional.rightRow(
                right.code.grouped, desk.name(ofAppointmentType: right.grant.appointmentType), right.used,
                right.grant.uses))
    }

    /// Asks what, with whom, how often and until when; the way back from each question is the one before it.
    private func grant(after booking: Booking, to phone: PhoneNumber) throws(NavigationRequest) {
        let types = desk.appointmentTypes
        while let type = try types.count == 1 ? types[0] : chooseType(from: types) {
            while let grantee = try chooseGrantee() {
                while let uses = try askUses() {
                    guard let day = try DateQuestions(desk: desk).day(.professional.rightUntil, from: desk.today)
                    else { continue }
                    let grant = RightGrant(
                        appointmentType: type.id, grantee: grantee, clientName: booking.client.name,
                        clientPhone: phone, uses: uses,
                        expires: desk.start(of: day.adding(days: 1)), grantedBy: desk.professional.id)
                    return try give(grant, after: booking, until: day)
                }
            }
            if types.count == 1 { return }
        }
    }

    private func give(_ grant: RightGrant, after booking: Booking, until day: CalendarDay) throws(NavigationRequest) {
        let right = try desk.perform { try desk.session.rights.grant(grant, after: booking) }
        guard let right else { return }
        let spelled = right.code.characters.map { String($0) }.joined(separator: " ")
        desk.talk.say(
            .professional.rightGiven(
                right.code.grouped, spelled, right.grant.uses, desk.dates.day(desk.start(of: day))))
    }

    private func chooseType(from types: [AppointmentType]) throws(NavigationRequest) -> AppointmentType? {
        let options = types.map { MenuOption($0.id, desk.name(ofAppointmentType: $0.id), $0) }
        return try desk.choose(words(.professional.rightWhat), from: options)
    }

    private func chooseGrantee() throws(NavigationRequest) -> RightGrant.Grantee? {
        let own = desk.professional.id
        let colleagues = try desk.colleagues()
        var options = [MenuOption("alone", words(.professional.rightAlone), GranteeKind.alone)]
        if !colleagues.isEmpty { options.append(MenuOption("pair", words(.professional.rightPair), .pair)) }
        if let team = desk.professional.team {
            options.append(MenuOption("team", words(.professional.rightTeam(team)), .team(team)))
        }
        while let kind = try desk.choose(words(.professional.rightWith), from: options) {
            switch kind {
            case .alone: return .workers([own])
            case .team(let team): return .team(team)
            case .pair:
                let names = colleagues.map { MenuOption($0.id, $0.name, $0.id) }
                if let chosen = try desk.choose(words(.professional.rightColleague), from: names) {
                    return .workers([own, chosen])
                }
            }
        }
        return nil
    }

    private func askUses() throws(NavigationRequest) -> Int? {
        try desk.talk.write(words(.professional.rightUses), longest: 10, already: "1") { typed in
            guard let count = Int(typed), RightGrant.allowedUses.contains(count) else {
                return .failure(WritingFault(.professional.countFault))
            }
            return .success(count)
        }
    }
}
