import BookingCore
import ContentLibrary
import Desks

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

extension Command {
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
        let extract = AccessExtract(
            entries, content: county.content, wallClock: county.clock, language: county.language)
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
