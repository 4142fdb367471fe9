import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import Storage

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
        try session.setPassword(of: id, hash: try call.hash(password, for: id, named: member.name))
        call.remark("the password of \(id) is set")
        if member.isLocked { call.remark("the account is locked; open it with: kartoitin staff unlock \(id)") }
        return .done
    }

    /// Whose password is set. A store of an earlier version has no main user: the first one is made here.
    private static func account(_ id: String, of session: StaffSession) throws -> StaffMember {
        if id == session.member.id { return session.member }
        let staff = try session.staff()
        if let member = staff.first(where: { $0.id == id }) { return member }
        if staff.contains(where: { $0.role == .mainUser }) { throw BookingError.noSuchStaff(id) }
        let mainUser = StaffMember(id: try Invocation.staffID(id), name: id, role: .mainUser)
        try session.add(mainUser, passwordHash: nil)
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
