import Foundation
import Testing

/// Every command of the program against a store in which a description, its answers and a record of the advice hold one
/// word: whoever sees that word leaves a line in the log.
@Suite("No command shows a description without a line of the log")
struct EveryCommandTests {
    private let fixture: CommandFixture
    private let reference: String
    private let right: String
    private let marker = "MERKKISANA"
    private let kept: String

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
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
        try fixture.sql(
            """
            UPDATE description SET hope = '\(marker)';
            INSERT INTO described_answer (booking, position, question, options, asked, told)
            SELECT booking, 0, 'x', '', '\(marker)', '\(marker)' FROM description;
            INSERT INTO advice (booking, text, stored, shared, user_id, at)
            SELECT booking, '\(marker)', '\(marker)', '\(marker)', 'aino', 0 FROM description
            """)
        try fixture.addStaff()
        try fixture.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        kept = fixture.path("kept.sqlite")
        try FileManager.default.copyItem(atPath: fixture.store, toPath: kept)
    }

    /// What to type after a command, by its words as the help shows them, and what to answer it. Nil where it takes
    /// nothing.
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
            "messages due": (["messages", "due", "--until", "2099-12-31"], ""),
            "messages send": (["messages", "send", "--sendmail", "/bin/true"], ""),
            "messages write": (["messages", "write", reference, "--text", "Tervetuloa"], ""),
            "report bookings": (["report", "bookings"] + period, ""),
            "report contacts": (["report", "contacts"] + period, ""),
            "report waiting": (["report", "waiting"] + period, ""),
            "report journeys": (["report", "journeys"] + period, ""), "match": (["match"], "En jaksa\n"),
            "content check": (["content", "check"], ""), "content paths": (["content", "paths"], ""),
            "content tree": (["content", "tree"], ""), "content try": (["content", "try"], ""),
            "content stories": (["content", "stories"], ""),
            "content diff": (["content", "diff", KartoitinProgram.content, KartoitinProgram.content], ""),
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
            "service-unit kiosk|messages|purge|backup": (["service-unit", "kiosk"], ""),
        ]
    }

    /// The commands as the help lists them, without their operands.
    private func commands() throws -> [String] {
        let help = try fixture.prepare(["--help"]).output
        return help.split(separator: "\n").prefix { !$0.hasPrefix("  --") }.filter { $0.hasPrefix("  ") }.map {
            line in
            let name = line.dropFirst(2).prefix { $0 != "[" && !$0.isUppercase }
            return (name.range(of: "  ").map { name[..<$0.lowerBound] } ?? name).trimmingCharacters(in: .whitespaces)
        }
    }

    @Test("Every command is walked, by everybody who may sign in")
    func walk() throws {
        let commands = try commands()
        #expect(commands.count >= 45)
        var shown: [String] = []
        for command in commands {
            guard let call = calls[command] else {
                Issue.record("\"\(command)\" is not walked; add it to the calls of this test")
                continue
            }
            let help = try fixture.prepare(command.split(separator: " ").map(String.init) + ["--help"]).output
            let signsIn = help.contains("\n  --as ID")
            for user in signsIn ? ["puhelin", "aino", "eero", "johto", "paa"] : [nil] {
                let told = user.map { "\(command) as \($0)" } ?? command
                try FileManager.default.removeItem(atPath: fixture.store)
                try FileManager.default.copyItem(atPath: kept, toPath: fixture.store)
                let ended = try fixture.run(call.words + (user.map(fixture.signIn) ?? []), input: call.input)
                #expect(ended.code != 64, "\(told): \(ended.error)")
                if command == "kiosk" { #expect(ended.output.contains("You have a time")) }
                guard (ended.output + ended.error).contains(marker) else { continue }
                shown.append(told)
                #expect(try fixture.texts("SELECT data FROM access_log WHERE is_refused = 0") != [], "\(told)")
            }
        }
        #expect(shown.contains("store client as aino"))
        #expect(shown.allSatisfy { $0.hasSuffix(" as aino") }, "\(shown)")
    }
}
