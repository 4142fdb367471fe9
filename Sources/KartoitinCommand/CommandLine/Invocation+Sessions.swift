import BookingCore
import CivilTime
import Desks
import Dialogue
import Foundation

/// What a command takes that the county's staff run.
struct SignInOptions: CommandOptions {
    let account = Option("--as", "ID", "your account; on a terminal you are asked when it is left out", .text)
    let passwordFile = Option(
        "--password-file", "FILE|-", "whose first line is your password; - reads standard input", .text)
}

/// The options of a command that the county's staff run.
protocol StaffCommandOptions: CommandOptions {
    var signIn: SignInOptions { get }
}

extension Invocation {
    /// Opens the store for what anyone may do.
    func visitor() throws -> VisitorSession { try sessions().visitor }

    /// Opens the store, for a command that needs more than one session.
    func sessions() throws -> Sessions {
        _ = try county()
        return try environment.sessions()
    }
}

extension Invocation where Options: StaffCommandOptions {
    /// Opens the store for what only staff may do. In a store that is not in operation yet (no main user has a password)
    /// that is every user who may write it; after that a user who signs in.
    ///
    /// - Parameter keepingReset: `true` of the command by which a password that was given for once is changed.
    func staff(keepingReset: Bool = false) throws -> StaffSession {
        try staff(in: try sessions(), keepingReset: keepingReset)
    }

    func staff(in sessions: Sessions, keepingReset: Bool = false) throws -> StaffSession {
        if hasSignIn { return try signedIn(to: sessions, keepingReset: keepingReset) }
        do {
            return try sessions.owner(named: NSUserName())
        } catch StaffRefusal.signInNeeded {
            return try signedIn(to: sessions, keepingReset: keepingReset)
        }
    }

    /// Opens the store for a user who signs in: by `--as` and `--password-file`, or by answering on a terminal.
    func signedIn() throws -> StaffSession { try signedIn(to: try sessions()) }

    /// - Parameters:
    ///   - console: the one that a desk talks on; nil opens one for the signing in alone.
    ///   - settings: of the desk, if there is one.
    func signedIn(
        to sessions: Sessions, on console: (any Console)? = nil, settings: StaffSettings = StaffSettings(),
        keepingReset: Bool = false
    ) throws -> StaffSession {
        let signIn = try sessions.signIn(hashing: try Secrets.hasher())
        if hasSignIn, given.has(options.signIn.passwordFile) || !environment.isOnTerminal {
            let id = try self[\.signIn].required(\.account)
            let password = try Secrets.firstLine(of: try self[\.signIn].required(\.passwordFile), holding: "password")
            return try session(of: try signIn.member(id, password: password), sessions, keepingReset)
        }
        if environment.isOnTerminal {
            let desk = SignInDesk(
                signIn: signIn, console: try console ?? environment.console(keys: .staff), words: try county().words,
                account: try self[\.signIn][\.account], settings: settings,
                sleep: { Thread.sleep(forTimeInterval: $0) })
            let member = try desk.run().value(otherwise: "nobody signed in; nothing was done")
            return try session(of: member, sessions, keepingReset)
        }
        if try sessions.isInOperation() { throw StaffRefusal.signInNeeded }
        throw Failure(
            .notPermitted,
            "nobody can sign in yet; set the main user's password with: kartoitin staff password main-user")
    }

    /// - Throws: `Failure` to one whose password another gave, until they have set their own.
    private func session(
        of member: StaffMember, _ sessions: Sessions, _ keepingReset: Bool
    ) throws -> StaffSession {
        if let reset = member.reset, !keepingReset {
            let clock = try county().clock
            throw Failure(
                .notPermitted,
                "\(reset.by) gave you this password on \(clock.iso8601(reset.at)), because: \(reset.reason); if you did not "
                    + "ask for it, tell your supervisor; set your own first: kartoitin staff password \(member.id)")
        }
        return sessions.staff(member)
    }

    var hasSignIn: Bool { given.has(options.signIn.account) || given.has(options.signIn.passwordFile) }
}

extension StaffAnswer {
    /// What was answered at a terminal.
    ///
    /// - Parameter told: what there is to say if nothing was.
    func value(otherwise told: String) throws(Failure) -> Value {
        switch self {
        case .given(let value): return value
        case .ended(.interrupted): throw Failure(.interrupted, told)
        case .left, .ended: throw Failure(.notPermitted, told)
        }
    }
}
