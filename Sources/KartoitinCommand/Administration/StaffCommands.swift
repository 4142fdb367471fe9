import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation

private struct AddOptions: StaffCommandOptions {
    let id = Operand("ID", .newAccount)
    let name = Option(required: "--name", "NAME", "who it is", .name(upTo: StaffMember.longestName))
    let role: Option<StaffRole> = Option(
        required: "--role", "ROLE", "phone-service, professional, supervisor or main-user", .choice)
    let newPassword: Option<String?> = .newPassword
    let signIn = SignInOptions()
}

private struct StaffListOptions: StaffCommandOptions {
    let signIn = SignInOptions()
}

private struct AccountOptions: StaffCommandOptions {
    let id = Operand("ID", .text)
    let signIn = SignInOptions()
}

private struct PasswordOptions: StaffCommandOptions {
    let id = Operand("ID", .text)
    let newPassword: Option<String?> = .newPassword
    let signIn = SignInOptions()
}

private struct StaffSetOptions: StaffCommandOptions {
    let id = Operand("ID", .text)
    let roles: Option<[StaffRole]> = Option(
        repeatable: "--role", "ROLE", "phone-service, professional, supervisor or main-user; the main one first",
        .choice)
    let signIn = SignInOptions()

    func missing(in given: GivenWords) -> [String] { given.has(roles) ? [] : [roles.name] }
}

private struct ResetOptions: StaffCommandOptions {
    let id = Operand("ID", .text)
    let reason = Option(
        required: "--reason", "TEXT", "why; the account's owner reads it",
        ValueParser<String> { text, name in
            if text.count <= PasswordReset.longestReason { return text }
            throw Failure(
                .badData, "\(name) takes at most \(PasswordReset.longestReason) characters; nothing was changed")
        })
    let signIn = SignInOptions()
}

extension Option where Value == String? {
    fileprivate static var newPassword: Self {
        Self(
            "--new-password-file", "FILE|-", "whose first line is the new password; - reads standard input", .text)
    }
}

extension Command {
    /// Accounts, in the fixed shape that other programs read.
    private static let staffTable = Table<StaffMember>(
        "staff",
        [
            Column("id") { $0.id },
            Column("name") { $0.name },
            Column("role") { $0.role },
            Column("otherRoles", in: .json) { $0.otherRoles.isEmpty ? nil : $0.otherRoles.map(\.rawValue) },
            // No user can sign in to an account without a password.
            Column("state") { $0.isLocked ? "locked" : $0.hasPassword ? "ready" : "no-password" },
        ])

    static let staffAdd = Command(
        "staff add", "give somebody an account; a professional's has the id of their timetable", AddOptions()
    ) { call in
        let county = try call.county()
        let (id, name, role) = try (call[\.id], call[\.name], call[\.role])
        let session = try call.staff()
        let hash = try call[\.newPassword].map { file in
            try Secrets.hash(Password(try Secrets.firstLine(of: file, holding: "password")), for: id, named: name)
        }
        let member = StaffMember(id: id, name: name, role: role, hasPassword: hash != nil)
        try session.administration.add(member, passwordHash: hash)
        try county.printer.print(row: member, as: staffTable)
        if hash == nil { call.remark("nobody can sign in with it yet; next: kartoitin staff password \(id)") }
        if role == .professional, try !session.timetables.professionals().contains(where: { $0.id == id }) {
            call.remark(
                "there is no professional \"\(id)\" yet; to add one: kartoitin timetable open "
                    + "--professional \(id) --at TIME --name NAME --service-task TASK --municipality NAME")
        }
        return .done
    }

    static let staffList = Command(
        "staff list", "accounts, what each may do, and whether somebody can sign in with it", StaffListOptions()
    ) { call in
        let county = try call.county()
        try county.printer.print(rows: try call.staff().administration.staff(), as: staffTable)
        return .done
    }

    static let staffSet = Command(
        "staff set", "what an account may be used as: one role or several", StaffSetOptions()
    ) { call in
        let county = try call.county()
        let (id, roles) = (try call[\.id], try call[\.roles])
        guard Set(roles).count == roles.count else {
            throw Failure(.usage, "--role names one role twice; name each once")
        }
        let administration = try call.staff().administration
        try administration.setRoles(roles, of: id)
        let member = try administration.staff().first { $0.id == id }
        if let member { try county.printer.print(row: member, as: staffTable) }
        call.remark("roles of \(id): \(roles.map(\.rawValue).joined(separator: ", "))")
        return .done
    }

    static let staffReset = Command(
        "staff reset", "give an account a password for once, which its owner changes at the next signing in",
        ResetOptions()
    ) { call in
        let id = try call[\.id]
        let administration = try call.signedIn().administration
        guard let member = try administration.staff().first(where: { $0.id == id }) else {
            throw StaffRefusal.noSuchStaff(id)
        }
        let password = [Sessions.randomReference(), Sessions.randomReference()].map(\.grouped).joined(separator: "-")
        try administration.resetPassword(
            of: id, hash: try Secrets.hash(Password(password), for: id, named: member.name),
            reason: try call[\.reason])
        Output.data(password)
        call.remark("\(member.name) signs in with it once, reads who gave it and why, and sets their own")
        return .done
    }

    static let staffLock = Command(
        "staff lock", "nobody can sign in with an account any more", AccountOptions()
    ) { call in
        try printAccount(call, try setLocked(true, call, try call.sessions()))
    }

    static let staffUnlock = Command(
        "staff unlock", "open an account that was locked, by a main user or by ten wrong passwords", AccountOptions()
    ) { call in
        let sessions = try call.sessions()
        // If no main user can sign in, no other user could open the account.
        if !call.hasSignIn {
            do {
                return try printAccount(call, try sessions.unlockMainUser(try call[\.id], named: NSUserName()))
            } catch StaffRefusal.signInNeeded {
                // A main user does it.
            }
        }
        return try printAccount(call, try setLocked(false, call, sessions))
    }

    private static func setLocked(
        _ isLocked: Bool, _ call: Invocation<AccountOptions>, _ sessions: Sessions
    ) throws -> StaffMember? {
        let id = try call[\.id]
        let administration = try call.staff(in: sessions).administration
        try administration.setLocked(isLocked, id)
        return try administration.staff().first { $0.id == id }
    }

    private static func printAccount(_ call: Invocation<AccountOptions>, _ member: StaffMember?) throws -> ExitCode {
        if let member { try call.county().printer.print(row: member, as: staffTable) }
        return .done
    }

    static let staffPassword = Command(
        "staff password",
        "set your own password; a main user sets anybody's; without signing in as long as no main user has one",
        PasswordOptions()
    ) { call in
        let county = try call.county()
        let id = try call[\.id]
        let session = try call.staff(keepingReset: true)
        let member = try account(id, of: session)
        let password: Password
        if call.environment.isOnTerminal, !call.has(\.newPassword) {
            let desk = NewPasswordDesk(console: try call.environment.console(keys: .staff), words: county.words)
            password = try desk.password(for: member.id, named: member.name)
                .value(otherwise: "the password was not changed")
        } else {
            password = Password(try Secrets.firstLine(of: try call.required(\.newPassword), holding: "password"))
        }
        try session.administration.setPassword(
            of: id, hash: try Secrets.hash(password, for: id, named: member.name))
        call.remark("the password of \(id) is set")
        if member.isLocked { call.remark("the account is locked; open it with: kartoitin staff unlock \(id)") }
        return .done
    }

    /// Whose password is set. A store of an earlier version has no main user: the first one is made here.
    private static func account(_ id: String, of session: StaffSession) throws -> StaffMember {
        if id == session.member.id { return session.member }
        let staff = try session.administration.staff()
        if let member = staff.first(where: { $0.id == id }) { return member }
        if staff.contains(where: { $0.roles.contains(.mainUser) }) { throw StaffRefusal.noSuchStaff(id) }
        let newID = try ValueParser.newAccount.parse(id, "ID") { throw StaffRefusal.noSuchStaff(id) }
        let mainUser = StaffMember(id: newID, name: id, role: .mainUser)
        try session.administration.add(mainUser, passwordHash: nil)
        return mainUser
    }
}
