import BookingCore
import Storage

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
        } catch BookingError.store(let trouble) {
            if isBegun, Stores.isServer(target), [.unreachable, .turnedAway, .full].contains(trouble) {
                call.remark("the same command goes on where this one stopped")
            }
            throw BookingError.store(trouble)
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
