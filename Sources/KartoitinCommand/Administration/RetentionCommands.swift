import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

extension Command {
    private static let yes = Option("--yes", nil, "do it without asking")

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
        let plan = try session.administration.purge(meetingsEndedBefore: moment, isDryRun: true)
        if call.has("--dry-run") {
            try PurgeRow(plan, isDone: false).print(as: format)
            return .done
        }
        call.remark("of meetings that ended before \(clock.iso8601(moment)) this goes for good:")
        call.remark(PurgeRow(plan, isDone: false).table.text)
        guard try call.isAgreed("remove it?") else { return .done }
        let done = try session.administration.purge(meetingsEndedBefore: moment, isDryRun: false)
        try PurgeRow(done, isDone: true).print(as: format)
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
        let data = try call.known { try session.administration.clientData(of: reference, purpose: purpose) }
        try ClientDataReport(data, on: clock, now: Date()).print(as: format)
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
        let plan = try call.known { try session.administration.erase(reference, isDryRun: true) }
        if plan.othersOfNumber > 0 {
            call.remark(
                "bookings of the same phone number under another name, which stay: \(plan.othersOfNumber)")
        }
        guard call.has("--yes") else {
            try PurgeRow(plan, isDone: false).print(as: format)
            call.remark("nothing was erased; look at it and add --yes")
            return .done
        }
        call.remark(PurgeRow(plan, isDone: false).table.text)
        try PurgeRow(try session.administration.erase(reference, isDryRun: false), isDone: true).print(as: format)
        return .done
    }
}

extension Invocation {
    /// Meetings that ended before this moment: `--before`, or as long ago as the county keeps what was written.
    fileprivate func purgeMoment(_ content: Content, _ clock: WallClock) throws -> Date {
        guard has("--before") else {
            return Date().addingTimeInterval(-content.county.keepsDescriptions.seconds)
        }
        let moment = clock.start(of: try day("--before"))
        guard moment <= Date() else {
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

/// How much is removed, as it is printed.
struct PurgeRow: Encodable {
    /// False of what is only told.
    let done: Bool
    let descriptions: Int
    let advices: Int
    let messages: Int
    let drafts: Int
    let logLines: Int
    let bookings: Int

    init(_ purge: Purge, isDone: Bool) {
        done = isDone
        descriptions = purge.descriptions
        advices = purge.advices
        messages = purge.messages
        drafts = purge.drafts
        logLines = purge.logLines
        bookings = purge.clients
    }

    /// With its headings.
    var table: Table {
        Table(
            headings: ["done", "descriptions", "advices", "messages", "drafts", "logLines", "bookings"],
            rows: [
                [done ? "yes" : "no"]
                    + [descriptions, advices, messages, drafts, logLines, bookings].map { String($0) }
            ])
    }

    func print(as format: Format) throws { try Output.result(self, table, as: format) }
}

/// All that is kept of a client, as it is printed for them.
struct ClientDataReport: Encodable {
    let bookings: [Kept]
    let rights: [RightRow]
    /// Bookings with other professionals, who show theirs.
    let others: Int

    struct Kept: Encodable {
        let reference: String
        /// Everything else by name; what is empty is left out.
        let fields: [Field]
    }

    struct Field: Encodable {
        let name: String
        let value: String
    }

    init(_ data: ClientData, on clock: WallClock, now: Date) {
        bookings = data.records.map { record in
            let fields = Self.booking(record.booking, on: clock) + Self.texts(record, on: clock)
            return Kept(
                reference: record.booking.reference.grouped,
                fields: fields.compactMap { name, value in value.map { Field(name: name, value: $0) } }
                    .filter { !$0.value.isEmpty })
        }
        rights = data.rights.map { RightRow($0, on: clock, now: now) }
        others = data.others
    }

    private static func booking(_ booking: Booking, on clock: WallClock) -> [(String, String?)] {
        [
            ("name", booking.client.name), ("phone", booking.client.phone.international),
            ("email", booking.client.email?.address), ("language", booking.client.language.rawValue),
            ("start", clock.iso8601(booking.slot.start)), ("minutes", String(booking.slot.minutes)),
            ("method", booking.method.rawValue), ("serviceTask", booking.slot.task.rawValue),
            ("service", booking.service), ("municipality", booking.slot.municipality.rawValue),
            ("professional", booking.professionalName), ("madeAt", clock.iso8601(booking.createdAt)),
            ("status", booking.status.rawValue), ("cancelledBy", booking.cancellation?.by.rawValue),
            ("cancelReason", booking.cancellation?.reason), ("attendance", booking.attendance?.rawValue),
            ("meetingLanguage", booking.needs.meetingLanguage.rawValue), ("interpreter", booking.needs.interpreter),
            ("signLanguage", booking.needs.signLanguage ? "yes" : nil), ("access", booking.needs.accessibility),
            ("guardReason", booking.guardReason),
        ]
    }

    private static func texts(_ record: ClientRecord, on clock: WallClock) -> [(String, String?)] {
        let description = record.description
        let flags = (description?.flags.map(\.rawValue).sorted() ?? []).joined(separator: " ")
        let answers = description?.answers.map { ("answer", Optional("\($0.asked) \($0.told)")) } ?? []
        let messages = record.messages.map { message in
            let head = "\(clock.iso8601(message.due)) \(message.kind.rawValue) \(message.channel.rawValue)"
            return ("message", Optional("\(head) \(message.recipient)" + (message.text.map { ": \($0)" } ?? "")))
        }
        return [("ownWords", description?.ownWords), ("hope", description?.hope), ("flags", flags)]
            + [("outcome", description?.outcome)] + answers
            + [("advice", record.advice?.text), ("stored", record.advice?.stored), ("shared", record.advice?.shared)]
            + messages
    }

    /// One row for each thing that is kept.
    private var table: Table {
        var table = Table(headings: ["reference", "field", "value"])
        for booking in bookings {
            table.rows += booking.fields.map { [booking.reference, $0.name, $0.value] }
        }
        table.rows += rights.map { [$0.code, "right", "\($0.appointmentType) \($0.state) \($0.expires)"] }
        return table
    }

    func print(as format: Format) throws { try Output.result(self, table, as: format) }
}
