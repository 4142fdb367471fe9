import BookingCore
import CivilTime
import Foundation
import SocialServices

/// The store in SQL. It only wires the tables and the work on them to what the protocols ask for; what an engine could
/// not do leaves it as a `StoreFailure`.
final class SQLStore: Store {
    let connection: any SQLConnection
    private let professionalTable: ProfessionalTable
    private let slots: SlotTable
    private let holds: HoldTable
    let bookings: BookingTable
    private let rights: RightTable
    private let messages: MessageTable
    private let accounts: StaffTable
    private let drafts: CallDraftTable
    let log: AccessLogTable
    let clients: ClientTable
    let changes: ChangeTable
    private let journeys: JourneyTable

    private let slotFinder: SlotFinder
    private let seatFinder: SeatFinder
    private let rightKeeper: RightKeeper
    private let booker: Booker
    private let absences: Absences
    private let rearrangement: Rearrangement
    private let handoverPlanner: HandoverPlanner
    private let outbox: Outbox
    private let clientRecords: ClientRecords
    private let retention: Retention
    let corrections: ClientCorrections
    let undoing: Undoing
    private let clock: WallClock

    /// - Parameters:
    ///   - clock: the county's, for its days and weeks.
    ///   - reminders: when clients are reminded of what is booked or moved here.
    init(_ connection: any SQLConnection, clock: WallClock, reminders: [TimeSpan] = Reminders.usual) {
        self.clock = clock
        self.connection = connection
        let visible = VisibleClient(connection)
        professionalTable = ProfessionalTable(connection: connection)
        slots = SlotTable(connection: connection)
        holds = HoldTable(connection: connection)
        bookings = BookingTable(connection: connection, visible: visible)
        rights = RightTable(connection: connection, visible: visible)
        messages = MessageTable(connection: connection)
        accounts = StaffTable(connection: connection)
        drafts = CallDraftTable(connection: connection)
        log = AccessLogTable(connection: connection)
        clients = ClientTable(connection: connection)
        changes = ChangeTable(connection: connection)
        journeys = JourneyTable(connection: connection)
        let descriptions = DescriptionTable(connection: connection)
        let advice = AdviceTable(connection: connection)

        rightKeeper = RightKeeper(
            connection: connection, rights: rights, professionals: professionalTable, clients: clients,
            changes: changes)
        slotFinder = SlotFinder(
            connection: connection, professionals: professionalTable, rights: rightKeeper, clock: clock)
        seatFinder = SeatFinder(
            connection: connection, slots: slots, holds: holds, rights: rightKeeper, clock: clock)
        outbox = Outbox(
            connection: connection, messages: messages, bookings: bookings, clients: clients, changes: changes,
            reminders: reminders)
        let changer = BookingChanger(
            bookings: bookings, clients: clients, descriptions: descriptions, advice: advice, holds: holds,
            outbox: outbox, log: log, changes: changes)
        booker = Booker(
            connection: connection, bookings: bookings, holds: holds, seats: seatFinder, rights: rightKeeper,
            changer: changer)
        absences = Absences(
            connection: connection, professionals: professionalTable, slots: slots,
            absences: AbsenceTable(connection: connection), holds: holds, bookings: bookings, changes: changes)
        rearrangement = Rearrangement(
            connection: connection, professionals: professionalTable, slots: slots, holds: holds, changes: changes)
        handoverPlanner = HandoverPlanner(
            connection: connection, professionals: professionalTable, slots: slots, bookings: bookings,
            changer: changer, clock: clock)
        clientRecords = ClientRecords(
            connection: connection, bookings: bookings, descriptions: descriptions, advice: advice, rights: rights,
            log: log, clients: clients, changes: changes, outbox: outbox)
        retention = Retention(
            connection: connection, visible: visible, bookings: bookings, descriptions: descriptions, advice: advice,
            messages: messages, rights: rights, clients: clients, changes: changes, log: log)
        corrections = ClientCorrections(
            connection: connection, clients: clients, changes: changes, bookings: bookings, rights: rights,
            messages: messages, outbox: outbox)
        undoing = Undoing(
            connection: connection, changes: changes, clients: clients,
            deeds: DeedUndoer(
                connection: connection, bookings: bookings, holds: holds, messages: messages, outbox: outbox,
                changer: changer, changes: changes), corrections: corrections)
    }

    func perform<Value>(_ body: () throws -> Value) throws -> Value {
        try StoreFailure.converting(body)
    }

    func hurry<Value>(within limit: Duration, _ body: () throws -> Value) throws -> Value {
        let earlier = connection.deadline
        connection.deadline = min(earlier ?? .now + limit, .now + limit)
        defer { connection.deadline = earlier }
        return try body()
    }

    func isDemonstration() throws -> Bool {
        try perform { try connection.integer("SELECT is_demonstration FROM store") == 1 }
    }

    // Professionals and their times.

    func add(_ professional: Professional, by doer: Doer, now: Date) throws {
        try perform { try absences.add(professional, by: doer, now: now) }
    }

    func professionals() throws -> [Professional] { try perform { try professionalTable.all() } }

    func open(_ slots: [Slot], by doer: Doer, now: Date) throws {
        try perform { try absences.open(slots, by: doer, now: now) }
    }

    func rehearseOpening(_ slots: [Slot]) throws {
        try perform { try absences.open(slots, isDryRun: true, by: .system, now: Date()) }
    }

    func rearrange(
        _ professional: String, from: Date, until: Date, as deed: Deed, isDryRun: Bool, by doer: Doer, now: Date,
        planning plan: ([TimetableRow]) throws -> TimetablePlan
    ) throws -> TimetablePlan {
        try perform {
            try rearrangement.run(
                professional, from: from, until: until, as: deed, isDryRun: isDryRun, by: doer, now: now,
                planning: plan)
        }
    }

    func comingBookings(now: Date) throws -> [Booking] { try perform { try bookings.bookings(startingAfter: now) } }

    func timetable(of professional: String, from: Date, until: Date, now: Date) throws -> [TimetableRow] {
        try perform { try slots.timetable(of: professional, from: from, until: until, now: now) }
    }

    func record(_ absence: Absence, isDryRun: Bool, by doer: Doer, now: Date) throws -> [Booking] {
        try perform { try absences.record(absence, isDryRun: isDryRun, by: doer, now: now) }
    }

    func takeBackAbsence(of professional: String, from: Date, until: Date, by doer: Doer, now: Date) throws {
        try perform { try absences.takeBack(of: professional, from: from, until: until, by: doer, now: now) }
    }

    func leave(
        _ professional: String, from date: Date, isDryRun: Bool, by doer: Doer, now: Date
    ) throws -> [Booking] {
        try perform { try absences.leave(professional, from: date, isDryRun: isDryRun, by: doer, now: now) }
    }

    func handOver(_ order: HandoverOrder, now: Date, drawing draw: () -> BookingReference) throws -> Handover {
        try perform { try handoverPlanner.handOver(order, now: now, drawing: draw) }
    }

    func freeSlots(_ query: SlotQuery, now: Date) throws -> [AvailableSlot] {
        try perform { try slotFinder.freeSlots(query, now: now) }
    }

    func hold(_ choice: SlotChoice, token: String, now: Date, until expires: Date) throws -> Hold {
        try perform { try seatFinder.hold(choice, token: token, now: now, until: expires) }
    }

    func renew(_ hold: Hold, now: Date, until expires: Date) throws -> Hold {
        try perform { try seatFinder.renew(hold, until: expires) }
    }

    func release(_ hold: Hold) throws { try perform { try holds.remove(hold.token) } }

    // Bookings and booking rights.

    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try perform { try booker.book(hold, request, now: now, drawing: draw) }
    }

    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try perform { try booker.book(choice, request, now: now, drawing: draw) }
    }

    func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> [Booking] {
        try perform { try booker.book(series: choice, andAt: starts, request, now: now, drawing: draw) }
    }

    func booking(_ reference: BookingReference) throws -> Booking? {
        try perform { try bookings.booking(reference) }
    }

    func booking(_ reference: BookingReference, of phone: PhoneNumber) throws -> Booking? {
        try perform { try bookings.booking(reference, of: phone) }
    }

    func booking(
        _ reference: BookingReference, with word: ChosenWord, hashing hasher: any WordHasher
    ) throws -> Booking? {
        try perform { try bookings.booking(reference, with: word, hashing: hasher) }
    }

    func bookings(_ lost: LostReference, now: Date) throws -> [Booking] {
        try perform { try bookings.bookings(lost, now: now) }
    }

    func cancel(_ reference: BookingReference, as cancellation: Cancellation, now: Date) throws -> Booking {
        try perform { try booker.cancel(reference, as: cancellation, now: now) }
    }

    func move(
        _ reference: BookingReference, to choice: SlotChoice, as cancellation: Cancellation, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        try perform { try booker.move(reference, to: choice, as: cancellation, now: now, drawing: draw) }
    }

    func move(
        _ reference: BookingReference, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try perform { try booker.move(reference, to: hold, method, as: cancellation, now: now, drawing: draw) }
    }

    func grant(
        _ grant: RightGrant, by doer: Doer, now: Date, drawing draw: () -> RightCode
    ) throws -> BookingRight {
        try perform { try rightKeeper.grant(grant, by: doer, now: now, drawing: draw) }
    }

    func right(_ code: RightCode, now: Date) throws -> BookingRight? {
        try perform { try rights.right(code, now: now)?.right }
    }

    func right(_ code: RightCode, of phone: PhoneNumber, now: Date) throws -> BookingRight? {
        try perform { try rights.right(code, of: phone, now: now) }
    }

    func rights(of phone: PhoneNumber?, now: Date) throws -> [BookingRight] {
        try perform { try rights.rights(of: phone, now: now) }
    }

    func withdraw(_ code: RightCode, by doer: Doer, now: Date) throws -> BookingRight {
        try perform { try rightKeeper.withdraw(code, by: doer, now: now) }
    }

    // Meetings.

    func bookings(of professional: String, from: Date) throws -> [Booking] {
        try perform { try bookings.bookings(of: professional, from: from) }
    }

    func bookings(of professional: String, from: Date, until: Date) throws -> [Booking] {
        try perform { try bookings.bookings(of: professional, from: from, until: until) }
    }

    func arrangements(from: Date, until: Date) throws -> [Booking] {
        try perform { try bookings.arrangements(from: from, until: until) }
    }

    func bookings(ofPhone phone: PhoneNumber, from: Date) throws -> [Booking] {
        try perform { try bookings.bookings(ofPhone: phone, from: from) }
    }

    func bookings(named name: String, from: Date) throws -> [Booking] {
        try perform { try bookings.bookings(named: name, from: from) }
    }

    func professionals(of reference: BookingReference) throws -> [String] {
        try perform { try bookings.professionals(of: reference) }
    }

    func readDescription(
        of reference: BookingReference, by reading: AccessContext
    ) throws -> SituationDescription {
        try perform { try clientRecords.readDescription(of: reference, by: reading) }
    }

    func record(_ attendance: Attendance?, of reference: BookingReference, by doer: Doer, now: Date) throws {
        try perform { try clientRecords.record(attendance, of: reference, by: doer, now: now) }
    }

    func record(_ advice: Advice, of reference: BookingReference, by doer: Doer, now: Date) throws {
        try perform { try clientRecords.record(advice, of: reference, by: doer, now: now) }
    }

    func advice(of reference: BookingReference, by reading: AccessContext) throws -> Advice? {
        try perform { try clientRecords.readAdvice(of: reference, by: reading) }
    }

    func setGuard(_ reason: String?, for reference: BookingReference, by doer: Doer, now: Date) throws {
        try perform { try clientRecords.setGuard(reason, for: reference, by: doer, now: now) }
    }

    func setNote(_ text: String?, for reference: BookingReference, by doer: Doer, now: Date) throws {
        try perform { try clientRecords.setNote(text, for: reference, by: doer, now: now) }
    }

    // Messages.

    func messages(dueUntil moment: Date) throws -> [Message] {
        try perform { try outbox.messages(dueUntil: moment) }
    }

    func takeMessage(by channels: Set<Message.Channel>, now: Date, until lease: Date) throws -> Message? {
        try perform { try outbox.take(by: channels, now: now, until: lease) }
    }

    func markSent(_ key: String, now: Date) throws { try perform { try messages.setSent(key, now: now) } }

    func markFailed(_ key: String, _ failure: String, now: Date, next: Date?) throws {
        try perform { try messages.setFailed(key, failure, now: now, next: next) }
    }

    func reviveMessages(now: Date) throws -> Int { try perform { try messages.revive(now: now) } }

    func write(_ text: String, to reference: BookingReference, by doer: Doer, now: Date) throws {
        try perform { try outbox.write(text, to: reference, by: doer, now: now) }
    }

    // Accounts, the access log, retention and counts.

    func add(_ member: StaffMember, passwordHash: String?, by doer: Doer, now: Date) throws {
        try change(.account, of: member.id, by: doer, now: now) {
            try accounts.insert(member, passwordHash: passwordHash, now: now)
            if !member.otherRoles.isEmpty { try accounts.setRoles(member.roles, of: member.id) }
        }
    }

    func staff() throws -> [StaffMember] { try perform { try accounts.all() } }

    func passwordHash(of id: String) throws -> String? { try perform { try accounts.passwordHash(of: id) } }

    func setPassword(of id: String, hash: String, by doer: Doer, now: Date) throws {
        try change(.password, of: id, by: doer, now: now) { try accounts.setPassword(of: id, hash: hash, now: now) }
    }

    func resetPassword(of id: String, hash: String, reason: String, by doer: Doer, now: Date) throws {
        try change(.passwordReset, of: id, because: reason, by: doer, now: now) {
            let reset = PasswordReset(by: doer.name, at: now, reason: reason)
            try accounts.setPassword(of: id, hash: hash, reset: reset, now: now)
        }
    }

    func setRoles(_ roles: [StaffRole], of id: String, by doer: Doer, now: Date) throws {
        try change(.role, of: id, by: doer, now: now) { try accounts.setRoles(roles, of: id) }
    }

    func setLocked(_ isLocked: Bool, _ id: String, by doer: Doer, now: Date) throws {
        try change(isLocked ? .locked : .unlocked, of: id, by: doer, now: now) {
            try accounts.setLocked(isLocked, id)
        }
    }

    /// A deed to an account with its line in the log, or neither.
    private func change(
        _ deed: Deed, of id: String, because reason: String? = nil, by doer: Doer, now: Date,
        _ body: () throws -> Void
    ) throws {
        try perform {
            try connection.transaction {
                try body()
                var line = NewChange(deed, by: doer)
                (line.account, line.reason) = (id, reason)
                try changes.insert(line, now: now)
            }
        }
    }

    func countWrongPassword(of id: String, limit: Int, now: Date) throws {
        try perform {
            try connection.transaction {
                let before = try accounts.all().first { $0.id == id }
                try accounts.countWrongPassword(of: id, limit: limit)
                // What was typed as an unknown name may be a password.
                var line = NewChange(.signInRefused, by: .unknown)
                line.account = before?.id
                try changes.insert(line, now: now)
                guard before?.isLocked == false, try accounts.all().contains(where: { $0.id == id && $0.isLocked })
                else { return }
                line = NewChange(.locked, by: .system)
                line.account = id
                try changes.insert(line, now: now)
            }
        }
    }

    func forgetWrongPasswords(of member: StaffMember, now: Date) throws {
        try change(.signedIn, of: member.id, by: Doer(id: member.id, name: member.name), now: now) {
            try accounts.resetWrongPasswords(of: member.id)
        }
    }

    func keepDraft(_ draft: String, of staff: String, now: Date) throws {
        try perform { try drafts.write(draft, of: staff, now: now) }
    }

    func draft(of staff: String) throws -> String? { try perform { try drafts.draft(of: staff) } }

    func dropDraft(of staff: String) throws { try perform { try drafts.remove(of: staff) } }

    func log(_ entry: AccessEntry) throws {
        // A refused attempt is kept also if there is no such booking.
        try perform { try log.insert(entry, about: entry.booking.flatMap { try bookings.loggedID(of: $0) }) }
    }

    func accessLog(ofClientOf reference: BookingReference) throws -> [AccessEntry] {
        try perform {
            let ids = try bookings.ids(ofClientOf: reference)
            let client = try clients.id(ofBooking: bookings.mainID(of: reference))
            return try log.entries(ofBookings: ids, client: client)
        }
    }

    func accessLog(ofUser id: String, from: Date, until: Date) throws -> [AccessEntry] {
        try perform { try log.entries(ofUser: id, from: from, until: until) }
    }

    func purge(
        meetingsEndedBefore moment: Date, clientsBefore forgotten: Date?, isDryRun: Bool, by reading: AccessContext
    ) throws -> Purge {
        try perform {
            try retention.purge(
                meetingsEndedBefore: moment, clientsBefore: forgotten, isDryRun: isDryRun, by: reading)
        }
    }

    func clientData(
        of reference: BookingReference, with professionals: Set<String>, by reading: AccessContext
    ) throws -> ClientData {
        try perform { try clientRecords.clientData(of: reference, with: professionals, by: reading) }
    }

    func erase(_ reference: BookingReference, isDryRun: Bool, by reading: AccessContext) throws -> Purge {
        try perform { try retention.erase(reference, isDryRun: isDryRun, by: reading) }
    }

    func count(_ events: [JourneyEvent], in language: Language, on day: CalendarDay) throws {
        try perform {
            try connection.transaction(locking: .only([])) { try journeys.count(events, in: language, on: day) }
        }
    }

    var statistics: any StatisticsStore { Statistics(connection: connection, clock: clock) }
}
