#if PostgreSQL
    import BookingCore
    import Foundation
    import SocialServices
    import Testing

    @testable import Storage

    @Suite("What each role may do in the database", .enabled(if: TestAddress.isServer))
    struct DatabaseRoleTests {
        let place: StorePlace

        init() throws { place = try StorePlace() }

        /// The store as somebody sees it whose login has one role alone.
        private func store(_ role: PostgreSQLRoles.Role) throws -> (SQLBookingStore, any SQLConnection) {
            let connection = try place.address.connection()
            try connection.script("SET SESSION AUTHORIZATION \(try login(role))")
            return (SQLBookingStore(connection), connection)
        }

        private func login(_ role: PostgreSQLRoles.Role) throws -> String {
            let login = "login_\(role.rawValue)_\(place.address.schema)"
            try place.connection.script("CREATE ROLE \(login) LOGIN; GRANT \(role.name) TO \(login)")
            return login
        }

        private func book(through store: SQLBookingStore, at minutes: Int) throws -> Booking {
            let answer = DescribedAnswer(question: "q", options: ["a"], asked: "Kuka?", told: "Minä")
            return try store.book(
                place.choice(at: minutes),
                try place.request(description: SituationDescription(ownWords: "En jaksa.", answers: [answer])),
                now: place.now, drawing: StorePlace.draw)
        }

        @Test("The kiosk books, moves and cancels, and cannot read one description, whatever it asks")
        func kiosk() throws {
            for minutes in [60, 75] { try place.open("aino", at: minutes) }
            let (store, connection) = try store(.kiosk)
            let hold = try store.hold(
                place.choice(at: 75), token: "mine", now: place.now, until: place.after(10))
            let booking = try book(through: store, at: 60)
            let moved = try store.move(
                booking.reference, to: hold, .phone, as: Cancellation(by: .client), now: place.now,
                drawing: StorePlace.draw)
            #expect(try place.texts("SELECT told FROM described_answer") == ["Minä"])
            _ = try store.cancel(moved.reference, now: place.now)
            try store.count([JourneyEvent(.began)], in: .finnish, on: "2026-12-01")
            for sql in [
                "SELECT own_words FROM description", "SELECT * FROM description", "SELECT told FROM described_answer",
                "SELECT text FROM advice", "SELECT text FROM message", "SELECT text FROM call_draft",
                "SELECT password FROM staff", "SELECT * FROM access_log", "DELETE FROM booking",
                "UPDATE slot SET booked = 0", "UPDATE description SET own_words = ''", "TRUNCATE booking CASCADE",
                "COPY description TO STDOUT", "SELECT pg_read_file('/etc/passwd')", "DROP TABLE description",
            ] {
                #expect(throws: BookingError.store(.notAllowed), "\(sql)") { try connection.script(sql) }
            }
        }

        @Test(
            "Nobody but a professional reads what clients wrote",
            arguments: PostgreSQLRoles.Role.allCases)
        func descriptions(role: PostgreSQLRoles.Role) throws {
            try place.open("aino", at: 60)
            let booking = try book(through: place.store, at: 60)
            let (store, connection) = try store(role)
            let reading = Reading(userID: "aino", userName: "Aino", purpose: "meeting", at: place.now)
            if role == .professional {
                #expect(try store.readDescription(of: booking.reference, by: reading).ownWords == "En jaksa.")
                return
            }
            #expect(throws: BookingError.store(.notAllowed)) {
                try store.readDescription(of: booking.reference, by: reading)
            }
            #expect(try place.number("SELECT count(*) FROM access_log") == 0)
            #expect(throws: BookingError.store(.notAllowed)) {
                try connection.script("SELECT own_words FROM description")
            }
        }

        @Test("The professional's role meets, advises, grants and opens times; it reads no log and makes no accounts")
        func professional() throws {
            try place.open("aino", at: 60)
            let booking = try book(through: place.store, at: 60)
            let (store, connection) = try store(.professional)
            try store.open([place.slot("aino", at: 90)])
            try store.record(.met, of: booking.reference)
            let reading = Reading(userID: "aino", userName: "Aino", purpose: "meeting", at: place.now)
            try store.record(Advice(text: "Neuvo"), of: booking.reference, by: "aino", now: place.now)
            #expect(try store.advice(of: booking.reference, by: reading)?.text == "Neuvo")
            for sql in [
                "SELECT * FROM access_log", "INSERT INTO staff VALUES ('x', 'x', 'main-user', NULL, 0, 0, 0, 0)",
            ] {
                #expect(throws: BookingError.store(.notAllowed), "\(sql)") { try connection.script(sql) }
            }
        }

        @Test("The main user's role purges, erases and reads the log, but no client's text")
        func mainUser() throws {
            try place.open("aino", at: 60)
            let booking = try book(through: place.store, at: 60)
            let (store, _) = try store(.mainUser)
            try store.add(StaffMember(id: "x", name: "X", role: .phoneService), passwordHash: nil, now: place.now)
            #expect(try store.accessLog(ofClientOf: booking.reference) == [])
            let by = Reading(userID: "x", userName: "X", purpose: "purge", at: place.after(100))
            let purge = try store.purge(meetingsEndedBefore: place.after(100), isRehearsal: false, by: by)
            #expect(purge.descriptions == 1)
            let erased = try store.erase(booking.reference, isRehearsal: false, by: by)
            #expect(erased.clients == 1)
        }

        @Test("The phone service's role books, and keeps and drops a call's draft")
        func phoneService() throws {
            try place.open("aino", at: 60)
            try place.store.add(
                StaffMember(id: "x", name: "X", role: .phoneService), passwordHash: "h", now: place.now)
            let (store, _) = try store(.phoneService)
            _ = try book(through: store, at: 60)
            try store.keepDraft("soitto", of: "x", now: place.now)
            #expect(try store.draft(of: "x") == "soitto")
            try store.dropDraft(of: "x")
            try store.countWrongPassword(of: "x", limit: 10)
            #expect(try store.passwordHash(of: "x") == "h")
        }

        @Test("The supervisor's role records an absence and hands over; descriptions go along unread")
        func supervisor() throws {
            try place.open("aino", at: 60)
            try place.open("eero", at: 60)
            let booking = try book(through: place.store, at: 60)
            let (store, _) = try store(.supervisor)
            let away = Absence(
                professional: booking.slot.professional, start: place.now, end: place.after(100), reason: "ill")
            _ = try store.record(away, isRehearsal: false, now: place.now)
            let order = HandoverOrder(
                professional: booking.slot.professional, from: place.now, until: place.after(100))
            #expect(try store.handOver(order, now: place.now, drawing: StorePlace.draw).isComplete)
            #expect(try place.texts("SELECT own_words FROM description") == ["En jaksa."])
        }

        @Test("The messenger's role takes and marks messages")
        func messenger() throws {
            try place.open("aino", at: 60)
            _ = try book(through: place.store, at: 60)
            let (store, _) = try store(.messenger)
            let message = try #require(
                try store.takeMessage(by: [.sms], now: place.after(1), until: place.after(5)))
            try store.markSent(message.key, now: place.after(1))
        }
    }
#endif
