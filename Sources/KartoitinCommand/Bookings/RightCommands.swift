import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices
import Storage

extension Command {
    static let rightGrant = Command(
        words: ["right", "grant"], summary: "give one client leave to book follow-up times after a meeting",
        options: [
            Option("--appointment-type", "ID", "what may be booked, for example advice-families"),
            Option(
                "--professional", "ID", "with this worker; with a work pair when given twice", isRepeatable: true),
            Option("--team", "NAME", "with any worker of this team"),
            Option("--name", "NAME", "the client's name"),
            Option("--phone", "NUMBER", "the client's phone number"),
            Option("--uses", "N", "how many times may be booked, 1 to 50; 1 when left out"),
            Option("--expires", "TIME", "nothing can be booked with it from this day or time on"),
            Option(
                "--granted-by", "ID", "who grants it; the professional who signed in, else the first --professional"),
        ] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        _ = try call.required("--appointment-type")
        guard let type = try call.appointmentType(in: content) else {
            throw Failure(.usage, "right grant needs --appointment-type")
        }
        let now = Date()
        let session = try call.staff(content, try call.store(of: content))
        let grant = try grant(of: type, call, clock, now, by: session)
        let right = try session.rights.grant(grant)
        try RightRow.print(right, on: clock, now: now, as: format)
        return .done
    }

    static let rightList = Command(
        words: ["right", "list"], summary: "booking rights, the newest first",
        options: [Option("--phone", "NUMBER", "one client's; everybody's when left out")] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let phone = call.has("--phone") ? try call.phone() : nil
        let now = Date()
        let rights = try call.staff(content, try call.store(of: content)).rights.rights(of: phone)
        try RightRow.print(rights, on: clock, now: now, as: format)
        return .done
    }

    static let rightWithdraw = Command(
        words: ["right", "withdraw"], summary: "nothing more can be booked with a right; what was booked stays",
        operands: ["CODE"], options: signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let code = try Invocation.rightCode(call.arguments.operands[0])
        let now = Date()
        do {
            let right = try call.staff(content, try call.store(of: content)).rights.withdraw(code)
            try RightRow.print(right, on: clock, now: now, as: format)
            return .done
        } catch RightRefusal.withdrawn {
            throw Failure(.badData, "this booking right was withdrawn before; nothing was changed")
        } catch is RightRefusal {
            throw Failure(.badData, "no booking right has this code; see kartoitin right list")
        }
    }

    private static func grant(
        of type: AppointmentType, _ call: Invocation, _ clock: WallClock, _ now: Date, by session: StaffSession
    ) throws -> RightGrant {
        let grantee = try grantee(call, of: type, among: try session.timetables.professionals())
        let name = try call.required("--name")
        guard name.contains(where: \.isLetter), name.count <= Client.longestName else {
            throw Failure(.badData, "--name needs letters, and at most \(Client.longestName) characters")
        }
        let phone = try call.phone()
        let uses = try call.count("--uses") ?? 1
        guard uses <= RightGrant.mostUses else {
            throw Failure(.usage, "--uses is 1 to \(RightGrant.mostUses), not \(uses)")
        }
        let expires = try call.requiredMoment("--expires", on: clock)
        guard expires > now else { throw Failure(.badData, "--expires must come after now") }
        let own = session.member.role == .professional ? session.member.id : nil
        guard let granter = call.value("--granted-by") ?? own ?? grantee.workers.first else {
            throw Failure(.usage, "right grant needs --granted-by with --team")
        }
        guard try session.timetables.professionals().contains(where: { $0.id == granter }) else {
            throw StaffRefusal.noSuchProfessional(granter)
        }
        return RightGrant(
            appointmentType: type.id, grantee: grantee, clientName: name, clientPhone: phone, uses: uses,
            expires: expires, grantedBy: granter)
    }

    private static func grantee(
        _ call: Invocation, of type: AppointmentType, among known: [Professional]
    ) throws -> RightGrant.Grantee {
        let workers = call.values("--professional")
        switch (workers.isEmpty, call.value("--team")) {
        case (true, let team?):
            guard known.contains(where: { $0.team == team && $0.task == type.task }) else {
                throw Failure(
                    .badData,
                    "nobody of \(type.task.rawValue) is in the team \"\(team)\"; see kartoitin timetable list")
            }
            return .team(team)
        case (false, nil):
            for worker in workers {
                guard let professional = known.first(where: { $0.id == worker }) else {
                    throw StaffRefusal.noSuchProfessional(worker)
                }
                guard professional.task == type.task else {
                    throw Failure(
                        .badData,
                        "\(worker) works in \(professional.task.rawValue), but \(type.id) is of \(type.task.rawValue)"
                    )
                }
            }
            try Invocation.checkNamedOnce(workers)
            return .workers(workers)
        case (true, nil): throw Failure(.usage, "right grant needs --professional ID or --team NAME")
        case (false, _?): throw Failure(.usage, "--professional and --team do not go together; give one")
        }
    }
}

/// A booking right in the fixed shape that other programs read.
struct RightRow: Encodable {
    let code: String
    let appointmentType: String
    /// Whom it names: workers by id, or a team.
    let with: [String]
    let uses: Int
    let used: Int
    let expires: String
    /// `valid`, or why it opens nothing.
    let state: String
    let grantedBy: String

    init(_ right: BookingRight, on clock: WallClock, now: Date) {
        code = right.code.grouped
        appointmentType = right.grant.appointmentType
        with = right.grant.grantee.team.map { ["team \($0)"] } ?? right.grant.grantee.workers
        uses = right.grant.uses
        used = right.used
        expires = clock.iso8601(right.grant.expires)
        state = right.trouble(at: now)?.rawValue ?? "valid"
        grantedBy = right.grant.grantedBy
    }

    private static let headings = [
        "code", "appointmentType", "with", "uses", "used", "expires", "state", "grantedBy",
    ]

    private var cells: [String] {
        [
            code, appointmentType, with.joined(separator: " "), String(uses), String(used), expires, state, grantedBy,
        ]
    }

    static func print(_ right: BookingRight, on clock: WallClock, now: Date, as format: Format) throws {
        let row = RightRow(right, on: clock, now: now)
        try Output.result(row, Table(headings: headings, rows: [row.cells]), as: format)
    }

    static func print(_ rights: [BookingRight], on clock: WallClock, now: Date, as format: Format) throws {
        let rows = rights.map { RightRow($0, on: clock, now: now) }
        try Output.result(["rights": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}
