import Foundation
import Testing

@Suite("demo")
struct DemoTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    @Test("With an empty standard input it makes its store and ends")
    func emptyInput() throws {
        fixture.environment["KARTOITIN_STORE"] = nil
        let ended = try fixture.run(["demo"])
        #expect(ended.code == 0)
        #expect(ended.error == "")
        let store = fixture.path(".local/state/kartoitin/demo.sqlite")
        #expect(try fixture.prepare(["store", "check", "--store", store]).output == "\(store): no faults\n")
    }

    @Test("One account of each role and the professionals' are there, and none of them has a password")
    func accounts() throws {
        try fixture.prepare(["demo"])
        let list = try fixture.prepare(["staff", "list", "--format", "csv"]).output.split(separator: "\n").dropFirst()
        #expect(list.count == 15)
        #expect(list.allSatisfy { $0.hasPrefix("demo-") && $0.hasSuffix(",no-password") })
        for account in ["demo-phone,", "demo-supervisor,", "demo-main-user,", "demo-aino,"] {
            #expect(list.contains { $0.hasPrefix(account) }, "\(account)")
        }
        try fixture.prepare(["demo"])
    }

    @Test("Every service task that may be booked has free times")
    func freeTimes() throws {
        try fixture.prepare(["demo"])
        for task in ["families", "family-law", "working-age", "disability"] {
            for method in ["phone", "remote", "office"] {
                let options = ["--service-task", task, "--method", method, "--limit", "1", "--format", "csv"]
                #expect(try fixture.prepare(["slots"] + options).output.split(separator: "\n").count == 2)
            }
        }
    }

    @Test("A second run finds the store again, keeps its bookings and adds nothing twice")
    func secondRun() throws {
        try fixture.prepare(["demo"])
        let start = try #require(try fixture.freeStarts().first)
        let first = try fixture.timetable("free").first { $0["start"] as? String == start }
        let task = try #require(first?["serviceTask"] as? String)
        _ = try fixture.book(at: start, ["--service-task": task])
        let before = try fixture.prepare(["timetable", "list", "--format", "csv"])
        #expect(before.output.contains(",booked,\n"))
        #expect(try fixture.run(["demo"]).code == 0)
        #expect(try fixture.prepare(["timetable", "list", "--format", "csv"]) == before)
    }

    @Test("A real store is never made a demonstration", arguments: [["demo"], ["demo", "professional"]])
    func realStore(command: [String]) throws {
        try fixture.makeStore()
        let told = "kartoitin: \(fixture.store) is no demonstration; nothing was changed\n"
        #expect(try fixture.run(command) == ProgramResult(code: 77, error: told))
        #expect(try fixture.timetable("free").isEmpty)
    }

    @Test("The professional's desk opens for nobody who has not signed in")
    func professionalWithoutSignIn() throws {
        try fixture.prepare(["demo"])
        let told = "nobody can sign in yet; set the main user's password with: kartoitin staff password main-user"
        #expect(try fixture.run(["professional"]) == ProgramResult(code: 77, error: "kartoitin: \(told)\n"))
    }

    @Test("A professional the store does not know is told")
    func unknownProfessional() throws {
        let told = #"kartoitin: unknown professional "nobody"; see kartoitin timetable list"# + "\n"
        #expect(
            try fixture.run(["demo", "professional", "--professional", "nobody"])
                == ProgramResult(code: 65, error: told))
    }

    @Test("What was booked with every detail reaches the professional as it was given")
    func everyDetail() throws {
        try fixture.prepare(["demo"])
        try fixture.prepare([
            "timetable", "open", "--professional", "demo-aino", "--at", "2099-12-01T09:00", "--method", "remote",
        ])
        let changes = [
            "--method": "remote", "--municipality": "167", "--service": "home-help", "--email": "maija@example.fi",
            "--language": "sv", "--meeting-language": "fi", "--interpreter": "somali", "--sign-language": "",
            "--ordinary-time": "",
            "--accessibility": "pyörätuoli", "--hope": "Lepoa", "--description": "-",
        ]
        let words = "Ensimmäinen rivi 😢\nToinen\u{1B}[2J rivi\n"
        let booked = try fixture.prepare(CommandFixture.booking(at: "2099-12-01T09:00", changes), input: words)
        let reference = try #require(try booked.json()["reference"] as? String)
        let page = """
            Tue 1 Dec at 09:00–09:15 · Maija Meikäläinen
            Remote: send a link, 040 123 4567, maija@example.fi
            Help at home for a family with children · Booking code \(reference)
            ! INTERPRETER: somali
            ! SIGN LANGUAGE INTERPRETER
            ! ARRANGEMENT: pyörätuoli
            ! Language: Suomi

            In their own words (Svenska)
              Ensimmäinen rivi 😢
              Toinen␛[2J rivi
            Hopes
              Lepoa
            The client has been told:
            """
        let read = try fixture.run(
            ["demo", "professional", "--language", "en", "--professional", "demo-aino"], input: "\(reference)\n\n<\n")
        #expect(read.code == 0)
        #expect(read.output.contains(page), "\(read.output)")
    }
}
