import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import Storage

extension Command {
    static let storeCreate = Command(
        words: ["store", "create"],
        summary: "make a new, empty store that its owner alone can read, with its first main user",
        options: [
            Option("--main-user", "ID", "the first account, of somebody who adds the others; a terminal asks for it"),
            Option("--name", "NAME", "the main user's name"),
            Option(
                "--password-file", "FILE|-", "whose first line is the main user's password; - reads standard input"),
        ]
    ) { call in
        let path = call.storePath
        if FileManager.default.fileExists(atPath: path) { throw BookingError.store(.alreadyThere(path: path)) }
        let mainUser = try mainUser(call)
        try Stores.create(path, mainUser: mainUser)
        call.remark("made a store at \(path)")
        if mainUser.passwordHash == nil {
            call.remark(
                "nobody has to sign in yet; set the main user's password with: "
                    + "kartoitin staff password \(mainUser.member.id)")
        }
        return .done
    }

    /// As the options say, else as somebody says at a terminal, else without a password.
    private static func mainUser(_ call: Invocation) throws -> (member: StaffMember, passwordHash: String?) {
        if ["--main-user", "--name", "--password-file"].contains(where: call.has) {
            let member = StaffMember(
                id: try Invocation.staffID(try call.required("--main-user")), name: try call.staffName(),
                role: .mainUser)
            let password = Password(try call.secret("--password-file", holding: "password"))
            return (member, try call.hash(password, for: member.id, named: member.name))
        }
        guard call.isOnTerminal else {
            return (StaffMember(id: "main-user", name: "main-user", role: .mainUser), nil)
        }
        let words = try call.deskWords(try call.content())
        let desk = NewPasswordDesk(console: try call.console(keys: .staff), words: words)
        let (member, password) = try Invocation.given(desk.mainUser(), otherwise: "no store was made")
        return (member, try call.hash(password, for: member.id, named: member.name))
    }
}
