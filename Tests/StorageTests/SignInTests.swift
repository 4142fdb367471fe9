import BookingCore
import CivilTime
import Foundation
import Synchronization
import TestValues
import Testing

@testable import Storage

@Suite("Signing in, and what may be done before anybody can")
final class SignInTests {
    private let path: String
    private let store: any Store
    private let policy = StaffPolicy(provider: "Esimerkkialue")
    private let start = Date(timeIntervalSince1970: 1_795_000_000)

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "sign-in-\(UUID().uuidString).sqlite").path
        try StoreFile.create(path: path)
        store = try Stores.open(path, clock: .helsinki)
    }

    deinit {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    private func add(_ id: String, _ role: StaffRole, password: String?) throws {
        try store.add(
            StaffMember(id: id, name: id.uppercased(), role: role),
            passwordHash: password.map { CountingHasher.hash($0) }, now: start)
    }

    private func signIn(_ id: String, _ password: String, by hasher: CountingHasher = CountingHasher()) throws
        -> StaffMember
    {
        try sessions().signIn(hashing: hasher).member(id, password: password)
    }

    private func sessions(now: (() -> Date)? = nil) throws -> Sessions {
        Sessions(
            store: store, rules: .none, policy: policy,
            clock: try #require(WallClock(timeZone: "Europe/Helsinki")), now: now ?? { self.start })
    }

    private func walSize() throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int)
    }

    @Test("The right password lets in, however its accents are typed")
    func right() throws {
        try add("paavo", .mainUser, password: "päivää päivää")
        #expect(try signIn("paavo", "pa\u{308}iva\u{308}a\u{308} päivää ").id == "paavo")
        #expect(try signIn("paavo", "päivää päivää").role == .mainUser)
    }

    @Test("Wrong password, unknown name, account without a password, locked: one answer, and one hash is made for it")
    func sameWork() throws {
        try add("paavo", .mainUser, password: "oikea salasana")
        try add("liisa", .supervisor, password: nil)
        try add("lukko", .phoneService, password: "oikea salasana")
        try store.setLocked(true, "lukko")
        let tries = [
            ("paavo", "väärä salasana"), ("nobody", "oikea salasana"), ("", ""), ("liisa", "oikea salasana"),
            ("lukko", "oikea salasana"), ("lukko", "väärä salasana"), ("' OR 1=1 --", "x"),
        ]
        for (id, password) in tries {
            let hasher = CountingHasher()
            #expect(throws: StaffRefusal.signInFailed, "\(id)") { try self.signIn(id, password, by: hasher) }
            #expect(hasher.checks == 1, "\(id)")
        }
        for (id, password) in tries {
            let before = try walSize()
            #expect(throws: StaffRefusal.signInFailed) { try self.signIn(id, password) }
            #expect(try walSize() > before, "nothing was written for \(id)")
        }
    }

    @Test("The tenth wrong password in a row locks; then the right one is refused too, until it is unlocked")
    func locks() throws {
        try add("paavo", .mainUser, password: "oikea salasana")
        for _ in 1...9 { #expect(throws: StaffRefusal.signInFailed) { try self.signIn("paavo", "väärä") } }
        _ = try signIn("paavo", "oikea salasana")
        for _ in 1...9 { #expect(throws: StaffRefusal.signInFailed) { try self.signIn("paavo", "väärä") } }
        #expect(try store.staff().first?.isLocked == false)
        #expect(throws: StaffRefusal.signInFailed) { try self.signIn("paavo", "väärä") }
        #expect(try store.staff().first?.isLocked == true)
        #expect(throws: StaffRefusal.signInFailed) { try self.signIn("paavo", "oikea salasana") }
        try store.setLocked(false, "paavo")
        #expect(try signIn("paavo", "oikea salasana").id == "paavo")
        #expect(throws: StaffRefusal.signInFailed) { try self.signIn("paavo", "väärä") }
        #expect(try store.staff().first?.isLocked == false)
    }

    @Test("Answers come slower and slower, and at last every half a minute")
    func delays() {
        #expect((0...7).map { SignIn.delay(afterFailures: $0) } == [0, 1, 2, 4, 8, 16, 30, 30])
        #expect(SignIn.delay(afterFailures: 1000) == 30)
    }

    @Test(
        "With the clock set back people still sign in and work, and the log keeps the order in which it was written")
    func clockSetBack() throws {
        try add("paavo", .mainUser, password: "oikea salasana")
        try add("sirpa", .phoneService, password: "oikea salasana")
        var now = start
        let session = try sessions { now }.staff(try signIn("sirpa", "oikea salasana"))
        for (moment, operation) in [(start, "reports"), (start - 86_400 * 400, "staff"), (start - 3600, "log")] {
            now = moment
            switch operation {
            case "reports":
                #expect(throws: StaffRefusal.self) {
                    _ = try session.reports.statistics().meetings(from: start, until: start)
                }
            case "staff": #expect(throws: StaffRefusal.self) { _ = try session.administration.staff() }
            default:
                #expect(throws: StaffRefusal.self) {
                    _ = try session.administration.accessLog(
                        ofUser: "sirpa", from: .distantPast, until: .distantFuture)
                }
            }
        }
        now = start
        let member = try signIn("paavo", "oikea salasana")
        let log = try sessions { now }.staff(member)
            .administration.accessLog(ofUser: "sirpa", from: start - 86_400 * 1000, until: start + 1)
        #expect(log.map(\.data) == ["see-reports", "manage-staff", "read-log"])
        #expect(log.map(\.at) == [start, start - 86_400 * 400, start - 3600])
    }

    // Before the store is in operation.

    @Test("Until a main user has a password, whoever may write the store may do all; then nobody without signing in")
    func owner() throws {
        try add("paavo", .mainUser, password: nil)
        try add("sirpa", .phoneService, password: "oikea salasana")
        let owner = try sessions().owner(named: "root")
        #expect(owner.isOwner)
        #expect(try owner.administration.staff().map(\.id) == ["paavo", "sirpa"])
        _ = try owner.reports.statistics().meetings(from: start, until: start)
        try owner.administration.setPassword(of: "paavo", hash: CountingHasher.hash("oikea salasana"))
        let log = try store.accessLog(ofUser: StaffSession.ownersID, from: start, until: start + 1)
        #expect(log.map(\.purpose) == ["password of paavo"])
        #expect(log.map(\.userName) == ["root"])
        #expect(throws: StaffRefusal.signInNeeded) {
            _ = try sessions().owner(named: "root")
        }
    }

    @Test("A session that began before the store was in operation does nothing more after it")
    func ownerAfterwards() throws {
        try add("paavo", .mainUser, password: nil)
        let owner = try sessions().owner(named: "root")
        try owner.administration.setPassword(of: "paavo", hash: CountingHasher.hash("oikea salasana"))
        #expect(throws: StaffRefusal.signInNeeded) { try owner.administration.staff() }
        #expect(throws: StaffRefusal.signInNeeded) { try owner.administration.setPassword(of: "paavo", hash: "x") }
        #expect(try store.accessLog(ofUser: StaffSession.ownersID, from: start, until: start + 1).count == 1)
    }

    @Test("The last main user who can sign in cannot lock themselves out")
    func lastMainUser() throws {
        try add("paavo", .mainUser, password: "oikea salasana")
        try add("raija", .mainUser, password: nil)
        let session = try sessions().staff(try signIn("paavo", "oikea salasana"))
        #expect(throws: StaffRefusal.lastMainUser) { try session.administration.setLocked(true, "paavo") }
        try session.administration.setPassword(of: "raija", hash: CountingHasher.hash("toinen salasana"))
        try session.administration.setLocked(true, "paavo")
        #expect(try store.staff().map(\.isLocked) == [true, false])
    }

    @Test("Where no main user can sign in, a locked one is opened without it, and that is logged")
    func unlockByOwner() throws {
        try add("paavo", .mainUser, password: "oikea salasana")
        try add("sirpa", .phoneService, password: "oikea salasana")
        func unlock(_ id: String) throws {
            try sessions().unlockMainUser(id, named: "root")
        }
        #expect(throws: StaffRefusal.signInNeeded) { try unlock("paavo") }
        for id in ["paavo", "sirpa"] { try store.setLocked(true, id) }
        #expect(throws: StaffRefusal.signInNeeded) { try unlock("sirpa") }
        #expect(throws: StaffRefusal.signInNeeded) { try unlock("nobody") }
        try unlock("paavo")
        #expect(try store.staff().map(\.isLocked) == [false, true])
        let log = try store.accessLog(ofUser: StaffSession.ownersID, from: start, until: start + 1)
        #expect(log.map(\.purpose) == ["unlock paavo"])
    }
}

/// Hashes that cost nothing, and a count of the checks: what a slow one would be made to do.
private final class CountingHasher: PasswordHasher {
    private let count = Mutex(0)
    let nobodys = "hash of a password that nobody has"

    var checks: Int { count.withLock { $0 } }

    static func hash(_ password: String) -> String { "hash of \(Password(password).text)" }

    func hash(_ password: String) -> String? { Self.hash(password) }

    func isRight(_ password: String, for hash: String) -> Bool {
        count.withLock { $0 += 1 }
        return hash == "hash of \(password)"
    }
}
