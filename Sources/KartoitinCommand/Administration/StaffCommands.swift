import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import Storage

extension Command {
    static let newPassword = Option(
        "--new-password-file", "FILE|-", "whose first line is the new password; - reads standard input")

    static let staffAdd = Command(
        words: ["staff", "add"], summary: "give somebody an account; a professional's has the id of their timetable",
        operands: ["ID"],
        options: [
            Option("--name", "NAME", "who it is"),
            Option("--role", "ROLE", "phone-service, professional, supervisor or main-user"),
            newPassword,
        ] + signInOptions
    ) { call in
        let content = try call.content()
        let format = try call.format()
        let (id, name) = try (call.staffID(), call.staffName())
        _ = try call.required("--role")
        guard let role = try call.choice("--role", StaffRole.self) else {
            throw Failure(.usage, "staff add needs --role")
        }
        let store = try call.store(of: content)
        let session = try call.staff(content, store)
        let hash =
            call.has("--new-password-file")
            ? try call.hash(
                Password(try call.secret("--new-password-file", holding: "password")), for: id, named: name)
            : nil
        let member = StaffMember(id: id, name: name, role: role, hasPassword: hash != nil)
        try session.administration.add(member, passwordHash: hash)
        try StaffRow.print(member, as: format)
        if hash == nil { call.remark("nobody can sign in with it yet; next: kartoitin staff password \(id)") }
        if role == .professional, try !session.timetables.professionals().contains(where: { $0.id == id }) {
            call.remark(
                "the store knows no professional \"\(id)\" yet; to add one: kartoitin timetable open "
                    + "--professional \(id) --at TIME --name NAME --service-task TASK --municipality CODE")
        }
        return .done
    }

    static let staffList = Command(
        words: ["staff", "list"], summary: "accounts, what each may do, and whether somebody can sign in with it",
        options: signInOptions
    ) { call in
        let content = try call.content()
        let format = try call.format()
        try StaffRow.print(try call.staff(content, try call.store(of: content)).administration.staff(), as: format)
        return .done
    }

    static let staffLock = Command(
        words: ["staff", "lock"], summary: "nobody can sign in with an account any more", operands: ["ID"],
        options: signInOptions
    ) { call in
        try setLocked(true, call)
    }

    static let staffUnlock = Command(
        words: ["staff", "unlock"],
        summary: "open an account that was locked, by a main user or by ten wrong passwords",
        operands: ["ID"], options: signInOptions
    ) { call in
        try setLocked(false, call)
    }

    private static func setLocked(_ isLocked: Bool, _ call: Invocation) throws -> ExitCode {
        let content = try call.content()
        let format = try call.format()
        let id = call.arguments.operands[0]
        let store = try call.store(of: content)
        if try isLocked || !unlockedByOwner(id, call, content, store) {
            try call.staff(content, store).administration.setLocked(isLocked, id)
        }
        if let member = try store.staff().first(where: { $0.id == id }) { try StaffRow.print(member, as: format) }
        return .done
    }

    /// Where no main user can sign in, nobody else could open the account either.
    private static func unlockedByOwner(
        _ id: String, _ call: Invocation, _ content: Content, _ store: any BookingStore
    ) throws -> Bool {
        if call.has("--as") { return false }
        do {
            try call.sessions(content, store).unlockMainUser(id, named: NSUserName())
            return true
        } catch StaffRefusal.signInNeeded {
            return false
        }
    }
}

extension Invocation {
    /// The operand that is to be an account's id.
    func staffID() throws(Failure) -> String { try Self.staffID(arguments.operands[0]) }

    static func staffID(_ id: String) throws(Failure) -> String {
        if StaffMember.isID(id) { return id }
        throw Failure(
            .badData, "an account's id has a-z, 0-9, - and ., 1 to 64 of them; \"\(id)\" has something else")
    }

    func staffName() throws(Failure) -> String {
        let name = try required("--name")
        guard name.contains(where: \.isLetter), name.count <= StaffMember.longestName else {
            throw Failure(.badData, "--name needs letters, and at most \(StaffMember.longestName) characters")
        }
        return name
    }
}

/// An account in the fixed shape that other programs read.
struct StaffRow: Encodable {
    let id: String
    let name: String
    let role: String
    /// `ready`, `locked`, or `no-password`: nobody can sign in then.
    let state: String

    init(_ member: StaffMember) {
        id = member.id
        name = member.name
        role = member.role.rawValue
        state = member.isLocked ? "locked" : member.hasPassword ? "ready" : "no-password"
    }

    private static let headings = ["id", "name", "role", "state"]

    private var cells: [String] { [id, name, role, state] }

    static func print(_ member: StaffMember, as format: Format) throws {
        let row = StaffRow(member)
        try Output.result(row, Table(headings: headings, rows: [row.cells]), as: format)
    }

    static func print(_ members: [StaffMember], as format: Format) throws {
        let rows = members.map(StaffRow.init)
        try Output.result(["staff": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}

extension Command {
    static let staffPassword = Command(
        words: ["staff", "password"],
        summary:
            "set your own password; a main user sets anybody's; without signing in as long as no main user has one",
        operands: ["ID"], options: [newPassword] + signInOptions
    ) { call in
        let content = try call.content()
        let id = call.arguments.operands[0]
        let store = try call.store(of: content)
        let session = try call.staff(content, store)
        let member = try account(id, of: session)
        let password =
            call.has("--new-password-file") || !call.isOnTerminal
            ? Password(try call.secret("--new-password-file", holding: "password"))
            : try asked(for: member, call, content)
        try session.administration.setPassword(of: id, hash: try call.hash(password, for: id, named: member.name))
        call.remark("the password of \(id) is set")
        if member.isLocked { call.remark("the account is locked; open it with: kartoitin staff unlock \(id)") }
        return .done
    }

    /// Whose password is set. A store of an earlier version has no main user: the first one is made here.
    private static func account(_ id: String, of session: StaffSession) throws -> StaffMember {
        if id == session.member.id { return session.member }
        let staff = try session.administration.staff()
        if let member = staff.first(where: { $0.id == id }) { return member }
        if staff.contains(where: { $0.role == .mainUser }) { throw StaffRefusal.noSuchStaff(id) }
        let mainUser = StaffMember(id: try Invocation.staffID(id), name: id, role: .mainUser)
        try session.administration.add(mainUser, passwordHash: nil)
        return mainUser
    }

    private static func asked(for member: StaffMember, _ call: Invocation, _ content: Content) throws -> Password {
        let desk = NewPasswordDesk(
            console: try call.console(keys: .staff), words: try call.deskWords(content),
            settings: try call.staffSettings())
        return try Invocation.given(
            desk.password(for: member.id, named: member.name), otherwise: "the password was not changed")
    }
}
