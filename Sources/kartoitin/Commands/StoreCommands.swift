import Storage

extension Command {
    static let storeCreate = Command(
        words: ["store", "create"], summary: "make a new, empty store that its owner alone can read"
    ) { call in
        let path = call.storePath
        try Stores.create(path)
        if !call.has("--quiet") { Output.error("made a store at \(Stores.shown(path))") }
        return .done
    }

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
