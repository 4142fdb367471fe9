import BookingCore
import CivilTime
import Foundation
import SocialServices
import Testing

@testable import Storage

/// A new store in a folder of its own, removed with it. Times are given in minutes after `now`.
///
/// Keep it as a suite's property: a local one may be gone before its last use is.
final class TemporaryStore {
    let folder: URL
    let path: String
    let address: TestAddress
    let connection: any SQLConnection
    let store: SQLBookingStore
    let now = TemporaryStore.now
    /// The county's.
    let clock: WallClock
    let joensuu: Municipality
    let lieksa: Municipality

    /// 2026-12-01T09:00+02:00.
    static let now = Date(seconds: 1_796_108_400)

    init(isDemonstration: Bool = false) throws {
        folder = try Self.newFolder()
        path = folder.appending(path: "kartoitin.sqlite").path
        address = TestAddress(path: path)
        try address.create(isDemonstration: isDemonstration)
        connection = try address.connection()
        store = SQLBookingStore(connection)
        clock = try #require(WallClock(timeZone: "Europe/Helsinki"))
        joensuu = try #require(Municipality(rawValue: "167"))
        lieksa = try #require(Municipality(rawValue: "422"))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
        address.remove(through: connection)
    }

    static func newFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kartoitin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        return folder
    }

    /// What another program has of the same store.
    func another() throws -> SQLBookingStore { SQLBookingStore(try address.connection()) }

    // Sessions.

    /// Sessions on the store at `now`, with these rules of every appointment type.
    func sessions(
        _ rules: AppointmentRules = .none, policy: StaffPolicy = StaffPolicy(provider: "Esimerkkialue")
    ) -> Sessions {
        let now = now
        return Sessions(store: store, rules: Self.rules(rules), policy: policy, clock: clock, now: { now })
    }

    /// The same rules of every appointment type.
    static func rules(_ rules: AppointmentRules) -> BookingRules {
        BookingRules(
            of: ServiceTask.allCases.map { task in
                AppointmentType(
                    id: "advice-\(task.rawValue)", task: task, minutes: 15, methods: [.phone], rules: rules)
            })
    }

    // Timetables.

    func after(_ minutes: Int) -> Date { now.addingTimeInterval(Double(minutes) * 60) }

    func add(_ id: String, name: String? = nil, task: ServiceTask = .families) throws {
        try store.add(Professional(id: id, name: name ?? "\(id) Esimerkki", task: task, municipality: joensuu))
    }

    func slot(
        _ professional: String, at minutes: Int, lasting length: Int = 15, task: ServiceTask = .families,
        methods: Set<ContactMethod> = [.phone], in municipality: Municipality? = nil, seats: Int = 1,
        isByRight: Bool = false
    ) -> Slot {
        Slot(
            professional: professional, start: after(minutes), minutes: length,
            appointmentType: "advice-\(task.rawValue)", task: task, methods: methods,
            municipality: municipality ?? joensuu, seats: seats, isByRight: isByRight)
    }

    /// Adds the professional and opens one time of theirs.
    func open(
        _ professional: String, at minutes: Int, task: ServiceTask = .families,
        methods: Set<ContactMethod> = [.phone], in municipality: Municipality? = nil
    ) throws {
        try add(professional, task: task)
        try store.open([slot(professional, at: minutes, task: task, methods: methods, in: municipality)])
    }

    // Booking.

    func choice(
        at minutes: Int, task: ServiceTask = .families, method: ContactMethod = .phone,
        in municipality: Municipality? = nil, leave: BookingAuthority = .open
    ) -> SlotChoice {
        SlotChoice(task: task, start: after(minutes), method: method, municipality: municipality, leave: leave)
    }

    func request(
        name: String = "Maija Meikäläinen", method: ContactMethod = .phone,
        description: SituationDescription = SituationDescription(ownWords: "En jaksa.")
    ) throws -> BookingRequest {
        BookingRequest(
            method: method,
            client: Client(name: name, phone: try PhoneNumber(typed: "040 123 4567"), language: .finnish),
            needs: SpecialNeeds(meetingLanguage: .finnish), description: description, consent: .onScreen,
            maker: .client)
    }

    @discardableResult
    func book(
        at minutes: Int, leave: BookingAuthority = .open, description: SituationDescription = SituationDescription()
    ) throws -> Booking {
        try store.book(
            choice(at: minutes, leave: leave), try request(description: description), now: now, drawing: Self.draw)
    }

    /// A right of the client of `request` to times with these workers or this team.
    func grant(
        to grantee: RightGrant.Grantee = .workers(["aino"]), uses: Int = 1, expiring expiry: Int = 1000,
        through other: SQLBookingStore? = nil
    ) throws -> BookingRight {
        let grant = RightGrant(
            appointmentType: "advice-families", grantee: grantee, clientName: "Maija Meikäläinen",
            clientPhone: try PhoneNumber(typed: "040 123 4567"), uses: uses, expires: after(expiry),
            grantedBy: "aino")
        return try (other ?? store).grant(grant, now: now) {
            var generator = SystemRandomNumberGenerator()
            return RightCode.random(using: &generator)
        }
    }

    func hold(at minutes: Int, token: String = "mine", expiring expiry: Int = 10) throws -> Hold {
        try store.hold(choice(at: minutes), token: token, now: now, until: after(expiry))
    }

    static func draw() -> BookingReference {
        var generator = SystemRandomNumberGenerator()
        return BookingReference.random(using: &generator)
    }

    /// From now on the database refuses a new row of a table.
    ///
    /// - Parameter condition: refuses only where this holds.
    func refuseInserts(into table: String, when condition: String? = nil, saying message: String = "broken") throws {
        try refuse("INSERT", of: table, when: condition, saying: message)
    }

    /// The same of another kind of change: `INSERT`, `UPDATE` or `DELETE`.
    func refuse(
        _ change: String, of table: String, when condition: String? = nil, saying message: String = "broken"
    ) throws {
        guard TestAddress.isServer else {
            let when = condition.map { " WHEN \($0)" } ?? ""
            return try connection.script(
                """
                CREATE TRIGGER broken BEFORE \(change) ON \(table)\(when)
                BEGIN SELECT RAISE (ABORT, '\(message)'); END
                """)
        }
        try connection.script(
            """
            CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN IF \(condition ?? "true") THEN RAISE EXCEPTION '\(message)'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER broken BEFORE \(change) ON \(table) FOR EACH ROW EXECUTE FUNCTION break()
            """)
    }

    // Raw SQL.

    /// What is wrong in the store; empty for a sound one.
    func faults() throws -> [String] { try StoreCheck(connection: connection).faults() }

    func number(_ sql: String) throws -> Int { try #require(try connection.first(sql) { $0.integer(0) }) }

    func texts(_ sql: String) throws -> [String] { try connection.rows(sql) { $0.text(0) } }

    /// The starts of free times in minutes after `now`.
    func freeMinutes(_ query: SlotQuery? = nil, now moment: Date? = nil) throws -> [Int] {
        let moment = moment ?? now
        let slots = try store.freeSlots(query ?? SlotQuery(from: moment), now: moment)
        return slots.map { ($0.start.seconds - now.seconds) / 60 }
    }
}

extension StoreFailure {
    /// What SQLite says when a trigger or a check refuses.
    static func refused(_ message: String) -> StoreFailure { .other(message) }
}
