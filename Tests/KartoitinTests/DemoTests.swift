import Foundation
import Testing

@Suite("demo")
struct DemoTests {
    let counter: Counter

    init() throws { counter = try Counter() }

    @Test("With an empty standard input it makes its store and ends")
    func emptyInput() throws {
        counter.environment["KARTOITIN_STORE"] = nil
        let ended = try counter.run(["demo"])
        #expect(ended.code == 0)
        #expect(ended.error == "")
        let store = counter.path(".local/state/kartoitin/demo.sqlite")
        #expect(try counter.prepare(["store", "check", "--store", store]).output == "\(store): no faults\n")
    }

    @Test("One account of each role and the professionals' are there, and none of them has a password")
    func accounts() throws {
        try counter.prepare(["demo"])
        let list = try counter.prepare(["staff", "list", "--format", "csv"]).output.split(separator: "\n").dropFirst()
        #expect(list.count == 15)
        #expect(list.allSatisfy { $0.hasPrefix("demo-") && $0.hasSuffix(",no-password") })
        for account in ["demo-phone,", "demo-supervisor,", "demo-main-user,", "demo-aino,"] {
            #expect(list.contains { $0.hasPrefix(account) }, "\(account)")
        }
        try counter.prepare(["demo"])
    }

    @Test("Every service task that may be booked has free times")
    func freeTimes() throws {
        try counter.prepare(["demo"])
        for task in ["families", "family-law", "working-age", "disability"] {
            for method in ["phone", "remote", "office"] {
                let options = ["--service-task", task, "--method", method, "--limit", "1", "--format", "csv"]
                #expect(try counter.prepare(["slots"] + options).output.split(separator: "\n").count == 2)
            }
        }
    }

    @Test("A second run finds the store again, keeps its bookings and adds nothing twice")
    func secondRun() throws {
        try counter.prepare(["demo"])
        let start = try #require(try counter.freeStarts().first)
        let first = try counter.timetable("free").first { $0["start"] as? String == start }
        let task = try #require(first?["serviceTask"] as? String)
        _ = try counter.book(at: start, ["--service-task": task])
        let before = try counter.prepare(["timetable", "list", "--format", "csv"])
        #expect(before.output.contains(",booked,\n"))
        #expect(try counter.run(["demo"]).code == 0)
        #expect(try counter.prepare(["timetable", "list", "--format", "csv"]) == before)
    }

    @Test("A real store is never made a demonstration", arguments: [["demo"], ["demo", "professional"]])
    func realStore(command: [String]) throws {
        try counter.makeStore()
        let told = "kartoitin: \(counter.store) is no demonstration; nothing was changed\n"
        #expect(try counter.run(command) == Ended(code: 77, error: told))
        #expect(try counter.timetable("free").isEmpty)
    }

    @Test(
        "The professional's desk opens on a demonstration only",
        arguments: [
            (
                "fi",
                """
                Tämä näkymä toimii vain esittelyn tiedoilla, kunnes työntekijöille on omat tunnukset. \
                Kirjoita: kartoitin demo professional
                """
            ),
            (
                "en",
                """
                This view works only with the demonstration's data until workers have accounts of their own. \
                Type: kartoitin demo professional
                """
            ),
        ])
    func professionalOfRealStore(language: String, told: String) throws {
        try counter.makeStore()
        #expect(
            try counter.run(["professional", "--language", language])
                == Ended(code: 77, error: "kartoitin: \(told)\n"))
    }

    @Test("A professional the store does not know is told")
    func unknownProfessional() throws {
        let told = #"kartoitin: the store knows no professional "nobody"; see kartoitin timetable list"# + "\n"
        #expect(
            try counter.run(["demo", "professional", "--professional", "nobody"]) == Ended(code: 65, error: told))
    }

    @Test("What was booked with every detail reaches the professional as it was given")
    func everyDetail() throws {
        try counter.prepare(["demo"])
        try counter.open("demo-aino", at: "2099-12-01T09:00", "--method", "remote")
        let changes = [
            "--method": "remote", "--municipality": "167", "--service": "home-help", "--email": "maija@example.fi",
            "--language": "sv", "--meeting-language": "fi", "--interpreter": "somali", "--sign-language": "",
            "--accessibility": "pyörätuoli", "--hope": "Lepoa", "--description": "-",
        ]
        let words = "Ensimmäinen rivi 😢\nToinen\u{1B}[2J rivi\n"
        let booked = try counter.prepare(Counter.booking(at: "2099-12-01T09:00", changes), input: words)
        let reference = try #require(try booked.json()["reference"] as? String)
        let page = """
            Tue 1 Dec at 09:00–09:15 · Maija Meikäläinen
            Remote: send a link, 040 123 4567, maija@example.fi
            Help at home for a family with children · Booking code \(reference)
            ! INTERPRETER: somali
            ! SIGN LANGUAGE INTERPRETER
            ! ARRANGEMENT: pyörätuoli
            ! Language: Suomi

            In their own words
              Ensimmäinen rivi 😢
              Toinen␛[2J rivi
            Hopes
              Lepoa
            The client has been told:
            """
        let read = try counter.run(
            ["professional", "--language", "en", "--professional", "demo-aino"], input: "\(reference)\n\n<\n")
        #expect(read.code == 0)
        #expect(read.output.contains(page), "\(read.output)")
    }
}
