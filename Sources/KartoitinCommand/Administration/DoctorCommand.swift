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
    static let doctor = Command("doctor", "what is missing on this machine, and what to do") { call in
        let environment = call.environment
        let path = environment.storePath
        var lines: [Doctor.Line] = []
        func look(_ subject: String, _ check: () throws -> String) {
            do {
                lines.append(Doctor.Line(.well, "\(subject): \(try check())"))
            } catch {
                lines.append(Doctor.Line(.fault, "\(subject): \(Failure(error).firstLine)"))
            }
        }
        look("content") {
            "\(try ContentReader.read(folder: environment.contentFolder).tree.questions.count) questions in \(environment.contentFolder)"
        }
        look("time zone") { try environment.county().clock.calendar.timeZone.identifier }
        look("store") {
            _ = try Doctor.store(path)
            return Stores.shown(path)
        }
        look("store's version") { try Doctor.version(of: path) }
        if Stores.isServer(path) {
            look("server's clock") { try Doctor.clock(of: path) }
            lines += Doctor.server(of: path)
        } else {
            look("store's rights") { try Doctor.rights(of: path) }
        }
        look("terminal") { try Doctor.terminal() }
        for line in lines { Output.data(line.mark + line.text) }
        // The kiosk goes on silently without a voice, and SMS may go another way: told, and no reason to fail.
        Output.data(SpdSay().isAvailable ? "ok       speech: spd-say" : "without  speech: \(Doctor.speech)")
        Output.data(
            SMSGateway.curl == nil
                ? "without  SMS by a gateway: \(Failure.noCurl)" : "ok       SMS by a gateway: curl")
        if let signIn = Doctor.signIn(path) { Output.data(signIn) }
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

    /// How the server guards the store. If it cannot be asked, that was told.
    static func server(of address: String) -> [Line] {
        (try? Stores.server(address))?.findings.map { Line($0.severity, $0.explanation) } ?? []
    }

    /// The store. What is asked of it here is the same on each clock, and the content may have faults.
    static func store(_ path: String) throws -> any Store { try Stores.open(path, clock: .utc) }

    /// Whether staff sign in. nil if the store cannot be read, which was told.
    static func signIn(_ path: String) -> String? {
        guard let store = try? store(path),
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
        guard RunContext.current.isOnTerminal else { return "none, answers are read line by line" }
        let name = RunContext.current.environment["TERM"] ?? ""
        if name.isEmpty {
            throw Failure(.unreachable, "TERM is not set; the screen cannot be wiped between visitors")
        }
        return name
    }
}
