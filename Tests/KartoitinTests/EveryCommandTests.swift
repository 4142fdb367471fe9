import Foundation
import TestValues
import Testing

@testable import KartoitinCommand

/// Every command of the program against a store in which a description, its answers and a record of the advice hold one
/// word: whoever sees that word leaves a line in the log.
@Suite("No command shows a description without a line of the log")
struct EveryCommandTests {
    private static let marker = "MERKKISANA"

    /// A store with everything to be seen in it, made once.
    private struct Prepared {
        let store: Data
        let reference: String
        let right: String

        init() throws {
            let fixture = try CommandFixture(languages: ["en"])
            try fixture.makeStore()
            for id in ["aino", "eero"] {
                try fixture.open(id, at: "2099-12-0\(id == "aino" ? 1 : 2)T09:00", "--until", "2099-12-02T10:00")
            }
            reference = try fixture.book(at: "2099-12-01T09:00", ["--description": marker])
            right = try #require(
                try fixture.prepare([
                    "right", "grant", "--appointment-type", "advice-families", "--professional", "aino", "--name",
                    "Maija Meikäläinen", "--phone", "040 123 4567", "--expires", "2099-12-31", "--format", "json",
                ]).json()["code"] as? String)
            try fixture.edit(.word(marker))
            try fixture.addStaff()
            try fixture.edit(.wholeFile)
            store = try Data(contentsOf: URL(filePath: fixture.store))
            withExtendedLifetime(fixture) {}
        }
    }

    private static let prepared = Result { try Prepared() }

    private let fixture: CommandFixture
    private let reference: String
    private let right: String

    init() throws {
        let prepared = try Self.prepared.get()
        fixture = try CommandFixture(languages: ["en"])
        reference = prepared.reference
        right = prepared.right
        try fixture.write("oikea salasana\n", to: "password", rights: 0o600)
    }

    /// Puts the store back as it was made.
    private func restore() throws {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: fixture.store + suffix) }
        try Self.prepared.get().store.write(to: URL(filePath: fixture.store))
    }

    /// What to type for a command, by its name, and what to answer it. One that is not here is called by its name alone.
    private var calls: [String: (words: [String], input: String)] {
        let period = ["--from", "2026-01-01", "--until", "2099-12-31"]
        let day = ["--from", "2099-12-01", "--until", "2099-12-02"]
        let phone = ["--phone", "040 123 4567"]
        let aino = ["--professional", "aino"]
        let byStaff = ["--by", "phone-service", "--reason", "sairaus"]
        let visit = ["my-booking", reference, "040 123 4567", "keep"].joined(separator: "\n") + "\n"
        return [
            "kiosk": (["kiosk", "--language", "en"], visit),
            "professional": (["professional", "--language", "en"], "\(reference)\n\n0\n"),
            "description": (["description", reference, "--purpose", "asiakastyö"], ""),
            "phone": (["phone", "--language", "en"], "\(reference)\n<\n0\n"),
            "staff add": (["staff", "add", "uusi", "--name", "Uusi", "--role", "supervisor"], ""),
            "staff list": (["staff", "list"], ""), "staff lock": (["staff", "lock", "johto"], ""),
            "staff unlock": (["staff", "unlock", "johto"], ""),
            "staff password": (
                ["staff", "password", "johto", "--new-password-file", fixture.path("password")], ""
            ),
            "demo": (["demo"], visit), "slots": (["slots"], ""),
            "book": (CommandFixture.booking(at: "2099-12-01T09:15"), ""),
            "booking show": (["booking", "show", reference] + phone, ""),
            "booking move": (["booking", "move", reference, "--at", "2099-12-01T09:15"] + byStaff, ""),
            "booking cancel": (["booking", "cancel", reference] + byStaff, ""),
            "booking undo": (["booking", "undo", reference], ""),
            "booking set": (["booking", "set", reference, "--note", "Huomio"], ""),
            "booking list": (["booking", "list"] + aino, ""),
            "booking attendance": (["booking", "attendance", reference, "met"], ""),
            "booking advice": (["booking", "advice", reference, "--text", "Neuvo"], ""),
            "booking also": (["booking", "also", reference], ""), "find": (["find", "maija"], ""),
            "client show": (
                ["client", "show", reference, "--code", reference, "--said-name", "maija meikalainen"], ""
            ),
            "client set": (["client", "set", reference, "--messages", "none"], ""),
            "client join": (["client", "join", reference, "1"], ""),
            "timetable close": (["timetable", "close"] + aino + day, ""),
            "timetable change": (["timetable", "change", "--method", "phone"] + aino + day, ""),
            "timetable shift": (["timetable", "shift", "--to", "2099-12-01T12:00"] + aino + day, ""),
            "timetable copy": (["timetable", "copy", "--week", "2099-12-01", "--to", "2099-12-08"] + aino, ""),
            "worker add": (
                [
                    "worker", "add", "uusi", "--name", "Uusi", "--service-task", "families", "--municipality",
                    "Joensuu",
                ], ""
            ),
            "worker set": (["worker", "set", "aino", "--team", "etelä"], ""),
            "timetable open": (["timetable", "open", "--at", "2099-12-03T09:00"] + aino, ""),
            "timetable template": (
                ["timetable", "template"] + aino + day, "tue 09:00-10:00 advice-families phone\n"
            ),
            "timetable absence": (["timetable", "absence", "--reason", "loma"] + aino + day, ""),
            "timetable leave": (["timetable", "leave", "--from", "2099-12-01"] + aino, ""),
            "timetable handover": (["timetable", "handover"] + aino + day, ""),
            "timetable list": (["timetable", "list"], ""),
            "right grant": (
                [
                    "right", "grant", "--appointment-type", "advice-families", "--name", "Maija Meikäläinen",
                    "--expires", "2099-12-31",
                ] + aino + phone, ""
            ),
            "right list": (["right", "list"], ""), "right withdraw": (["right", "withdraw", right], ""),
            "right send": (["right", "send", right], ""),
            "messages due": (["messages", "due", "--until", "2099-12-31"], ""),
            "messages send": (["messages", "send", "--sendmail", "/bin/true"], ""),
            "messages write": (["messages", "write", reference, "--text", "Tervetuloa"], ""),
            "report bookings": (["report", "bookings"] + period, ""),
            "report contacts": (["report", "contacts"] + period, ""),
            "report waiting": (["report", "waiting"] + period, ""),
            "report workload": (["report", "workload"] + period, ""),
            "staff set": (["staff", "set", "johto", "--role", "supervisor", "--role", "professional"], ""),
            "staff reset": (["staff", "reset", "johto", "--reason", "unohtui"], ""),
            "report journeys": (["report", "journeys"] + period, ""), "match": (["match"], "En jaksa\n"),
            "content check": (["content", "check"], ""), "content paths": (["content", "paths"], ""),
            "content tree": (["content", "tree"], ""), "content try": (["content", "try"], ""),
            "content stories": (["content", "stories"], ""),
            "content diff": (["content", "diff", KartoitinProgram.content, KartoitinProgram.content], ""),
            "content state": (["content", "state"], ""),
            "content use": (["content", "use", fixture.path("Content"), "--content", fixture.path("Used")], ""),
            "store create": (["store", "create", "--store", fixture.path("new.sqlite")], ""),
            "store check": (["store", "check"], ""), "doctor": (["doctor"], ""),
            "arrangements": (["arrangements"] + period, ""),
            "log of-client": (["log", "of-client", reference], ""),
            "log of-user": (["log", "of-user", "aino"] + period, ""),
            "store purge": (["store", "purge"], ""),
            "store client": (["store", "client", reference, "--purpose", "asiakkaan pyyntö"], ""),
            "store erase": (["store", "erase", reference], ""), "store migrate": (["store", "migrate"], ""),
            "store backup": (["store", "backup", fixture.path("backup.sqlite")], ""),
            "store copy": (["store", "copy", "--to", fixture.path("copy.sqlite")], ""),
            "service-unit": (["service-unit", "kiosk"], ""),
        ]
    }

    /// The commands as the help lists them, without their operands.
    private func listed() throws -> [String] {
        let help = try fixture.call(["--help"]).output
        return help.split(separator: "\n").prefix { !$0.hasPrefix("  --") }.filter { $0.hasPrefix("  ") }.map {
            line in
            let words = line.dropFirst(2).split(separator: "  ")[0].split(separator: " ")
            return words.prefix { !$0.hasPrefix("[") && !$0.contains("|") && !$0.contains(where: \.isUppercase) }
                .joined(separator: " ")
        }
    }

    @Test("No command is lost, none has the name of another, and the help lists them all")
    func exactly() throws {
        let names = Command.all.map(\.name)
        #expect(calls.keys.filter { !names.contains($0) } == [])
        #expect(Set(names).count == names.count)
        #expect(try listed() == names)
    }

    @Test(
        "Of a description a command shows a professional their own, and the log keeps it",
        arguments: Command.all.map(\.name))
    func walk(command: String) throws {
        let name = command.split(separator: " ").map(String.init)
        let call = calls[command] ?? (words: name, input: "")
        try restore()
        let help = try fixture.call(name + ["--help"])
        try #require(help.code == 0)
        let signsIn = help.output.contains("\n  --as ID")
        for user in signsIn ? ["puhelin", "aino", "eero", "johto", "paa"] : [nil] {
            let told = user.map { "\(command) as \($0)" } ?? command
            try restore()
            let ended = try fixture.call(call.words + (user.map(fixture.signIn) ?? []), input: call.input)
            #expect(ended.code != 64, "\(told): \(ended.error); add what it needs to the calls of this suite")
            if command == "kiosk" { #expect(ended.output.contains("You have an appointment")) }
            let isShown = (ended.output + ended.error).contains(Self.marker)
            if told == "store client as aino" { #expect(isShown) }
            guard isShown else { continue }
            #expect(user == "aino", "\(told)")
            #expect(try fixture.stored("SELECT data FROM access_log WHERE is_refused = 0") != [], "\(told)")
        }
    }
}
