import BookingCore
import CivilTime
import ContentLibrary
import Foundation

private struct PurgeOptions: StaffCommandOptions {
    let before = Option(
        "--before", "DAY", "of meetings that ended before this day; the county's usual time when left out",
        .day(.past(ahead: 0)))
    let dryRun = Flag("--dry-run", "only tell what would be removed")
    let yes = Flag("--yes", "do it without asking")
    let signIn = SignInOptions()

    var rules: [OptionRule] {
        [.notBoth(dryRun, yes, "--dry-run removes nothing, so there is nothing to say --yes to; give one")]
    }
}

private struct ClientOptions: StaffCommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let purpose = Option(required: "--purpose", "TEXT", "why; stands in the access log", .text)
    let signIn = SignInOptions()
}

private struct EraseOptions: StaffCommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let yes = Flag("--yes", "do it")
    let signIn = SignInOptions()
}

extension Command {
    /// How much is removed.
    ///
    /// - Parameter isDone: `false` if it is only told what would be.
    private static func purgeTable(isDone: Bool) -> Table<Purge> {
        Table(
            "purge",
            [
                Column("done") { _ in isDone },
                Column("descriptions") { $0.descriptions },
                Column("advices") { $0.advices },
                Column("messages") { $0.messages },
                Column("drafts") { $0.drafts },
                Column("logLines") { $0.logLines },
                Column("bookings") { $0.clients },
                Column("clients") { $0.persons },
            ])
    }

    static let storePurge = Command(
        "store purge", "remove what was written about meetings that are long over; for a main user, or a timer",
        PurgeOptions()
    ) { call in
        let county = try call.county()
        let moment = try purgeMoment(call, county)
        let administration = try call.signedIn().administration
        let forgotten = Date().addingTimeInterval(-county.content.county.keepsClients.seconds)
        let plan = try administration.purge(
            meetingsEndedBefore: moment, clientsBefore: forgotten, isDryRun: true)
        if call[\.dryRun] {
            try county.printer.print(row: plan, as: purgeTable(isDone: false))
            return .done
        }
        call.remark("of meetings that ended before \(county.clock.iso8601(moment)) this goes for good:")
        call.remark(purgeTable(isDone: false).grid([plan]).text)
        guard isAgreed("remove it?", call) else { return .done }
        let done = try administration.purge(
            meetingsEndedBefore: moment, clientsBefore: forgotten, isDryRun: false)
        try county.printer.print(row: done, as: purgeTable(isDone: true))
        return .done
    }

    static let storeClient = Command(
        "store client", "all that is kept of a client, for them; for their professional", ClientOptions()
    ) { call in
        let county = try call.county()
        let (reference, purpose) = try (call[\.reference], call[\.purpose])
        let administration = try call.signedIn().administration
        let data = try Failure.noBooking.ifNotFound {
            try administration.clientData(of: reference, purpose: purpose)
        }
        try ClientDataPage(data, at: Date(), on: county.clock).print(by: county.printer)
        if data.others > 0 {
            call.remark("bookings of this client with other professionals, who show theirs: \(data.others)")
        }
        return .done
    }

    static let storeErase = Command(
        "store erase",
        "remove what tells who a client is and what they wrote; shows what would go; for a main user", EraseOptions()
    ) { call in
        let county = try call.county()
        let reference = try call[\.reference]
        let administration = try call.signedIn().administration
        let plan = try Failure.noBooking.ifNotFound { try administration.erase(reference, isDryRun: true) }
        if plan.othersOfNumber > 0 {
            call.remark(
                "bookings of the same phone number under another name, which stay: \(plan.othersOfNumber)")
        }
        guard call[\.yes] else {
            try county.printer.print(row: plan, as: purgeTable(isDone: false))
            call.remark("nothing was erased; look at it and add --yes")
            return .done
        }
        call.remark(purgeTable(isDone: false).grid([plan]).text)
        let done = try administration.erase(reference, isDryRun: false)
        try county.printer.print(row: done, as: purgeTable(isDone: true))
        return .done
    }

    /// Meetings that ended before this moment: `--before`, or as long ago as the county keeps what was written.
    private static func purgeMoment(_ call: Invocation<PurgeOptions>, _ county: CountyContext) throws -> Date {
        guard let day = try call[\.before] else {
            return Date().addingTimeInterval(-county.content.county.keepsDescriptions.seconds)
        }
        let moment = county.clock.start(of: day)
        guard moment <= Date() else {
            throw Failure(.badData, "--before must not come after today: what is still to be read would go")
        }
        return moment
    }

    /// Whether to go on: asks on a terminal, unless `--yes` says so. A pipe or a timer was told when it was set up.
    private static func isAgreed(_ question: String, _ call: Invocation<PurgeOptions>) -> Bool {
        guard !call[\.yes], isatty(RunContext.current.input.fileDescriptor) == 1 else { return true }
        Output.remark("\(question) type yes or no")
        if readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == "yes" { return true }
        Output.remark("nothing was removed")
        return false
    }
}
