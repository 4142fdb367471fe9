import BookingCore
import CivilTime
import ContentLibrary
import Delivery
import Desks
import Dialogue
import Foundation
import Mapper
import Storage

extension Command {
    static let doctor = Command(
        words: ["doctor"], summary: "what is missing on this machine, and what to do"
    ) { call in
        var lines: [Doctor.Line] = []
        func look(_ subject: String, _ check: () throws -> String) {
            do {
                lines.append(Doctor.Line(.well, "\(subject): \(try check())"))
            } catch {
                lines.append(Doctor.Line(.fault, "\(subject): \(Doctor.advice(error))"))
            }
        }
        look("content") { "\(try call.content().tree.questions.count) questions in \(call.contentFolder)" }
        look("time zone") { try call.wallClock(of: try call.content()).calendar.timeZone.identifier }
        look("store") {
            _ = try Doctor.store(of: call)
            return Stores.shown(call.storePath)
        }
        look("store's version") { try Doctor.version(of: call.storePath) }
        if Stores.isServer(call.storePath) {
            look("server's clock") { try Doctor.clock(of: call.storePath) }
            lines += Doctor.server(of: call.storePath)
        } else {
            look("store's rights") { try Doctor.rights(of: call.storePath) }
        }
        look("terminal") { try Doctor.terminal() }
        for line in lines { Output.data(line.mark + line.text) }
        // The kiosk goes on silently without a voice, and SMS may go another way: told, and no reason to fail.
        Output.data(SpdSay().isAvailable ? "ok       speech: spd-say" : "without  speech: \(Doctor.speech)")
        Output.data(
            SMSGateway.curl == nil
                ? "without  SMS by a gateway: \(Failure.noCurl)" : "ok       SMS by a gateway: curl")
        if let signIn = Doctor.signIn(call) { Output.data(signIn) }
        Output.data(
            Stores.serverLibrary.map { "ok       PostgreSQL: \($0)" }
                ?? "without  PostgreSQL: \(StoreFailure.withoutPostgreSQL.explanation)")
        return lines.allSatisfy { $0.kind != .fault } ? .done : .faultsFound
    }
}

private enum Doctor {
    struct Line {
        let kind: ServerDiagnosis.Finding.Severity
        let text: String

        init(_ kind: ServerDiagnosis.Finding.Severity, _ text: String) {
            self.kind = kind
            self.text = text
        }

        var mark: String {
            switch kind {
            case .well: "ok       "
            case .remark: "without  "
            case .fault: "missing  "
            }
        }
    }

    /// How the server guards the store. Where it cannot be asked, that was told.
    static func server(of address: String) -> [Line] {
        (try? Stores.server(address))?.findings.map { Line($0.severity, $0.explanation) } ?? []
    }

    static func advice(_ error: any Error) -> String {
        switch error {
        case let failure as Failure: failure.message
        case let trouble as StoreFailure: trouble.explanation
        case ContentError.missing(let folder): "there is nothing in \(folder); say where it is with --content DIR"
        case ContentError.unreadable(let file): "\(file) cannot be read"
        case ContentError.faults(let faults): "\(faults.count) faults; see them with: kartoitin content check"
        default: "\(error)"
        }
    }

    /// The store. What is asked of it here is the same on each clock, and the content may have faults.
    static func store(of call: Invocation) throws -> any BookingStore {
        let clock = try? call.wallClock(of: call.content())
        return try Stores.open(call.storePath, clock: clock ?? .utc)
    }

    /// Whether staff sign in. Nil where the store cannot be read, which was told.
    static func signIn(_ call: Invocation) -> String? {
        guard let store = try? store(of: call),
            let isInOperation = try? Sessions.isInOperation(store)
        else { return nil }
        return isInOperation
            ? "ok       sign-in: a main user has a password"
            : "without  sign-in: no main user has a password, so whoever may write the store may do what staff do; "
                + "set one with: kartoitin staff password main-user"
    }

    static func version(of path: String) throws -> String {
        let condition = try Stores.condition(path, now: Date())
        return "schema \(condition.schema), \(condition.engine)"
    }

    /// Which times are over is asked of both clocks.
    static func clock(of address: String) throws -> String {
        let condition = try Stores.condition(address, now: Date())
        if let trouble = condition.clockTrouble { throw trouble }
        return "as this machine's, to the minute"
    }

    /// Bookings are their owner's alone.
    static func rights(of path: String) throws -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let rights = attributes?[.posixPermissions] as? Int else {
            throw Failure(.unreachable, "there is no file to look at yet")
        }
        guard rights & 0o077 == 0 else {
            throw Failure.othersCanRead(path, .unreachable)
        }
        return "readable by its owner alone"
    }

    static let speech =
        "spd-say is not there, so nothing is read aloud; install it with: apt-get install speech-dispatcher"

    static func terminal() throws -> String {
        guard isatty(0) == 1, isatty(1) == 1 else { return "none, answers are read line by line" }
        let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
        if name.isEmpty {
            throw Failure(.unreachable, "TERM is not set; the screen cannot be wiped between visitors")
        }
        return name
    }
}
