import BookingCore

extension StoreFailure {
    /// What the failure of an engine means for the store that it keeps.
    init(_ error: SQLError) {
        self =
            switch error {
            case .busy: .locked
            case .readOnly: .readOnly
            case .full: .full
            case .unreachable: .unreachable
            case .turnedAway: .turnedAway
            case .notAllowed: .notAllowed
            case .notADatabase: .notAStore
            case .newer(let found, let known): .newer(found: found, known: known)
            case .constraint(let name): .other("UNIQUE constraint failed: \(name)")
            case .other(let message): .other(message)
            }
    }

    /// Runs `body`, and throws what an engine could not do in it as a failure of the store. Everything else that is
    /// thrown passes through.
    static func converting<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as SQLError {
            throw StoreFailure(error)
        }
    }
}
