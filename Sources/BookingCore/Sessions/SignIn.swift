public import Foundation

/// Signing in: the same answer and the same work for a wrong password, an unknown name and a locked account.
public struct SignIn {
    private let store: any AdministrationStore
    private let hasher: any PasswordHasher
    private let now: () -> Date

    init(store: any AdministrationStore, hasher: any PasswordHasher, now: @escaping () -> Date) {
        self.now = now
        self.store = store
        self.hasher = hasher
    }

    /// - Throws: `signInFailed`. The tenth wrong password in a row locks the account.
    public func member(_ id: String, password: String) throws -> StaffMember {
        let known = try store.staff().first { $0.id == id }
        let hash = try store.passwordHash(of: id)
        let isRight = hasher.isRight(Password(password).text, for: hash ?? hasher.nobodys) && hash != nil
        guard let known, isRight, !known.isLocked else {
            // Also of a locked account with the right password, so that the time it takes tells nothing.
            try store.countWrongPassword(of: id, limit: StaffPolicy.mostWrongPasswords, now: now())
            throw StaffRefusal.signInFailed
        }
        try store.forgetWrongPasswords(of: known, now: now())
        return known
    }

    /// How long to wait before the answer to the `count`-th failure in a row at one desk, in seconds: 1, 2, 4 … 30.
    public static func delay(afterFailures count: Int) -> TimeInterval {
        count < 1 ? 0 : min(30, Double(1 << min(count - 1, 5)))
    }
}
