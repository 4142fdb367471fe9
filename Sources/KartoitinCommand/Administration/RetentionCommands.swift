import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

extension Command {
    private static let yes = Option("--yes", nil, "do it without asking")

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
            ])
    }

    static let storePurge = Command(
        words: ["store", "purge"],
        summary: "remove what was written about meetings that are long over; for a main user, or a timer",
        options: [
            Option(
                "--before", "DAY", "of meetings that ended before this day; the county's usual time when left out"),
            Option("--dry-run", nil, "only tell what would be removed"), yes,
        ] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let moment = try call.purgeMoment(content, clock)
        let session = try call.session(content, try call.store(of: content))
        let plan = try session.purge(meetingsEndedBefore: moment, isDryRun: true)
        if call.has("--dry-run") {
            try Printer(format: format).print(row: plan, as: purgeTable(isDone: false))
            return .done
        }
        call.remark("of meetings that ended before \(clock.iso8601(moment)) this goes for good:")
        call.remark(purgeTable(isDone: false).grid([plan]).text)
        guard try call.isAgreed("remove it?") else { return .done }
        let done = try session.purge(meetingsEndedBefore: moment, isDryRun: false)
        try Printer(format: format).print(row: done, as: purgeTable(isDone: true))
        return .done
    }

    static let storeClient = Command(
        words: ["store", "client"], summary: "all that is kept of a client, for them; for their professional",
        operands: ["REFERENCE"],
        options: [Option("--purpose", "TEXT", "why; stands in the access log")] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let reference = try call.reference()
        let purpose = try call.required("--purpose")
        let session = try call.session(content, try call.store(of: content))
        let data = try call.known { try session.clientData(of: reference, purpose: purpose) }
        try ClientDataPage(data, at: Date(), on: clock).print(by: Printer(format: format, clock: clock))
        if data.others > 0 {
            call.remark("bookings of this client with other professionals, who show theirs: \(data.others)")
        }
        return .done
    }

    static let storeErase = Command(
        words: ["store", "erase"],
        summary: "remove what tells who a client is and what they wrote; shows what would go; for a main user",
        operands: ["REFERENCE"], options: [Option("--yes", nil, "do it")] + signInOptions
    ) { call in
        let content = try call.content()
        let format = try call.format()
        let reference = try call.reference()
        let session = try call.session(content, try call.store(of: content))
        let plan = try call.known { try session.erase(reference, isDryRun: true) }
        if plan.othersOfNumber > 0 {
            call.remark(
                "bookings of the same phone number under another name, which stay: \(plan.othersOfNumber)")
        }
        guard call.has("--yes") else {
            try Printer(format: format).print(row: plan, as: purgeTable(isDone: false))
            call.remark("nothing was erased; look at it and add --yes")
            return .done
        }
        call.remark(purgeTable(isDone: false).grid([plan]).text)
        let done = try session.erase(reference, isDryRun: false)
        try Printer(format: format).print(row: done, as: purgeTable(isDone: true))
        return .done
    }
}

extension Invocation {
    /// Meetings that ended before this moment: `--before`, or as long ago as the county keeps what was written.
    fileprivate func purgeMoment(_ content: Content, _ clock: WallClock) throws -> Date {
        guard has("--before") else {
            return Date().addingTimeInterval(-content.county.keepsDescriptions.seconds)
        }
        let day = try day("--before")
        guard let moment = try? clock.day("\(day)"), moment <= Date() else {
            throw Failure(.badData, "--before must not come after today: what is still to be read would go")
        }
        return moment
    }

    /// Whether to go on: asks on a terminal, unless `--yes` says so. A pipe or a timer was told when it was set up.
    fileprivate func isAgreed(_ question: String) throws -> Bool {
        guard !has("--yes"), isatty(STDIN_FILENO) == 1 else { return true }
        Output.remark("\(question) type yes or no")
        if readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == "yes" { return true }
        Output.remark("nothing was removed")
        return false
    }
}
