import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

private struct GrantOptions: StaffCommandOptions {
    let appointmentType = Option(
        required: "--appointment-type", "ID", "what may be booked, for example advice-families", .appointmentType)
    let professionals = Option(
        repeatable: "--professional", "ID", "with this worker; with a work pair when given twice", .text)
    let team = Option("--team", "NAME", "with any worker of this team", .text)
    let name = Option(required: "--name", "NAME", "the client's name", .name(upTo: Client.longestName))
    let phone = Option(required: "--phone", "NUMBER", "the client's phone number", .phone)
    let uses = Option(
        "--uses", "N", "how many times may be booked, \(RightGrant.allowedUses.words); 1 when left out",
        .count(upTo: RightGrant.allowedUses.upperBound),
        default: 1)
    let expires = Option(
        required: "--expires", "TIME", "nothing can be booked with it from this day or time on", .moment(.coming))
    let grantedBy = Option(
        "--granted-by", "ID", "who grants it; the professional who signed in, else the first --professional", .text)
    let signIn = SignInOptions()

    var rules: [OptionRule] { [.notBoth(professionals, team), .eachOnce(professionals)] }

    func missing(in given: GivenWords) -> [String] {
        given.has(professionals) || given.has(team) ? [] : ["\(professionals.name) ID or \(team.name) NAME"]
    }
}

private struct RightListOptions: StaffCommandOptions {
    let phone = Option("--phone", "NUMBER", "one client's; everybody's when left out", .phone)
    let signIn = SignInOptions()
}

private struct WithdrawOptions: StaffCommandOptions {
    let code = Operand("CODE", .rightCode)
    let signIn = SignInOptions()
}

extension Command {
    static let rightGrant = Command(
        "right grant", "give one client leave to book follow-up times after a meeting", GrantOptions()
    ) { call in
        let county = try call.county()
        let now = Date()
        let session = try call.staff()
        let right = try session.rights.grant(try grant(call, now, by: session))
        try county.printer.print(row: right, as: BookingTables.rights(at: now))
        return .done
    }

    static let rightList = Command("right list", "booking rights, the newest first", RightListOptions()) { call in
        let county = try call.county()
        let rights = try call.staff().rights.rights(of: try call[\.phone])
        try county.printer.print(rows: rights, as: BookingTables.rights(at: Date()))
        return .done
    }

    static let rightSend = Command(
        "right send", "send the code of a booking right to its client by message", WithdrawOptions()
    ) { call in
        let county = try call.county()
        let (content, clock) = (county.content, county.clock)
        do {
            try call.signedIn().rights.send(try call[\.code]) { right, language in
                let words = content.words(in: language)
                let day = DateWords(words: words, wallClock: clock).day(right.grant.expires)
                return words(.message.rightCode(right.code.grouped, day))
            }
        } catch BookingRefusal.notFound {
            throw Failure(.badData, "the client of this right has no booking that a message could belong to")
        } catch is RightRefusal {
            throw Failure(.badData, "no booking right has this code; see kartoitin right list")
        }
        call.remark("the message goes out with the next: kartoitin messages send")
        return .done
    }

    static let rightWithdraw = Command(
        "right withdraw", "nothing more can be booked with a right; what was booked stays", WithdrawOptions()
    ) { call in
        let county = try call.county()
        do {
            let right = try call.staff().rights.withdraw(try call[\.code])
            try county.printer.print(row: right, as: BookingTables.rights(at: Date()))
            return .done
        } catch RightRefusal.withdrawn {
            throw Failure(.badData, "this booking right was withdrawn before; nothing was changed")
        } catch is RightRefusal {
            throw Failure(.badData, "no booking right has this code; see kartoitin right list")
        }
    }

    private static func grant(
        _ call: Invocation<GrantOptions>, _ now: Date, by session: StaffSession
    ) throws -> RightGrant {
        let type = try call[\.appointmentType]
        let known = try session.timetables.professionals()
        let grantee = try grantee(call, of: type, among: known)
        let expires = try call[\.expires]
        guard expires > now else { throw Failure(.badData, "--expires must come after now") }
        let own = session.member.role == .professional ? session.member.id : nil
        guard let granter = try call[\.grantedBy] ?? own ?? grantee.workers.first else {
            throw Failure(.usage, "right grant needs --granted-by with --team")
        }
        guard known.contains(where: { $0.id == granter }) else { throw StaffRefusal.noSuchProfessional(granter) }
        return RightGrant(
            appointmentType: type.id, grantee: grantee, clientName: try call[\.name], clientPhone: try call[\.phone],
            uses: try call[\.uses], expires: expires, grantedBy: granter)
    }

    private static func grantee(
        _ call: Invocation<GrantOptions>, of type: AppointmentType, among known: [Professional]
    ) throws -> RightGrant.Grantee {
        if let team = try call[\.team] {
            guard known.contains(where: { $0.team == team && $0.task == type.task }) else {
                throw Failure(
                    .badData,
                    "nobody of \(type.task.rawValue) is in the team \"\(team)\"; see kartoitin timetable list")
            }
            return .team(team)
        }
        let workers = try call[\.professionals]
        if workers.isEmpty { throw Failure(.usage, "right grant needs --professional ID or --team NAME") }
        for worker in workers {
            guard let professional = known.first(where: { $0.id == worker }) else {
                throw StaffRefusal.noSuchProfessional(worker)
            }
            guard professional.task == type.task else {
                throw Failure(
                    .badData,
                    "\(worker) works in \(professional.task.rawValue), but \(type.id) is of \(type.task.rawValue)")
            }
        }
        return .workers(workers)
    }
}
