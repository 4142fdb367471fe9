import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

/// What a caller says to show who they are.
struct IdentityOptions: CommandOptions {
    let code = Option("--code", "REFERENCE", "the caller tells this code of a booking", .reference)
    let name = Option("--said-name", "NAME", "the caller tells this name", .text)
    let phone = Option("--said-phone", "NUMBER", "the caller tells this number", .phone)
    let day = Option("--said-day", "DAY", "the caller tells the day of a meeting", .day(.either))
    let worker = Option("--said-worker", "NAME", "the caller tells whom they meet", .text)
    let task: Option<ServiceTask?> = Option(
        "--said-task", "TASK", "the caller tells what the meeting is about", .choice)
    let otherwise = Option(
        "--otherwise", "TEXT", "how you recognised them in another way; stands in the access log", .text)
}

extension Invocation<IdentityOptions> {
    /// Nil if nothing was told.
    func identity() throws -> ClientIdentity? {
        let identity = ClientIdentity(
            reference: try self[\.code], name: try self[\.name], phone: try self[\.phone], day: try self[\.day],
            professional: try self[\.worker], task: try self[\.task], other: try self[\.otherwise])
        return identity == ClientIdentity() ? nil : identity
    }
}

private struct ClientShowOptions: StaffCommandOptions {
    let client = Operand("ID|REFERENCE", ClientName.parser)
    let identity = IdentityOptions()
    let signIn = SignInOptions()
}

/// A text that `-` empties.
private func emptied(_ text: String) -> String? { text == "-" ? nil : text }

private let addressOrNone = ValueParser<EmailAddress?> { text, name in
    if text == "-" { return nil }
    if let address = EmailAddress(typed: text) { return address }
    throw Failure(.badData, "\(name) is not an address such as name@example.fi; - takes it away")
}

private enum YesOrNo: String, CaseIterable, Sendable {
    case yes, no
}

private struct ClientSetOptions: StaffCommandOptions {
    let client = Operand("ID|REFERENCE", ClientName.parser)
    let name = Option("--name", "NAME", "the name", .name(upTo: Client.longestName))
    let phone = Option("--phone", "NUMBER", "the phone number; messages that wait go to the new one alone", .phone)
    let email = Option("--email", "ADDRESS|-", "the e-mail address; - takes it away", addressOrNone)
    let messageLanguage = Option("--message-language", "CODE", "the language of messages", .language)
    let meetingLanguage = Option("--meeting-language", "CODE", "the language of meetings", .language)
    let interpreter = Option(
        "--interpreter", "LANGUAGE|-", "an interpreter; - takes it away", BookingText.need.parser)
    let signLanguage: Option<YesOrNo?> = Option("--sign-language", "yes|no", "a sign language interpreter", .choice)
    let accessibility = Option(
        "--accessibility", "TEXT|-", "what must be arranged; - takes it away", BookingText.need.parser)
    let messages: Option<MessageWish?> = Option("--messages", "WISH", MessageWish.alternatives, .choice)
    let protected: Option<YesOrNo?> = Option(
        "--protected", "yes|no", "non-disclosure for safety: no place and no worker is told to a caller", .choice)
    let born = Option("--born", "YEAR", "the year of birth", .count)
    let noResend = Flag("--no-resend", "no new confirmation goes out")
    let dryRun = Flag("--dry-run", "only show what would be done")
    let signIn = SignInOptions()

    var rules: [OptionRule] {
        [
            OptionRule { given in
                let fields: [any AnyOption] = [
                    name, phone, email, messageLanguage, meetingLanguage, interpreter, signLanguage, accessibility,
                    messages, protected, born,
                ]
                if fields.contains(where: given.has) { return nil }
                return "client set needs what is to be set: \(fields.map(\.name).joined(separator: ", "))"
            }
        ]
    }
}

private struct ClientJoinOptions: StaffCommandOptions {
    let client = Operand("ID|REFERENCE", ClientName.parser)
    let other = Operand("OTHER", ClientName.parser)
    let signIn = SignInOptions()
}

extension Command {
    /// A client, for those who may see them.
    static let clientTable = Table<KnownClient>(
        "client",
        [
            Column("id") { $0.id },
            Column("name") { $0.client.name },
            Column("phone") { $0.client.phone?.international },
            Column("email") { $0.client.email?.address },
            Column("messageLanguage") { $0.client.language },
            Column("meetingLanguage") { $0.needs.meetingLanguage },
            Column("interpreter") { $0.needs.interpreter },
            Column("signLanguage") { CellAndJSON.mark($0.needs.signLanguage, "yes") },
            Column("accessibility") { $0.needs.accessibility },
            Column("messages") { $0.client.messages.rawValue },
            Column("protected") { CellAndJSON.mark($0.isProtected, "yes") },
            Column("born") { $0.client.birthYear },
        ])

    static let clientShow = Command(
        "client show", "a client with their bookings; a caller shows first who they are", ClientShowOptions()
    ) { call in
        let county = try call.county()
        let clients = try call.signedIn().clients
        let id = try call[\.client].id(for: clients)
        let page = try clients.client(id, identity: try call[\.identity].identity())
        try print(page, county.printer)
        return .done
    }

    /// Prints a client and the bookings: one object, one list whose lines begin with the client, or two tables.
    private static func print(_ page: ClientPage, _ printer: Printer) throws {
        let bookings = Table(
            "bookings", BookingTables.bookings.columns + [Column("attendance") { $0.attendance?.rawValue }])
        let (head, grid) = (clientTable.grid([page.client]), bookings.grid(page.bookings, on: printer.clock))
        switch printer.format {
        case .json:
            guard case .fields(var fields) = clientTable.json(page.client) else { return }
            fields[bookings.name] = bookings.json(page.bookings, on: printer.clock)
            try Output.json(JSON.fields(fields))
        case .csv:
            let rows = grid.rows.isEmpty ? [grid.headings.map { _ in "" }] : grid.rows
            Output.data(
                Grid(headings: head.headings + grid.headings, rows: rows.map { head.rows[0] + $0 }).csv)
        case .table: Output.data(head.text + "\n" + grid.text)
        }
    }

    static let clientSet = Command(
        "client set", "put a client right, with all their coming bookings and messages", ClientSetOptions()
    ) { call in
        let county = try call.county()
        let clients = try call.signedIn().clients
        let id = try call[\.client].id(for: clients)
        let effect = try clients.correct(id, try correction(call), isDryRun: call[\.dryRun])
        try county.printer.print(row: effect.client, as: clientTable)
        call.remark(
            "changed: \(effect.changes.map(\.field.rawValue).joined(separator: ", ")); coming bookings: "
                + "\(effect.bookings.count), booking rights: \(effect.rights), messages taken back: \(effect.withdrawn), "
                + "new confirmations: \(effect.confirmations)")
        if effect.othersOfNumber > 0 {
            call.remark("this number has another client too (\(effect.othersOfNumber)), who stays as they are")
        }
        tellOfInterpreter(effect, county, call)
        call.remark(
            effect.change.map { "undo it with: kartoitin booking undo \($0)" } ?? "nothing was changed: a dry run")
        return .done
    }

    /// A time for everybody may be too short for an interpreter.
    private static func tellOfInterpreter(
        _ effect: ClientCorrectionEffect, _ county: CountyContext, _ call: Invocation<ClientSetOptions>
    ) {
        guard effect.client.needs.isInterpreted else { return }
        for booking in effect.bookings {
            let rules = county.content.services.appointment(booking.slot.appointmentType)?.rules
            guard let minutes = rules?.interpreterMinutes, booking.slot.minutes < minutes else { continue }
            call.remark(
                "\(booking.reference.grouped) has \(booking.slot.minutes) minutes; with an interpreter \(minutes) are "
                    + "needed: move it with kartoitin booking move")
        }
    }

    private static func correction(_ call: Invocation<ClientSetOptions>) throws -> ClientCorrection {
        var correction = ClientCorrection()
        correction.name = try call[\.name]
        correction.phone = try call[\.phone]
        if let email = try call[\.email] { correction.email = .some(email) }
        correction.language = try call[\.messageLanguage]
        correction.meetingLanguage = try call[\.meetingLanguage]
        if let text = try call[\.interpreter] { correction.interpreter = .some(emptied(text)) }
        correction.signLanguage = try call[\.signLanguage].map { $0 == .yes }
        if let text = try call[\.accessibility] { correction.accessibility = .some(emptied(text)) }
        correction.messages = try call[\.messages]
        correction.isProtected = try call[\.protected].map { $0 == .yes }
        if let year = try call[\.born] {
            guard year >= Client.earliestBirthYear else {
                throw Failure(.badData, "--born is a year from \(Client.earliestBirthYear) on")
            }
            correction.birthYear = .some(year)
        }
        correction.tells = !call[\.noResend]
        return correction
    }

    static let clientJoin = Command(
        "client join", "make one record of two that are one person's; the first one stands for both",
        ClientJoinOptions()
    ) { call in
        let county = try call.county()
        let clients = try call.signedIn().clients
        let (id, other) = (try call[\.client].id(for: clients), try call[\.other].id(for: clients))
        try clients.join(other, to: id)
        call.remark("client \(other) is client \(id) from now on, with all their bookings")
        _ = county
        return .done
    }
}
