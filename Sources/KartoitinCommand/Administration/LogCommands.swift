import BookingCore
import ContentLibrary
import Desks
import Foundation

private struct LogOfClientOptions: StaffCommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let extract = Flag("--extract", "the client's own extract, in plain words")
    let signIn = SignInOptions()
}

private struct LogOfUserOptions: StaffCommandOptions {
    let id = Operand("ID", .text)
    let period = PeriodOptions(.past(ahead: 0))
    let signIn = SignInOptions()
}

private struct LogChangesOptions: StaffCommandOptions {
    let client = Option("--client", "ID", "of this client, by the number of their record", .count)
    let booking = Option("--booking", "REFERENCE", "of this booking", .reference)
    let who = Option("--who", "ID", "by this user", .text)
    let from: Option<Date?> = .from("; from the first one when left out", .past(ahead: 0))
    let until: Option<Date?> = .until("; to the last one when left out", .end(.past(ahead: 31)))
    let signIn = SignInOptions()
}

extension Command {
    static let logChanges = Command(
        "log changes", "every deed with who did it, without values; for a main user", LogChangesOptions()
    ) { call in
        let county = try call.county()
        let query = ChangeQuery(
            client: try call[\.client], booking: try call[\.booking], doer: try call[\.who], from: try call[\.from],
            until: try call[\.until])
        try county.printer.print(rows: try call.signedIn().clients.changes(query), as: LogTables.changes)
        return .done
    }

    /// The lines of the access log: what act 703/2023 10 § asks for.
    private static let logTable = Table<AccessEntry>(
        "log",
        [
            Column("time") { $0.at },
            Column("userID") { $0.userID },
            Column("userName") { $0.userName },
            // What was used or, of a refused try, what was tried.
            Column("data") { $0.data },
            Column("purpose") { $0.purpose },
            // Whose data it is.
            Column("provider") { $0.provider },
            Column("reference") { $0.booking },
            Column("refused") { CellAndJSON.mark($0.isRefused, "refused") },
        ])

    static let logOfClient = Command(
        "log of-client", "who used what of a client, when and why; for a main user", LogOfClientOptions()
    ) { call in
        let county = try call.county()
        if call[\.extract], county.printer.format == .csv {
            throw Failure(.usage, "an extract is text or json; leave --format out or say --format json")
        }
        let reference = try call[\.reference]
        let session = try call.signedIn()
        let entries = try Failure.noBooking.ifNotFound {
            try session.administration.accessLog(ofClientOf: reference)
        }
        guard call[\.extract] else {
            try county.printer.print(rows: entries, as: logTable)
            return .done
        }
        let changes = try session.administration.changes(ofClientOf: reference)
        let extract = AccessExtract(
            entries, changes, content: county.content, wallClock: county.clock, language: county.language)
        if county.printer.format == .json { try Output.json(extract) } else { Output.data(extract.text) }
        return .done
    }

    static let logOfUser = Command(
        "log of-user", "what somebody used, when and why; for a main user", LogOfUserOptions()
    ) { call in
        let county = try call.county()
        let id = try call[\.id]
        let period = try Period(call[\.period])
        let administration = try call.signedIn().administration
        let entries = try administration.accessLog(ofUser: id, from: period.from, until: period.until)
        // A user without an account any more may still have lines; an id with neither was mistyped.
        if entries.isEmpty, try !administration.staff().contains(where: { $0.id == id }) {
            throw StaffRefusal.noSuchStaff(id)
        }
        try county.printer.print(rows: entries, as: logTable)
        return .done
    }
}
