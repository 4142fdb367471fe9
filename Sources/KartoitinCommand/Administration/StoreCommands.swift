import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import Storage

private struct BackupOptions: CommandOptions {
    let file = Operand("FILE", .text)
}

private struct CopyOptions: CommandOptions {
    let target = Option(
        required: "--to", "PATH", "where the new store will be; nothing may be there yet", .text)
}

private struct CreateOptions: CommandOptions {
    let mainUser = Option(
        "--main-user", "ID", "the first account, of somebody who adds the others; a terminal asks for it",
        .newAccount)
    let name = Option("--name", "NAME", "the main user's name", .name(upTo: StaffMember.longestName))
    let passwordFile = Option(
        "--password-file", "FILE|-", "whose first line is the main user's password; - reads standard input", .text)

    /// All of the main user, or nothing.
    func missing(in given: GivenWords) -> [String] {
        let all: [any AnyOption] = [mainUser, name, passwordFile]
        return all.contains(where: given.has) ? all.filter { !given.has($0) }.map(\.name) : []
    }
}

extension Command {
    static let storeCheck = Command("store check", "look over every row of the store for what must never be") {
        call in
        let path = call.environment.storePath
        return tell(try Stores.check(path), of: Stores.shown(path))
    }

    static let storeMigrate = Command(
        "store migrate", "bring the store up to date with this program; a file is when it is opened"
    ) { call in
        let path = call.environment.storePath
        let moved = try Stores.migrate(path)
        let shown = Stores.shown(path)
        Output.data(
            moved.from == moved.to
                ? "\(shown): schema \(moved.to) already, nothing to do"
                : "\(shown): from schema \(moved.from) to \(moved.to)")
        return .done
    }

    static let storeBackup = Command(
        "store backup", "copy the store to a new file while others go on using it, and check it", BackupOptions()
    ) { call in
        let (path, file) = (call.environment.storePath, try call[\.file])
        guard !Stores.isServer(path) else {
            let dump = PostgreSQLDump.command(of: path, to: file)
            throw Failure(.usage, "this store is in PostgreSQL, whose own program backs it up: \(dump)")
        }
        return tell(try Stores.backUp(path, to: file), of: file)
    }

    private static func tell(_ faults: [String], of store: String) -> ExitCode {
        for fault in faults { Output.data(fault) }
        if faults.isEmpty { Output.data("\(store): no faults") }
        return faults.isEmpty ? .done : .faultsFound
    }

    static let storeCopy = Command(
        "store copy", "move all of the store to a new one, for example from a file to a server", CopyOptions()
    ) { call in
        let (path, target) = (call.environment.storePath, try call[\.target])
        var isBegun = false
        let count: Int
        do {
            count = try Stores.copy(path, to: target) { progress in
                isBegun = true
                if let told = StoreCopyWords.told(progress) { call.remark(told) }
            }
        } catch let failure as StoreFailure {
            if isBegun, Stores.isServer(target), [.unreachable, .turnedAway, .full].contains(failure) {
                call.remark("the same command goes on where this one stopped")
            }
            throw failure
        }
        let shown = Stores.shown(target)
        Output.data("\(shown): \(count) rows, the same as in \(Stores.shown(path))")
        call.remark(
            "from now on give --store \(shown) or set KARTOITIN_STORE, everywhere; the old store was not changed")
        return .done
    }

    static let storeCreate = Command(
        "store create", "make a new, empty store that its owner alone can read, with its first main user",
        CreateOptions()
    ) { call in
        let path = call.environment.storePath
        if FileManager.default.fileExists(atPath: path) { throw StoreFailure.alreadyThere(path: path) }
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

    /// As the options say, else as a user says at a terminal, else without a password.
    private static func mainUser(
        _ call: Invocation<CreateOptions>
    ) throws -> (member: StaffMember, passwordHash: String?) {
        if call.has(\.mainUser) || call.has(\.name) || call.has(\.passwordFile) {
            let member = StaffMember(
                id: try call.required(\.mainUser), name: try call.required(\.name), role: .mainUser)
            let password = Password(try Secrets.firstLine(of: try call.required(\.passwordFile), holding: "password"))
            return (member, try Secrets.hash(password, for: member.id, named: member.name))
        }
        guard call.environment.isOnTerminal else {
            return (StaffMember(id: "main-user", name: "main-user", role: .mainUser), nil)
        }
        let desk = NewPasswordDesk(
            console: try call.environment.console(keys: .staff), words: try call.county().words)
        let (member, password) = try desk.mainUser().value(otherwise: "no store was made")
        return (member, try Secrets.hash(password, for: member.id, named: member.name))
    }
}

/// How a copy tells how far it is.
private enum StoreCopyWords {
    /// - Returns: nil if there is nothing to know.
    static func told(_ progress: CopyProgress) -> String? {
        switch progress {
        case .copied(_, _, of: 0), .compared(_, rows: 0): nil
        case .goesOn(let table, let rows): "goes on after \(rows) rows of \(table)"
        case .startsOver(let table): "\(table) has changed since the last try; begins anew"
        case .copied(let table, let rows, let all): "\(table): \(rows) of \(all) rows copied"
        case .compared(let table, let rows): "\(table): \(rows) rows are the same in both"
        case .completed(let table, let piece): "\(table): \(piece) is made"
        }
    }
}

/// How a store in PostgreSQL is backed up.
enum PostgreSQLDump {
    /// A line for a shell, without the password: that comes from `~/.pgpass` or PGPASSWORD.
    static func command(of address: String, to file: String) -> String {
        "(umask 077; pg_dump --format=custom --file=\(file.quotedForShell) \(Stores.shown(address).quotedForShell))"
    }
}

extension String {
    /// As one word for a shell, whatever is in it.
    var quotedForShell: String { "'" + replacing("'", with: "'\\''") + "'" }
}
