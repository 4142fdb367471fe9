#if PostgreSQL
import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

/// What a role may do by the program's rules, it can do on a server, and nothing more.
@Suite("Roles by the program's rules and by the database's", .enabled(if: TestAddress.isServer))
struct RoleOperationTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    private static let staff = DatabaseRole.allCases.filter { $0.staff != nil }

    @Test("A role has the rights of its operations and no others", arguments: DatabaseRole.allCases)
    func rights(role: DatabaseRole) throws {
        let found = try place.texts(
            """
            WITH granted AS (
                SELECT (aclexplode(relacl)).*, NULL::text AS part, relname::text AS object FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace
                UNION ALL
                SELECT (aclexplode(attacl)).*, attname::text, relname::text FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = current_schema()::regnamespace
                UNION ALL
                SELECT (aclexplode(proacl)).*, NULL, 'FUNCTION ' || proname || '('
                    || (SELECT coalesce(string_agg(format_type(type, NULL), ', ' ORDER BY place), '')
                        FROM unnest(proargtypes) WITH ORDINALITY AS parameter (type, place)) || ')'
                FROM pg_proc WHERE pronamespace = current_schema()::regnamespace)
            SELECT privilege_type || coalesce(' (' || part || ')', '') || ' on ' || object FROM granted
            WHERE grantee = '\(role.name)'::regrole
            """)
        #expect(Set(found) == Set(OperationRights.rights(of: role).map(\.description)))
    }

    @Test("Whoever is in none of the roles has no right")
    func noRole() throws {
        let login = "without_\(place.address.schema)"
        try place.connection.script("CREATE ROLE \(login) LOGIN")
        for table in try place.connection.tables() {
            #expect(
                try place.number(
                    "SELECT CASE WHEN has_table_privilege('\(login)', '\(table.name)', 'SELECT') THEN 1 ELSE 0 END")
                    == 0)
        }
    }

    @Test("A role can do each of its operations", arguments: staff, StaffOperation.allCases)
    func operations(role: DatabaseRole, operation: StaffOperation) throws {
        guard let scope = role.staff?.reach(of: operation), scope != .nothing else { return }
        for (id, minutes) in [("aino", 60), ("eero", 60)] { try place.open(id, at: minutes) }
        try place.store.open([place.slot("aino", at: 90), place.slot("eero", at: 90)])
        for id in ["x", "y"] {
            try place.store.add(
                StaffMember(id: id, name: "X", role: .phoneService), passwordHash: "h", now: place.now)
        }
        let booking = try DatabaseLogin.book(through: place.store, at: 60, of: place)
        let right = try place.grant()
        let store = try DatabaseLogin(role, at: place).store
        try perform(operation, on: booking, right, reaching: scope, through: store)
        #expect(try place.faults() == [])
    }

    private func perform(
        _ operation: StaffOperation, on booking: Booking, _ right: BookingRight, reaching scope: AccessScope,
        through store: SQLStore
    ) throws {
        let (now, end, reference) = (place.now, place.after(500), booking.reference)
        let by = AccessContext(userID: "x", userName: "X", purpose: "meeting", at: now)
        let own = booking.slot.professional
        switch operation {
        case .seeBookings:
            #expect(try store.bookings(of: own, from: now, until: end).count == 1)
            let name = NameKey(booking.client.name)
            #expect(try store.clients(named: name, limit: 5).count == 1)
            #expect(try store.changes(ChangeQuery(professional: own)).map(\.deed).contains(.booked))
            let look = AccessEntry(
                at: now, userID: "x", userName: "X", purpose: "call", data: "booking", provider: "", booking: nil,
                isRefused: false)
            for _ in 0..<2 { try store.keep(AccessLook(entry: look, scope: "search", bookings: [reference])) }
            #expect(try place.number("SELECT count(*) FROM access_log") == 1)
        case .book: _ = try DatabaseLogin.book(through: store, at: 90, of: place)
        case .move:
            _ = try store.move(
                reference, to: place.choice(at: 90), as: Cancellation(by: .professional), now: now,
                drawing: TemporaryStore.draw)
        case .cancel: _ = try store.cancel(reference, as: Cancellation(by: .professional), now: now)
        case .readDescription: #expect(try store.readDescription(of: reference, by: by).ownWords == "En jaksa.")
        case .recordMeeting:
            try store.record(.met, of: reference)
            try store.record(Advice(text: "Neuvo"), of: reference, by: own, now: now)
            #expect(try store.advice(of: reference, by: by)?.text == "Neuvo")
            try store.setGuard("uhkaus", for: reference)
        case .grantRight: _ = try place.grant(through: store)
        case .withdrawRight: _ = try store.withdraw(right.code, now: now)
        case .writeMessage: try store.write("Tervetuloa", to: reference, now: now)
        case .changeTimetable:
            try store.open([place.slot("aino", at: 200)])
            let away = Absence(professional: own, start: place.after(50), end: place.after(100), reason: "ill")
            #expect(try store.record(away, isDryRun: false, now: now).count == 1)
            try store.takeBackAbsence(of: own, from: place.after(50), until: place.after(100), now: now)
            let plan = try store.rearrange(
                own, from: now, until: end, as: .closed, isDryRun: false, by: .system, now: now
            ) { TimetablePlan.closing($0) }
            #expect(plan.closing.count == 2 && plan.kept.count == 1)
            guard scope == .all else { return }
            _ = try store.leave(own, from: place.after(400), isDryRun: false, now: now)
            try store.add(
                Professional(
                    id: "new", name: "Uusi", task: .families, municipality: place.joensuu, otherTasks: [.familyLaw],
                    placesByWeekday: [.friday: Place(place.lieksa)]))
        case .handOver:
            let away = Absence(professional: own, start: now, end: place.after(100), reason: "ill")
            _ = try place.store.record(away, isDryRun: false, now: now)
            let order = HandoverOrder(professional: own, from: now, until: place.after(100))
            #expect(try store.handOver(order, now: now, drawing: TemporaryStore.draw).isComplete)
        case .seeWorkload: #expect(try store.timetable(of: own, from: now, until: end, now: now).count == 2)
        case .seeReports:
            #expect(try store.statistics.meetings(from: now, until: end).map(\.count).reduce(0, +) == 1)
            #expect(try store.statistics.waits(from: now, until: end).map(\.count).reduce(0, +) == 1)
            #expect(
                try store.statistics.journeys(from: calendarDay("2026-12-01"), to: calendarDay("2026-12-01")) == [])
        case .seeArrangements: #expect(try store.arrangements(from: now, until: end) == [])
        case .recordCall:
            try store.keepDraft("soitto", of: "x", now: now)
            #expect(try store.draft(of: "x") == "soitto")
            try store.dropDraft(of: "x")
            try store.count([JourneyEvent(.call)], in: .finnish, on: calendarDay("2026-12-01"))
        case .correctClient: try correct(of: booking, through: store)
        case .manageStaff:
            try store.setRoles([.phoneService, .supervisor], of: "y", by: .system, now: now)
            try store.resetPassword(of: "y", hash: "once", reason: "unohtui", by: .system, now: now)
            try store.add(StaffMember(id: "z", name: "Z", role: .professional), passwordHash: nil, now: now)
            try store.setPassword(of: "y", hash: "new", now: now)
            try store.setLocked(true, "y")
            try store.setLocked(false, "y")
        case .readLog:
            #expect(try store.accessLog(ofClientOf: reference) == [])
            #expect(try store.accessLog(ofUser: "x", from: now, until: end) == [])
            #expect(try store.changes(ofClientOf: reference).map(\.deed) == [.booked, .rightGranted])
        case .showClientData: #expect(try store.clientData(of: reference, with: [own], by: by).records.count == 1)
        case .eraseClientData:
            let later = AccessContext(userID: "x", userName: "X", purpose: "asked", at: end)
            #expect(try store.erase(reference, isDryRun: false, by: later).clients == 1)
        case .purge:
            let later = AccessContext(userID: "x", userName: "X", purpose: "purge", at: end)
            #expect(
                try store.purge(meetingsEndedBefore: end, clientsBefore: nil, isDryRun: false, by: later).descriptions
                    == 1)
        }
    }

    /// A correction, a joining, another person at the meeting, and the undoing of the correction.
    private func correct(of booking: Booking, through store: SQLStore) throws {
        let (now, doer) = (place.now, Doer(id: "x", name: "X"))
        let known = try #require(try store.client(of: booking.reference))
        var correction = ClientCorrection()
        correction.name = "Maija Malli"
        correction.phone = try PhoneNumber(typed: "040 999 9999")
        let effect = try store.correct(
            known.id, at: known.version, correction, pause: nil, isDryRun: false, by: doer, now: now)
        #expect(effect.confirmations == 1)
        let change = try #require(effect.change)
        _ = try store.undo(change, pause: nil, by: doer, now: now, drawing: TemporaryStore.draw)
        #expect(try store.client(known.id)?.client.name == known.client.name)
        try store.setNote("Huomio", for: booking.reference, by: doer, now: now)
        let other = Client(name: "Pekka Salo", phone: try PhoneNumber(typed: "040 777 7777"), language: .finnish)
        let party = try store.addParty(
            other, to: booking.reference, pause: nil, by: doer, now: now, drawing: TemporaryStore.draw)
        let second = try #require(try store.clients(ofPhone: PhoneNumber(typed: "040 777 7777")).first)
        try store.removeParty(party.code, from: booking.reference, by: doer, now: now)
        try store.join(second.id, to: known.id, by: doer, now: now)
    }
}
#endif
