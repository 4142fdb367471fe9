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
