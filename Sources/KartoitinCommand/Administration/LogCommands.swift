import BookingCore
import CivilTime
import ContentLibrary
import Desks
import Foundation
import SocialServices

extension Command {
    static let logOfClient = Command(
        words: ["log", "of-client"], summary: "who used what of a client, when and why; for a main user",
        operands: ["REFERENCE"],
        options: [Option("--extract", nil, "the client's own extract, in plain words")] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let language = try call.language(in: content) ?? content.languages.first ?? .finnish
        let reference = try call.reference()
        if call.has("--extract"), format == .csv {
            throw Failure(.usage, "an extract is text or json; leave --format out or say --format json")
        }
        let session = try call.session(content, try call.store(of: content))
        let entries = try call.known { try session.administration.accessLog(ofClientOf: reference) }
        guard call.has("--extract") else {
            try LogRow.print(entries, on: clock, as: format)
            return .done
        }
        let extract = AccessExtract(entries, content: content, wallClock: clock, language: language)
        if format == .json { try Output.json(extract) } else { Output.data(extract.text) }
        return .done
    }

    static let logOfUser = Command(
        words: ["log", "of-user"], summary: "what somebody used, when and why; for a main user", operands: ["ID"],
        options: [.from(), .until()] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let id = call.arguments.operands[0]
        let (from, until) = try call.period(on: clock)
        let session = try call.session(content, try call.store(of: content))
        let entries = try session.administration.accessLog(ofUser: id, from: from, until: until)
        // Whoever has no account any more may still have lines; whoever has neither was mistyped.
        if entries.isEmpty, try !session.administration.staff().contains(where: { $0.id == id }) {
            throw StaffRefusal.noSuchStaff(id)
        }
        try LogRow.print(entries, on: clock, as: format)
        return .done
    }
}

extension Invocation {
    /// What `body` gives; says what to do where no booking has the reference.
    func known<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch BookingRefusal.notFound {
            throw Failure(.badData, "no booking has this reference; check it")
        }
    }
}

/// A line of the access log as it is printed: what act 703/2023 10 § asks for.
struct LogRow: Encodable {
    let time: String
    let userID: String
    let userName: String
    /// What was used or, of a refused try, what was tried.
    let data: String
    let purpose: String
    /// Whose data it is.
    let provider: String
    let reference: String?
    let refused: Bool

    init(_ entry: AccessEntry, on clock: WallClock) {
        time = clock.iso8601(entry.at)
        userID = entry.userID
        userName = entry.userName
        data = entry.data
        purpose = entry.purpose
        provider = entry.provider
        reference = entry.booking?.grouped
        refused = entry.isRefused
    }

    private static let headings = [
        "time", "userID", "userName", "data", "purpose", "provider", "reference", "refused",
    ]

    private var cells: [String] {
        [time, userID, userName, data, purpose, provider, reference ?? "", refused ? "refused" : ""]
    }

    static func print(_ entries: [AccessEntry], on clock: WallClock, as format: Format) throws {
        let rows = entries.map { LogRow($0, on: clock) }
        try Output.result(["log": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}
