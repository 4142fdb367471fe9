import BookingCore
import Desks
import Dialogue
import SocialServices
import Storage
import TestConsole
import TestValues
import Testing

extension DeskFixture {
    /// The phone service's worker, made at the first call.
    func worker(_ role: StaffRole = .phoneService) throws -> StaffSession {
        let member = StaffMember(id: role.rawValue, name: "Soile Esimerkki", role: role)
        if try !store.staff().contains(where: { $0.id == member.id }) {
            try store.add(member, passwordHash: nil, now: now)
        }
        let policy = StaffPolicy(provider: "Testien hyvinvointialue")
        return sessions(policy: policy).staff(member)
    }

    /// What the phone service sees; the script's end is a desk that crashes.
    func phone(
        _ answers: [Reply], as role: StaffRole = .phoneService, columns: Int = 80,
        before: @escaping (Int) throws -> Void = { _ in }
    ) throws -> ScriptedConsole {
        let console = ScriptedConsole(answers: answers, columns: columns)
        let watched = WatchedConsole(console: console, before: before)
        let desk = PhoneDesk(tools: tools, session: try worker(role), console: watched, language: .finnish)
        _ = try desk.run()
        return console
    }

    /// The answers that lead from the search to a booked time of Maija's, and then out of the desk.
    static let call: [Reply] = untilConsent + ["yes", "", "0"]
    static let untilConsent: [Reply] = [
        "kotipalv", "1", "nobody", "1", "Maija Meikäläinen 040 123 4567", "none", "En jaksa.", "",
    ]

    /// The draft of a call that is kept now.
    var keptDraft: String? { get throws { try store.draft(of: StaffRole.phoneService.rawValue) } }

    /// How often something happened, as `call home-help 1`.
    var counted: [String] {
        get throws {
            try store.statistics.journeys(from: calendarDay("2026-01-01"), to: calendarDay("2027-12-31")).map {
                "\($0.event.kind.rawValue) \($0.event.place) \($0.count)"
            }
        }
    }
}
