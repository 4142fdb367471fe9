import BookingCore
import ContentLibrary
import Foundation
import Storage

extension Command {
    /// What `Invocation.session` reads.
    static let signInOptions = [
        Option("--as", "ID", "your account"),
        Option("--password-file", "FILE|-", "whose first line is your password; - reads standard input"),
    ]
}

extension Invocation {
    /// Signs somebody in and gives what they may do.
    func session(_ content: Content, _ store: any BookingStore) throws -> StaffSession {
        guard let hasher = Yescrypt() else {
            throw Failure(
                .unreachable, "this machine's libcrypt does not know yescrypt; install libcrypt1 of Debian 12")
        }
        let id = try required("--as")
        let file = try required("--password-file")
        let password =
            file == "-"
            ? try SecretFile.firstLineOfInput(holding: "password")
            : try SecretFile.firstLine(of: file, holding: "password")
        let member = try SignIn(store: store, hasher: hasher).member(id, password: password)
        return StaffSession(member, policy: content.staffPolicy, store: store) { Date() }
    }
}
