public import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import HostSystem
import SocialServices
import Storage

extension Command {
    /// What `Invocation.session` and `Invocation.staff` read.
    static let signInOptions = [
        Option("--as", "ID", "your account; on a terminal you are asked when it is left out"),
        Option("--password-file", "FILE|-", "whose first line is your password; - reads standard input"),
    ]

    /// Of a desk where staff sit; what `Invocation.staffSettings` reads.
    static let idleOption = Option("--idle-end", "SECONDS", "silence until the session ends; 600 when left out")
}

extension Invocation {
    /// What opens a visitor's and the staff's sessions on a store, with the rules of the content.
    func sessions(_ content: Content, _ store: any BookingStore) throws -> Sessions {
        Sessions(
            store: store, rules: BookingRules(of: content.services.appointments), policy: content.staffPolicy,
            clock: try wallClock(of: content))
    }

    /// Who does what only staff may do. In a store that is not in operation yet (no main user has a password) that is
    /// whoever may write it; after that somebody who signs in.
    func staff(_ content: Content, _ store: any BookingStore) throws -> StaffSession {
        if hasSignIn { return try session(content, store) }
        do {
            return try sessions(content, store).owner(named: NSUserName())
        } catch StaffRefusal.signInNeeded {
            return try session(content, store)
        }
    }

    /// Signs somebody in and gives what they may do: by `--as` and `--password-file`, or by asking on a terminal.
    ///
    /// - Parameter console: the one that a desk talks on; nil opens one for the signing in alone.
    func session(
        _ content: Content, _ store: any BookingStore, on console: (any Console)? = nil
    ) throws -> StaffSession {
        let sessions = try sessions(content, store)
        let signIn = sessions.signIn(hashing: try Self.hasher())
        let member: StaffMember
        if hasSignIn, has("--password-file") || !isOnTerminal {
            let id = try required("--as")
            member = try signIn.member(id, password: try secret("--password-file", holding: "password"))
        } else if isOnTerminal {
            member = try ask(signIn, content, on: try console ?? self.console(keys: .staff))
        } else if try sessions.isInOperation() {
            throw StaffRefusal.signInNeeded
        } else {
            throw Failure(
                .notPermitted,
                "nobody can sign in yet; set the main user's password with: kartoitin staff password main-user")
        }
        return sessions.staff(member)
    }

    private func ask(_ signIn: SignIn, _ content: Content, on console: any Console) throws -> StaffMember {
        let desk = SignInDesk(
            signIn: signIn, console: console, words: try deskWords(content), account: value("--as"),
            settings: try staffSettings(), sleep: { Thread.sleep(forTimeInterval: $0) })
        return try Self.given(try desk.run(), otherwise: "nobody signed in; nothing was done")
    }

    /// What somebody said at a terminal.
    ///
    /// - Parameter told: what there is to say where they did not.
    static func given<Value>(_ answer: StaffAnswer<Value>, otherwise told: String) throws(Failure) -> Value {
        switch answer {
        case .given(let value): return value
        case .ended(.interrupted): throw Failure(.interrupted, told)
        case .left, .ended: throw Failure(.notPermitted, told)
        }
    }

    private var hasSignIn: Bool { has("--as") || has("--password-file") }

    /// Somebody can be asked, and sees what they are asked.
    var isOnTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    func deskWords(_ content: Content) throws(Failure) -> Words {
        content.words(in: try language(in: content) ?? content.languages.first ?? .finnish)
    }

    func staffSettings() throws(Failure) -> StaffSettings {
        try count("--idle-end").map { StaffSettings(idleEnd: Double($0)) } ?? StaffSettings()
    }

    static func hasher() throws(Failure) -> Yescrypt {
        if let hasher = Yescrypt() { return hasher }
        throw Failure(.unreachable, noYescrypt)
    }

    /// The first line of the file that an option names, or of standard input for `-`.
    func secret(_ option: String, holding what: String) throws(Failure) -> String {
        let file = try required(option)
        do {
            return file == "-" ? try SecretFile.firstLineOfInput() : try SecretFile.firstLine(of: file)
        } catch {
            throw Failure(error, reading: what)
        }
    }

    /// A hash of a new password.
    func hash(_ password: Password, for id: String, named name: String) throws(Failure) -> String {
        let hasher = try Self.hasher()
        do {
            return try password.hash(for: id, named: name, by: hasher)
        } catch {
            throw Failure(.badData, error.explanation)
        }
    }

    fileprivate static let noYescrypt =
        "this machine's libcrypt does not know yescrypt; install libcrypt1 of Debian 12"
}

extension Yescrypt: PasswordHasher {}

extension Password.Fault {
    /// What is wrong with a new password and what to do, for the command line.
    var explanation: String {
        switch self {
        case .tooShort:
            "the password is too short; take at least \(Password.shortest) characters, for example four words in a row"
        case .tooLong: "the password is too long; take at most \(Password.longest) characters"
        case .isName: "the password is the account's id or name; take another one"
        case .hasControls: "the password has control characters in it; take letters, digits, spaces and punctuation"
        case .noHash: Invocation.noYescrypt
        }
    }
}

extension Command {
    /// What `Invocation.leave` reads.
    static let leaveOptions = [
        Option("--right", "CODE", "by the booking right with this code, of the client with --phone"),
        Option(
            "--professional", "ID",
            "staff only: with this worker, also at times opened for booking rights; a work pair when given twice",
            isRepeatable: true),
    ]
}

extension Invocation {
    /// On whose leave times are looked for and booked: the right's with the client's phone number, the staff's, or
    /// anybody's.
    ///
    /// - Returns: the leave, and the right where there is one.
    func leave(
        of visitor: VisitorSession
    ) throws -> (leave: BookingAuthority, right: BookingRight?) {
        let workers = values("--professional")
        guard let text = value("--right") else {
            let known = try visitor.professionals().map(\.id)
            if let stranger = workers.first(where: { !known.contains($0) }) {
                throw StaffRefusal.noSuchProfessional(stranger)
            }
            try Self.checkNamedOnce(workers)
            return (workers.isEmpty ? .open : .staff(workers: workers), nil)
        }
        guard workers.isEmpty else {
            throw Failure(.usage, "--right and --professional do not go together: the right says with whom; give one")
        }
        let code = try Self.rightCode(text)
        let phone = try phone()
        guard let right = try visitor.right(code, of: phone) else {
            throw RightRefusal.unknown
        }
        return (.right(code), right)
    }

    /// Throws where a worker of a pair is named twice.
    static func checkNamedOnce(_ workers: [String]) throws(Failure) {
        if Set(workers).count == workers.count { return }
        throw Failure(.usage, "--professional names one worker twice; name each once")
    }

    static func rightCode(_ text: String) throws(Failure) -> RightCode {
        if let code = RightCode(typed: text) { return code }
        throw Failure(.badData, "the code of a booking right has eight characters, such as K7PF-3M2R; check it")
    }

    /// The appointment type that an option names; nil where it is left out.
    func appointmentType(in content: Content) throws(Failure) -> AppointmentType? {
        let known = content.services.appointments.map(\.id)
        return try ids("--appointment-type", among: known).last.flatMap(content.services.appointment)
    }
}
