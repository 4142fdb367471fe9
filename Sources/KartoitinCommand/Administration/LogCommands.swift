import BookingCore
import CivilTime
import ContentLibrary
import Desks
import Foundation
import SocialServices

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
        let entries = try call.known { try session.accessLog(ofClientOf: reference) }
        guard call.has("--extract") else {
            try Printer(format: format, clock: clock).print(rows: entries, as: logTable)
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
        let entries = try session.accessLog(ofUser: id, from: from, until: until)
        // Whoever has no account any more may still have lines; whoever has neither was mistyped.
        if entries.isEmpty, try !session.staff().contains(where: { $0.id == id }) {
            throw StaffRefusal.noSuchStaff(id)
        }
        try Printer(format: format, clock: clock).print(rows: entries, as: logTable)
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
