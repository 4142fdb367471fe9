import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import Storage

extension Command {
    static let storeCheck = Command(
        words: ["store", "check"], summary: "look over every row of the store for what must never be"
    ) { call in
        let path = call.storePath
        let faults = try Stores.check(path)
        for fault in faults { Output.data(fault) }
        if faults.isEmpty { Output.data("\(Stores.shown(path)): no faults") }
        return faults.isEmpty ? .done : .faultsFound
    }
}

extension Command {
    static let storeMigrate = Command(
        words: ["store", "migrate"],
        summary: "bring the store up to date with this program; a file is when it is opened"
    ) { call in
        let moved = try Stores.migrate(call.storePath)
        let shown = Stores.shown(call.storePath)
        Output.data(
            moved.from == moved.to
                ? "\(shown): schema \(moved.to) already, nothing to do"
                : "\(shown): from schema \(moved.from) to \(moved.to)")
        return .done
    }

    static let storeBackup = Command(
        words: ["store", "backup"], summary: "copy the store to a new file while others go on using it, and check it",
        operands: ["FILE"]
    ) { call in
        let file = call.arguments.operands[0]
        guard !Stores.isServer(call.storePath) else {
            let dump = PostgreSQLDump.command(of: call.storePath, to: file)
            throw Failure(.usage, "this store is in PostgreSQL, whose own program backs it up: \(dump)")
        }
        let faults = try Stores.backUp(call.storePath, to: file)
        for fault in faults { Output.data(fault) }
        if faults.isEmpty { Output.data("\(file): no faults") }
        return faults.isEmpty ? .done : .faultsFound
    }

    static let storeCopy = Command(
        words: ["store", "copy"], summary: "move all of the store to a new one, for example from a file to a server",
        options: [Option("--to", "PATH", "where the new store will be; nothing may be there yet")]
    ) { call in
        let target = try call.required("--to")
        var isBegun = false
        let count: Int
        do {
            count = try Stores.copy(call.storePath, to: target) { progress in
                isBegun = true
                if let told = StoreCopyWords.told(progress) { call.remark(told) }
            }
        } catch let trouble as StoreFailure {
            if isBegun, Stores.isServer(target), [.unreachable, .turnedAway, .full].contains(trouble) {
                call.remark("the same command goes on where this one stopped")
            }
            throw trouble
        }
        let shown = Stores.shown(target)
        Output.data("\(shown): \(count) rows, the same as in \(Stores.shown(call.storePath))")
        call.remark(
            "from now on give --store \(shown) or set KARTOITIN_STORE, everywhere; the old store was not changed")
        return .done
    }
}

/// How a copy tells how far it is.
private enum StoreCopyWords {
    /// Nil of what nobody needs to know.
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
