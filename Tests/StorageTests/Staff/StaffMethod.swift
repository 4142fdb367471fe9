import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

/// A method of `StaffSession` and its parts as it is tried: what it asks leave for, and a call of it.
struct StaffMethod: Sendable {
    /// What it is about, and so what the line of a refused try names.
    enum Subject {
        /// The booking of a professional.
        case booking
        /// The times of a professional, or a right that they granted.
        case professional
        /// The times of a professional, who sees their own without being asked.
        case openToOwner
        /// Whatever a professional asks for, only what is theirs is found.
        case filtered
        /// The client of a professional's booking.
        case client
        /// A booking of nobody's in particular: that of `SignedInFixture.cancelled`.
        case cancelled
        case nothing
    }

    /// As Swift writes it, for example `book(_:_:drawing:)`.
    let name: String
    /// Nil where everybody may.
    let operation: StaffOperation?
    let subject: Subject
    /// What the call states; nil where it states nothing.
    let purpose: String?
    /// With the session, the scene and the professional whose it is.
    let call: @Sendable (StaffSession, SignedInFixture, String) throws -> Void

    init(
        _ name: String, _ operation: StaffOperation?, _ subject: Subject, purpose: String? = nil,
        _ call: @escaping @Sendable (StaffSession, SignedInFixture, String) throws -> Void
    ) {
        self.name = name
        self.operation = operation
        self.subject = subject
        self.purpose = purpose
        self.call = call
    }

    static let all = bookings + meetings + timetables + management + calls + clients

    private static let byProfessional = Cancellation(by: .professional)

    private static let bookings = [
        StaffMethod("booking(_:purpose:)", .seeBookings, .booking, purpose: "why") {
            _ = try $0.booking(try $1.booking(of: $2).reference, purpose: "why")
        },
        // For a professional their own alone are found: it is never refused.
        StaffMethod("bookings(ofPhone:from:purpose:)", .seeBookings, .filtered, purpose: "why") {
            let phone = try #require(try $1.booking(of: $2).client.phone)
            let found = try $0.bookings(ofPhone: phone, from: $1.place.now, purpose: "why")
            #expect(found.isEmpty == ($0.member.role == .professional && $2 != $0.member.id))
        },
        StaffMethod("bookings(of:from:until:purpose:)", .seeBookings, .professional, purpose: "why") {
            _ = try $0.bookings(of: $2, from: $1.place.now, until: $1.place.after(999), purpose: "why")
        },
        StaffMethod("arrangements(from:until:purpose:)", .seeArrangements, .nothing, purpose: "why") {
            session, scene, _ in
            _ = try session.arrangements(from: scene.place.now, until: scene.place.after(999), purpose: "why")
        },
        StaffMethod("freeSlots(_:)", .book, .nothing) { session, scene, _ in
            _ = try session.freeSlots(SlotQuery(from: scene.place.now))
        },
        StaffMethod("hold(_:token:)", .book, .nothing) { session, scene, _ in
            _ = try session.hold(scene.place.choice(at: 240), token: session.newToken())
        },
        StaffMethod("renew(_:)", .book, .nothing) { session, scene, _ in
            _ = try session.renew(try scene.place.hold(at: 240))
        },
        StaffMethod("release(_:)", .book, .nothing) { session, scene, _ in
            try session.release(try scene.place.hold(at: 240))
        },
        StaffMethod("book(_:_:)", .book, .nothing) { session, scene, _ in
            _ = try session.book(
                scene.place.choice(at: 240), try scene.place.request())
        },
        StaffMethod("book(_:_:)", .book, .nothing) { session, scene, _ in
            let hold = try scene.place.hold(at: 240)
            _ = try session.book(hold, try scene.place.request())
        },
        StaffMethod("book(series:andAt:_:)", .book, .nothing) { session, scene, _ in
            _ = try session.book(
                series: scene.place.choice(at: 240), andAt: [], try scene.place.request())
        },
        StaffMethod("cancel(_:as:)", .cancel, .booking) {
            _ = try $0.cancel(try $1.booking(of: $2), as: byProfessional)
        },
        StaffMethod("move(_:to:as:)", .move, .booking) {
            _ = try $0.move(
                try $1.booking(of: $2), to: $1.place.choice(at: 240), as: byProfessional
            )
        },
        StaffMethod("move(_:to:_:as:)", .move, .booking) {
            let hold = try $1.place.hold(at: 240)
            _ = try $0.move(
                try $1.booking(of: $2), to: hold, .phone, as: byProfessional)
        },
        StaffMethod("right(_:)", .book, .nothing) { _ = try $0.right(try $1.right(of: $2).code) },
        StaffMethod("write(_:to:)", .writeMessage, .booking) {
            try $0.write("Tervetuloa", to: try $1.booking(of: $2))
        },
    ]

    private static let meetings = [
        StaffMethod("description(of:purpose:)", .readDescription, .booking, purpose: "why") {
            _ = try $0.meetings.description(of: try $1.booking(of: $2), purpose: "why")
        },
        StaffMethod("record(_:of:)", .recordMeeting, .booking) {
            // Allowed, and then found to come too soon.
            do { try $0.meetings.record(Attendance.met, of: try $1.booking(of: $2)) } catch BookingRefusal.notBegun {}
        },
        StaffMethod("record(_:of:)", .recordMeeting, .booking) {
            try $0.meetings.record(Advice(text: "Neuvo"), of: try $1.booking(of: $2))
        },
        StaffMethod("setNote(_:for:)", .correctClient, .booking) {
            try $0.meetings.setNote("Huomio", for: try $1.booking(of: $2))
        },
        StaffMethod("advice(of:purpose:)", .readDescription, .booking, purpose: "why") {
            _ = try $0.meetings.advice(of: try $1.booking(of: $2), purpose: "why")
        },
        StaffMethod("setGuard(_:for:)", .recordMeeting, .booking) {
            try $0.meetings.setGuard("Uhattu", for: try $1.booking(of: $2))
        },
        StaffMethod("grant(_:after:)", .grantRight, .booking) {
            let booking = try $1.booking(of: $2)
            let grant = SignedInFixture.rightGrant(by: $2, to: booking.client)
            _ = try $0.rights.grant(grant, after: booking)
        },
        StaffMethod("rights(ofClientOf:)", .grantRight, .booking) {
            _ = try $0.rights.rights(ofClientOf: try $1.booking(of: $2))
        },
        StaffMethod("withdraw(_:)", .withdrawRight, .professional) {
            _ = try $0.rights.withdraw(try $1.right(of: $2))
        },
        StaffMethod("withdraw(_:)", .withdrawRight, .professional) {
            _ = try $0.rights.withdraw(try $1.right(of: $2).code)
        },
        StaffMethod("grant(_:)", .grantRight, .professional) {
            let client = try $1.booking(of: $2).client
            _ = try $0.rights.grant(SignedInFixture.rightGrant(by: $2, to: client))
        },
        // For a professional their own alone are found.
        StaffMethod("bookings(named:purpose:)", .seeBookings, .filtered, purpose: "why") {
            let name = try $1.booking(of: $2).client.name
            let found = try $0.bookings(named: name, purpose: "why")
            #expect(found.isEmpty == ($0.member.role == .professional && $2 != $0.member.id))
        },
        // For a professional those they granted alone are found.
        StaffMethod("rights(of:)", .grantRight, .filtered) {
            let found = try $0.rights.rights(of: try $1.booking(of: $2).client.phone)
            #expect(found.isEmpty == ($2 != $0.member.id))
        },
    ]

    private static let timetables = [
        StaffMethod("professionals()", nil, .nothing) { session, _, _ in _ = try session.timetables.professionals() },
        StaffMethod("ownTimetable()", .recordMeeting, .filtered) { session, _, _ in
            let own = try session.timetables.ownTimetable()
            #expect(own.id == session.member.id)
        },
        StaffMethod("timetable(of:from:until:)", .seeWorkload, .openToOwner) {
            _ = try $0.timetables.timetable(of: $2, from: $1.place.now, until: $1.place.after(999))
        },
        // For those who lead them alone, never for professionals themselves.
        StaffMethod("add(_:)", .changeTimetable, .nothing) { session, scene, _ in
            try session.timetables.add(
                Professional(id: "uusi", name: "Uusi", task: .families, municipality: scene.place.joensuu))
        },
        StaffMethod("leave(_:from:isDryRun:)", .changeTimetable, .nothing) {
            _ = try $0.timetables.leave($2, from: $1.place.now, isDryRun: true)
        },
        StaffMethod("open(_:of:)", .changeTimetable, .professional) {
            try $0.timetables.open([$1.place.slot($2, at: 600)], of: $2)
        },
        StaffMethod("rehearseOpening(_:of:)", .changeTimetable, .professional) {
            try $0.timetables.rehearseOpening([$1.place.slot($2, at: 600)], of: $2)
        },
        StaffMethod("record(_:isDryRun:)", .changeTimetable, .professional) {
            _ = try $0.timetables.record(absence($1, $2), isDryRun: false)
        },
        StaffMethod("takeBackAbsence(of:from:until:)", .changeTimetable, .professional) {
            let absence = absence($1, $2)
            _ = try $1.place.store.record(absence, isDryRun: false, now: $1.place.now)
            try $0.timetables.takeBackAbsence(of: $2, from: absence.start, until: absence.end)
        },
        StaffMethod("handOver(_:)", .handOver, .professional) {
            let order = HandoverOrder(
                professional: $2, from: $1.place.now, until: $1.place.after(999), rest: [.cancel])
            _ = try $0.timetables.handOver(order)
        },
        // Every report is made of what this hands out.
        StaffMethod("statistics()", .seeReports, .nothing) { session, scene, _ in
            _ = try session.reports.statistics().meetings(from: scene.place.now, until: scene.place.after(999))
        },
    ]

    private static func absence(_ scene: SignedInFixture, _ professional: String) -> Absence {
        Absence(professional: professional, start: scene.place.now, end: scene.place.after(999), reason: "koulutus")
    }

    private static let management = [
        StaffMethod("staff()", .manageStaff, .nothing) { session, _, _ in _ = try session.administration.staff() },
        StaffMethod("add(_:passwordHash:)", .manageStaff, .nothing) { session, _, _ in
            try session.administration.add(
                StaffMember(id: "uusi", name: "Uusi", role: .supervisor), passwordHash: nil)
        },
        StaffMethod("setPassword(of:hash:)", .manageStaff, .nothing) { session, _, _ in
            // Everybody's own is open to them.
            try session.administration.setPassword(of: session.member.id, hash: "own")
            try session.administration.setPassword(
                of: session.member.id == "johto" ? "puhelin" : "johto", hash: "another's")
        },
        StaffMethod("resetPassword(of:hash:reason:)", .manageStaff, .nothing) { session, _, _ in
            try session.administration.resetPassword(of: "johto", hash: "for once", reason: "unohtui")
        },
        StaffMethod("setRoles(_:of:)", .manageStaff, .nothing) { session, _, _ in
            try session.administration.setRoles([.supervisor, .professional], of: "johto")
        },
        StaffMethod("setLocked(_:_:)", .manageStaff, .nothing) { session, _, _ in
            try session.administration.setLocked(true, "johto")
        },
        StaffMethod("accessLog(ofClientOf:)", .readLog, .booking) {
            _ = try $0.administration.accessLog(ofClientOf: try $1.booking(of: $2).reference)
        },
        StaffMethod("changes(ofClientOf:)", .readLog, .booking) {
            _ = try $0.administration.changes(ofClientOf: try $1.booking(of: $2).reference)
        },
        StaffMethod("accessLog(ofUser:from:until:)", .readLog, .nothing) { session, scene, _ in
            _ = try session.administration.accessLog(
                ofUser: "aino", from: scene.place.now, until: scene.place.after(9))
        },
        StaffMethod("purge(meetingsEndedBefore:clientsBefore:isDryRun:)", .purge, .nothing) { session, scene, _ in
            _ = try session.administration.purge(
                meetingsEndedBefore: scene.place.now, clientsBefore: nil, isDryRun: false)
        },
        StaffMethod("clientData(of:purpose:)", .showClientData, .booking, purpose: "why") {
            _ = try $0.administration.clientData(of: try $1.booking(of: $2).reference, purpose: "why")
        },
        StaffMethod("erase(_:isDryRun:)", .eraseClientData, .cancelled) { session, scene, _ in
            _ = try session.administration.erase(scene.cancelled.reference, isDryRun: false)
        },
    ]

    private static let calls = [
        StaffMethod("saveDraft(_:)", .recordCall, .nothing) { session, _, _ in try session.calls.saveDraft("elatus")
        },
        StaffMethod("draft()", .recordCall, .nothing) { session, _, _ in _ = try session.calls.draft() },
        StaffMethod("deleteDraft()", .recordCall, .nothing) { session, _, _ in try session.calls.deleteDraft() },
        StaffMethod("count(_:in:)", .recordCall, .nothing) { session, _, _ in
            try session.calls.count([JourneyEvent(.call, at: "families")], in: .finnish)
        },
    ]

    private static func id(of professional: String, _ scene: SignedInFixture) throws -> Int {
        try #require(try scene.place.store.client(of: scene.booking(of: professional).reference)).id
    }

    private static let identity = ClientIdentity(other: "seen before")

    private static let clients = [
        // For a professional their own alone are found: it is never refused.
        StaffMethod("find(named:)", .seeBookings, .filtered) {
            let name = try $1.booking(of: $2).client.name
            let (found, wanted) = (try $0.clients.find(named: name).map(\.id), try id(of: $2, $1))
            #expect(found.contains(wanted) == ($0.member.role != .professional || $2 == $0.member.id))
        },
        StaffMethod("find(phone:)", .seeBookings, .filtered) {
            let phone = try #require(try $1.booking(of: $2).client.phone)
            let (found, wanted) = (try $0.clients.find(phone: phone).map(\.id), try id(of: $2, $1))
            #expect(found.contains(wanted) == ($0.member.role != .professional || $2 == $0.member.id))
        },
        StaffMethod("client(_:identity:triesBefore:)", .seeBookings, .client) {
            _ = try $0.clients.client(try id(of: $2, $1), identity: identity)
        },
        StaffMethod("client(forBooking:)", .book, .nothing) { session, scene, who in
            _ = try session.clients.client(forBooking: try id(of: who, scene))
        },
        StaffMethod("client(of:)", .seeBookings, .booking) {
            _ = try $0.clients.client(of: try $1.booking(of: $2).reference)
        },
        StaffMethod("correct(_:at:_:isDryRun:)", .correctClient, .client) {
            var correction = ClientCorrection()
            correction.language = .swedish
            _ = try $0.clients.correct(try id(of: $2, $1), correction, isDryRun: false)
        },
        StaffMethod("join(_:to:)", .correctClient, .client) {
            // Allowed, and then found to be one client already.
            let id = try id(of: $2, $1)
            do { try $0.clients.join(id, to: id) } catch ClientRefusal.joined {}
        },
        StaffMethod("addParty(_:to:)", .correctClient, .booking) {
            let person = Client(name: "Toinen", phone: try PhoneNumber(typed: "040 777 7777"), language: .finnish)
            _ = try $0.clients.addParty(person, to: try $1.booking(of: $2).reference)
        },
        StaffMethod("removeParty(_:from:)", .correctClient, .booking) {
            let reference = try $1.booking(of: $2).reference
            do { try $0.clients.removeParty(reference, from: reference) } catch ClientRefusal.noSuchParty {}
        },
        StaffMethod("parties(of:)", .seeBookings, .booking) {
            _ = try $0.clients.parties(of: try $1.booking(of: $2).reference)
        },
        StaffMethod("lastDeed(to:)", .seeBookings, .booking) {
            _ = try $0.clients.lastDeed(to: try $1.booking(of: $2).reference)
        },
        StaffMethod("undo(_:)", .cancel, .booking) {
            let reference = try $1.booking(of: $2).reference
            let deed = try #require(try $1.place.store.changes(ChangeQuery(booking: reference)).last)
            _ = try $0.clients.undo(deed.id)
        },
        StaffMethod("send(_:saying:)", .writeMessage, .booking) {
            try $0.rights.send(try $1.right(of: $2).code) { right, _ in right.code.grouped }
        },
        StaffMethod("workload(from:until:)", .seeWorkload, .nothing) { session, scene, _ in
            _ = try session.reports.workload(from: scene.place.now, until: scene.place.after(9))
        },
        StaffMethod("deeds(to:since:)", .seeBookings, .professional) {
            _ = try $0.clients.deeds(to: $2, since: $1.place.now)
        },
        StaffMethod("rearrange(_:from:until:as:isDryRun:planning:)", .changeTimetable, .professional) {
            _ = try $0.timetables.rearrange(
                $2, from: $1.place.now, until: $1.place.after(9000), as: .closed, isDryRun: false
            ) { TimetablePlan.closing($0) }
        },
        StaffMethod("conflicts()", .handOver, .nothing) { session, _, _ in _ = try session.timetables.conflicts() },
        StaffMethod("changes(_:)", .readLog, .nothing) { session, _, _ in
            _ = try session.clients.changes(ChangeQuery())
        },
    ]
}
