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

        /// Asks that the database refuses, each of them.
        private func refused(_ connection: any SQLConnection, _ all: [String]) {
            for sql in all {
                #expect(throws: BookingError.store(.notAllowed), "\(sql)") { try connection.script(sql) }
            }
        }

        private func number(_ connection: any SQLConnection, _ sql: String) throws -> Int {
            try #require(try connection.first(sql) { $0.integer(0) })
        }

        private var phone: PhoneNumber { get throws { try PhoneNumber(typed: "040 123 4567") } }

        @Test("The kiosk books, finds, moves and cancels, and cannot read one description, whatever it asks")
        func kiosk() throws {
            for minutes in [60, 75] { try place.open("aino", at: minutes) }
            let (store, connection) = try store(.kiosk)
            let hold = try store.hold(
                place.choice(at: 75), token: "mine", now: place.now, until: place.after(10))
            let reference = try book(through: store, at: 60).reference
            let booking = try #require(try store.booking(reference, of: phone))
            let moved = try store.move(
                booking.reference, to: hold, .phone, as: Cancellation(by: .client), now: place.now,
                drawing: StorePlace.draw)
            #expect(try place.texts("SELECT told FROM described_answer") == ["Minä"])
            _ = try store.cancel(moved.reference, now: place.now)
            #expect(try place.number("SELECT count(*) FROM message WHERE withdrawn_at IS NULL") == 1)
            try store.count([JourneyEvent(.began)], in: .finnish, on: "2026-12-01")
            #expect(try place.faults() == [])
            refused(
                connection,
                [
                    "SELECT own_words FROM description", "SELECT * FROM description",
                    "SELECT told FROM described_answer",
                    "SELECT text FROM advice", "SELECT text FROM message", "SELECT recipient FROM message",
                    "SELECT text FROM call_draft", "SELECT password FROM staff", "SELECT * FROM access_log",
                    "SELECT reason FROM absence", "SELECT reference FROM booking_outline", "DELETE FROM booking",
                    "UPDATE booking SET client_phone = ''", "UPDATE slot SET booked = 0",
                    "UPDATE description SET own_words = ''", "TRUNCATE booking CASCADE", "COPY description TO STDOUT",
                    "SELECT pg_read_file('/etc/passwd')", "DROP TABLE description",
                    "ALTER TABLE booking DISABLE ROW LEVEL SECURITY", "SELECT purge_bookings(0, 0)",
                    "SELECT known_numbers()", "SET ROLE kartoitin_professional", "SELECT check_booking()",
                ])
        }

        @Test("A kiosk's login sees no client who has not typed their reference and phone number")
        func kioskSeesNobody() throws {
            for minutes in [60, 75, 90] { try place.open("aino", at: minutes) }
            let (mine, other) = (try place.book(at: 60), try place.book(at: 75))
            _ = try place.grant()
            let (store, connection) = try store(.kiosk)
            let everything = ["booking", "booking_right"]
            for table in everything { #expect(try number(connection, "SELECT count(*) FROM \(table)") == 0) }
            #expect(try store.booking(mine.reference) == nil)
            #expect(try store.booking(mine.reference, of: try PhoneNumber(typed: "040 999 9999")) == nil)
            #expect(try number(connection, "SELECT count(*) FROM booking") == 0)
            #expect(try store.booking(mine.reference, of: phone)?.reference == mine.reference)
            #expect(try number(connection, "SELECT count(*) FROM booking") == 1)
            #expect(throws: BookingError.notFound) { try store.cancel(other.reference, now: place.now) }
            for change in [
                "UPDATE booking SET cancel_reason = ''", "UPDATE description SET booking = booking",
                "UPDATE message SET withdrawn_at = 1",
            ] { try connection.script(change) }
            #expect(try place.number("SELECT count(*) FROM booking WHERE cancel_reason = ''") == 1)
            #expect(try place.number("SELECT count(*) FROM message WHERE withdrawn_at = 1 AND booking = 2") == 0)
            // What is there all the same counts where it must: the number has as many bookings as it may have.
            let limited = AppointmentRules(openPerPhone: 2)
            let request = BookingRequest(
                method: .phone, client: mine.client, needs: mine.needs, description: SituationDescription(),
                maker: .client, rules: limited)
            #expect(throws: BookingError.tooManyOpen(open: 2, limit: 2)) {
                try store.book(place.choice(at: 90), request, now: place.now, drawing: StorePlace.draw)
            }
            // Not by asking for it either.
            try connection.script("SET row_security = off")
            refused(connection, ["SELECT * FROM booking"])
        }

        @Test("A kiosk books and moves by a right, cancels both times of a work pair, and asks for a lost answer")
        func kioskWithRights() throws {
            for worker in ["aino", "eero"] { try place.open(worker, at: 60) }
            try place.store.open([place.slot("aino", at: 75), place.slot("aino", at: 90, seats: 2)])
            let pair = try place.grant(to: .workers(["aino", "eero"]))
            let alone = try place.grant(to: .workers(["aino"]))
            let store = try store(.kiosk).0
            #expect(try store.right(pair.code, of: try PhoneNumber(typed: "040 999 9999"), now: place.now) == nil)
            let found = try #require(try store.right(pair.code, of: phone, now: place.now))
            let choice = place.choice(at: 60, leave: .right(found.code))
            let hold = try store.hold(choice, token: "mine", now: place.now, until: place.after(10))
            let booking = try store.book(hold, place.request(), now: place.now, drawing: StorePlace.draw)
            let again = try store.book(hold, place.request(), now: place.now, drawing: StorePlace.draw)
            #expect(again == booking)
            let own = try #require(try store.booking(booking.reference, of: phone))
            _ = try store.cancel(own.reference, now: place.now)
            #expect(try place.number("SELECT count(*) FROM booking WHERE status <> 'cancelled'") == 0)
            let single = try #require(try store.right(alone.code, of: phone, now: place.now))
            let next = try store.book(
                place.choice(at: 75, leave: .right(single.code)), place.request(), now: place.now,
                drawing: StorePlace.draw)
            _ = try #require(try store.booking(next.reference, of: phone))
            let moving = BookingLeave.moving(next.reference)
            #expect(
                try store.freeSlots(SlotQuery(leave: moving, from: place.now), now: place.now).count == 2)
            let other = try store.hold(
                place.choice(at: 90, leave: moving), token: "other", now: place.now, until: place.after(10))
            _ = try store.move(
                next.reference, to: other, .phone, as: Cancellation(by: .client), now: place.now,
                drawing: StorePlace.draw)
            // A second seat of the same time, which somebody else has.
            _ = try book(through: store, at: 90)
            #expect(try place.faults() == [])
        }

        @Test("A temporary table of a login stands in front of none of ours")
        func falseTables() throws {
            for minutes in [60, 75] { try place.open("aino", at: minutes) }
            let taken = try place.book(at: 60)
            let (_, connection) = try store(.kiosk)
            try connection.script(
                """
                CREATE TEMP TABLE booking AS SELECT 1 AS id, 'x' AS reference, 'x' AS client_phone, 1 AS part_of;
                CREATE TEMP TABLE slot (id bigint, seats bigint, booked bigint, purpose text, professional text);
                CREATE TEMP TABLE absence (professional text, start bigint, finish bigint);
                INSERT INTO slot SELECT id, 100, 0, NULL, 'nobody' FROM \(place.address.schema).slot
                """)
            let row = """
                INSERT INTO \(place.address.schema).booking (reference, slot, seat, status, method, client_name,
                    client_phone, client_language, meeting_language, sign_language, maker, made_at)
                VALUES ('AAAAAAA', 1, 2, 'booked', 'phone', '', '', 'fi', 'fi', 0, 'client', 0)
                """
            #expect(throws: BookingError.store(.other("no such seat"))) {
                try connection.script(row.replacing("AAAAAAA", with: "AAAAAAAA"))
            }
            try connection.script(row.replacing("AAAAAAA", with: "AAAAAAAA").replacing("1, 2,", with: "2, 1,"))
            #expect(try place.number("SELECT booked FROM slot WHERE id = 2") == 1)
            try connection.script("SET kartoitin.codes = '\(taken.reference.characters)'; SET kartoitin.phone = 'x'")
            #expect(
                try number(connection, "SELECT count(*) FROM \(place.address.schema).booking") == 0)
        }

        @Test("A login may make nothing in our schema and stand nothing in front of the owner")
        func nothingMade() throws {
            for role in PostgreSQLRoles.Role.allCases {
                let (_, connection) = try store(role)
                refused(
                    connection,
                    [
                        "CREATE TABLE \(place.address.schema).mine (id bigint)",
                        "CREATE FUNCTION \(place.address.schema).mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "DROP FUNCTION check_booking()", "SELECT count_bookings()", "CREATE ROLE mine",
                    ])
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
            // Some do not even see that there is a booking.
            let isBlind = role == .kiosk || role == .mainUser
            #expect(throws: isBlind ? BookingError.notFound : .store(.notAllowed)) {
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
            try store.setGuard("uhkaus", for: booking.reference)
            try store.write("Tervetuloa", to: booking.reference, now: place.now)
            let data = try store.clientData(of: booking.reference, with: ["aino"], by: reading)
            #expect(data.records.first?.messages.count == 2)
            let right = try place.grant(through: store)
            #expect(try store.rights(of: phone, now: place.now).map(\.code) == [right.code])
            let follow = try store.book(
                place.choice(at: 90, leave: .right(right.code)), place.request(), now: place.now,
                drawing: StorePlace.draw)
            #expect(try store.professionals(of: follow.reference) == ["aino"])
            _ = try store.withdraw(right.code, now: place.now)
            let away = Absence(professional: "aino", start: place.after(85), end: place.after(100), reason: "ill")
            #expect(try store.record(away, isRehearsal: false, now: place.now).count == 1)
            let order = HandoverOrder(
                professional: "aino", from: place.after(85), until: place.after(100), rest: [.cancel])
            #expect(try store.handOver(order, now: place.now, drawing: StorePlace.draw).isComplete)
            try store.takeBackAbsence(of: "aino", from: place.after(85), until: place.after(100), now: place.now)
            #expect(
                try store.timetable(of: "aino", from: place.now, until: place.after(100), now: place.now).count == 2)
            #expect(try place.faults() == [])
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
            let (store, connection) = try store(.mainUser)
            #expect(try number(connection, "SELECT count(*) FROM booking") == 0)
            let away = Absence(professional: "aino", start: place.now, end: place.after(100), reason: "ill")
            let hit = try store.record(away, isRehearsal: true, now: place.now)
            #expect(hit.map(\.reference) == [booking.reference])
            #expect(try number(connection, "SELECT count(*) FROM booking") == 0)
            _ = try store.leave("aino", from: place.after(1000), isRehearsal: true, now: place.now)
            try store.log(
                AccessEntry(
                    at: place.now, userID: "x", userName: "X", purpose: "tried", data: "", provider: "",
                    booking: booking.reference, isRefused: true))
            #expect(
                try store.accessLog(ofUser: "x", from: place.now, until: place.after(1)).map(\.booking)
                    == [booking.reference])
            refused(
                connection,
                [
                    "SELECT own_words FROM description", "SELECT text FROM advice", "SELECT recipient FROM message",
                    "SELECT text FROM message", "SELECT text FROM call_draft", "UPDATE access_log SET data = ''",
                ])
            try store.add(StaffMember(id: "x", name: "X", role: .phoneService), passwordHash: nil, now: place.now)
            #expect(try store.accessLog(ofClientOf: booking.reference).map(\.purpose) == ["tried"])
            let by = Reading(userID: "x", userName: "X", purpose: "purge", at: place.after(100))
            let purge = try store.purge(meetingsEndedBefore: place.after(100), isRehearsal: false, by: by)
            #expect(purge.descriptions == 1)
            let erased = try store.erase(booking.reference, isRehearsal: false, by: by)
            #expect(erased.clients == 1)
            #expect(try place.texts("SELECT client_name FROM booking") == ["–"])
            #expect(try place.number("SELECT count(*) FROM booking WHERE purged_at IS NOT NULL") == 1)
        }

        @Test("The phone service's role books, and keeps and drops a call's draft")
        func phoneService() throws {
            try place.open("aino", at: 60)
            try place.store.add(
                StaffMember(id: "x", name: "X", role: .phoneService), passwordHash: "h", now: place.now)
            let (store, connection) = try store(.phoneService)
            try place.open("aino", at: 75)
            let booking = try book(through: store, at: 60)
            #expect(try store.bookings(ofPhone: phone, from: place.now) == [booking])
            let moved = try store.move(
                booking.reference, to: place.choice(at: 75), as: Cancellation(by: .phoneService), now: place.now,
                drawing: StorePlace.draw)
            try store.write("Soitamme", to: moved.reference, now: place.now)
            _ = try store.cancel(moved.reference, as: Cancellation(by: .phoneService), now: place.now)
            try store.count([JourneyEvent(.call)], in: .finnish, on: "2026-12-01")
            #expect(try store.arrangements(from: place.now, until: place.after(100)) == [])
            refused(
                connection,
                [
                    "SELECT own_words FROM description", "SELECT text FROM advice", "SELECT text FROM message",
                    "SELECT * FROM access_log", "SELECT reason FROM absence", "UPDATE booking SET client_name = ''",
                    "UPDATE booking SET attendance = 'met'", "UPDATE slot SET booked = 0",
                ])
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
            #expect(try place.number("SELECT count(*) FROM message WHERE kind = 'handover'") == 1)
        }

        @Test("The supervisor's role counts all bookings and sees no client who cancelled or was there long ago")
        func supervisorReports() throws {
            for minutes in [60, 75, 90] { try place.open("aino", at: minutes) }
            for minutes in [60, 75, 90] { try place.book(at: minutes) }
            let own = try #require(
                try place.store.bookings(of: "aino", from: place.now, until: place.after(70)).first)
            _ = try place.store.cancel(own.reference, now: place.now)
            let by = Reading(userID: "x", userName: "X", purpose: "purge", at: place.after(200))
            _ = try place.store.purge(meetingsEndedBefore: place.after(90), isRehearsal: false, by: by)
            let (store, connection) = try store(.supervisor)
            #expect(try store.meetings(from: place.now, until: place.after(100)).map(\.count).reduce(0, +) == 3)
            #expect(try store.waits(from: place.now, until: place.after(100)).map(\.count).reduce(0, +) == 3)
            #expect(try number(connection, "SELECT count(*) FROM booking") == 1)
            #expect(try store.arrangements(from: place.now, until: place.after(100)) == [])
            refused(
                connection,
                [
                    "SELECT client_name FROM booking_right", "SELECT text FROM message",
                    "SELECT recipient FROM message",
                    "SELECT * FROM access_log", "SELECT text FROM advice", "SELECT text FROM call_draft",
                ])
        }

        @Test("The messenger's role takes and marks messages, and sees only bookings whose messages wait")
        func messenger() throws {
            try place.open("aino", at: 60)
            _ = try book(through: place.store, at: 60)
            let (store, connection) = try store(.messenger)
            let message = try #require(
                try store.takeMessage(by: [.sms], now: place.after(1), until: place.after(5)))
            try store.markFailed(message.key, "busy", now: place.after(1), next: place.after(2))
            try store.markSent(message.key, now: place.after(1))
            // The reminder still waits; when it is sent too, there is nobody any more.
            _ = try store.messages(dueUntil: place.after(1))
            try connection.script("UPDATE message SET sent_at = 1")
            #expect(try number(connection, "SELECT count(*) FROM booking") == 0)
            #expect(try store.reviveMessages(now: place.now) == 0)
            refused(
                connection,
                [
                    "SELECT own_words FROM description", "SELECT * FROM booking_right", "SELECT * FROM hold",
                    "SELECT * FROM absence", "SELECT * FROM staff", "DELETE FROM message",
                    "UPDATE booking SET status = 'cancelled'", "SELECT * FROM booking_outline",
                ])
        }
    }
#endif
