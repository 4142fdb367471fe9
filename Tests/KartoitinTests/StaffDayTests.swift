import Foundation
import TestValues
import Testing

/// What a working day asks of the core, by its commands: the data side of the acceptance stories of staff's desks.
@Suite("A working day by commands")
struct StaffDayTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture(languages: ["fi", "sv", "en"], isOnServer: true)
        try fixture.makeStore()
        for id in ["aino", "eero"] { try fixture.open(id, at: "2099-12-01T09:00", "--until", "2099-12-01T10:00") }
        try fixture.addStaff()
    }

    private func agent(_ words: String..., input: String = "") throws -> ProgramResult {
        try fixture.call(as: "puhelin", words, input: input)
    }

    private func aino(_ words: String...) throws -> ProgramResult { try fixture.call(as: "aino", words) }

    private func book(at time: String, _ changes: [String: String?] = [:], as user: String = "puhelin") throws
        -> String
    {
        let booked = try fixture.call(as: user, CommandFixture.booking(at: "2099-12-01T\(time)", changes))
        try #require(booked.code == 0, "\(booked.error)")
        return try #require(try booked.json()["reference"] as? String)
    }

    private func rows(_ result: ProgramResult, _ key: String) throws -> [[String: Any]] {
        try #require(result.code == 0, "\(result.error)")
        return try #require(try result.json()[key] as? [[String: Any]])
    }

    @Test("1: the page says that an agent wrote the words down, and what the agent remarks stands apart")
    func wordsBy() throws {
        let reference = try book(at: "09:00", ["--note": "kysyi isyysvapaasta", "--professional": "aino"])
        let page = try aino("description", reference, "--purpose", "valmistelu", "--language", "fi")
        #expect(page.output.contains("En jaksa."))
        #expect(try fixture.stored("SELECT words_by FROM description") == ["Puhelin Esimerkki"])
        #expect(try fixture.stored("SELECT note || note_by FROM booking") == ["kysyi isyysvapaastaPuhelin Esimerkki"])
    }

    @Test("2: times of one office from a day on, and no others")
    func office() throws {
        try fixture.prepareAs(
            "johto",
            ["timetable", "open", "--professional", "eero", "--at", "2099-12-09T09:00", "--municipality", "Kitee"])
        let free = try rows(
            agent("slots", "--municipality", "Kitee", "--from", "9.12.2099", "--format", "json"), "slots")
        #expect(free.map { $0["start"] as? String } == ["2099-12-09T09:00:00+02:00"])
        #expect(free.map { $0["municipality"] as? String } == ["260"])
        #expect(
            try agent("slots", "--municipality", "Lieksa", "--format", "csv").output.split(separator: "\n").count == 1
        )
    }

    @Test("3: for a child with an interpreter: the long time, the child on the page, the interpreter to be ordered")
    func onBehalf() throws {
        let booked = try fixture.call(
            as: "puhelin",
            CommandFixture.booking(
                at: "2099-12-01T09:00",
                [
                    "--method": "office", "--municipality": "Joensuu", "--professional": "eero",
                    "--interpreter": "somali", "--on-behalf": "Oona Virtanen", "--born": "2019",
                ]))
        #expect(try booked.json()["minutes"] as? Int == 30, "\(booked.error)")
        let reference = try #require(try booked.json()["reference"] as? String)
        let page = try fixture.call(
            as: "eero", ["description", reference, "--purpose", "valmistelu", "--language", "fi"])
        #expect(page.output.contains("\nKenen asia\n  Kenen asia: Oona Virtanen, s. 2019, "), "\(page.output)")
        #expect(page.output.contains("\n99 Huomautukset\n  TULKKI: somali\n"))
        let needed = try rows(
            agent("arrangements", "--from", "2099-12-01", "--until", "2099-12-01", "--format", "json"), "arrangements"
        )
        #expect(needed.map { $0["interpreter"] as? String } == ["somali"])
    }

    @Test("4: a caller who wants Swedish is given the worker who serves in it, at whatever time both are free")
    func swedish() throws {
        try fixture.sql("UPDATE professional SET languages = ' fi ' WHERE id = 'aino'")
        try fixture.sql("UPDATE professional SET languages = ' fi sv ' WHERE id = 'eero'")
        for time in ["09:00", "09:15", "09:30"] {
            let booked = try fixture.call(
                as: "puhelin", CommandFixture.booking(at: "2099-12-01T\(time)", ["--meeting-language": "sv"]))
            #expect(try booked.json()["professional"] as? String == "eero", "\(booked.error)")
        }
    }

    @Test("5: a worker's name gives the worker; a client's name only that there is somebody")
    func find() throws {
        _ = try book(at: "09:00", ["--name": "Kirsi Virtanen"])
        let worker = try rows(agent("find", "aino esimerkki", "--format", "json"), "found")
        #expect(worker.map { $0["kind"] as? String } == ["worker"])
        let client = try agent("find", "kirsi wirtannen")
        #expect(client.output.contains("client  1   Kirsi Virtanen"))
        for secret in ["040", "2099", "aino", "eero"] { #expect(!client.output.contains(secret)) }
        #expect(try fixture.stored("SELECT scope FROM access_log WHERE scope IS NOT NULL") == ["search"])
    }

    @Test(
        "6: why nobody called: the meeting that is over is found by name, number and day, with its worker and no mark"
    )
    func nobodyCalled() throws {
        let reference = try book(
            at: "09:00", ["--professional": "aino", "--name": "Kirsi Virtanen", "--phone": "045 613 7688"])
        // 3 November 2026 at 9.
        try fixture.sql(
            "UPDATE slot SET start = 1793689200, finish = 1793690100 WHERE professional = 'aino' AND booked = 1")
        let shown = try agent(
            "client", "show", "1", "--said-name", "Kirsi Virtanen", "--said-phone", "045 613 7688", "--said-day",
            "3.11.2026", "--format", "json")
        let past = try #require(try rows(shown, "bookings").first)
        #expect(past["reference"] as? String == reference && past["professional"] as? String == "aino")
        #expect(past["start"] as? String == "2026-11-03T09:00:00+02:00" && past["attendance"] == nil)
    }

    @Test("7: a move keeps the worker; where only another is free that is said before anything is done")
    func move() throws {
        let reference = try book(at: "09:00", ["--professional": "aino"])
        let by = ["--by", "phone-service", "--reason", "sopii paremmin"]
        let moved = try fixture.call(
            as: "puhelin", ["booking", "move", reference, "--at", "2099-12-01T09:15", "--format", "json"] + by)
        #expect(try moved.json()["professional"] as? String == "aino")
        _ = try book(at: "09:30", ["--professional": "aino", "--name": "Toinen", "--phone": "050 765 4321"])
        let refused = try fixture.call(
            as: "puhelin", ["booking", "move", reference, "--at", "2099-12-01T09:30"] + by)
        #expect(
            refused.code == 75
                && refused.error.contains(
                    "whom the client meets is not free then, eero Esimerkki is; add --professional eero, or choose "
                        + "another time")
        )
        let agreed = try fixture.call(
            as: "puhelin",
            ["booking", "move", reference, "--at", "2099-12-01T09:30", "--professional", "eero", "--format", "json"]
                + by)
        #expect(try agreed.json()["professional"] as? String == "eero", "\(agreed.error)")
    }

    @Test("8: cancelled and taken back: the time is kept meanwhile, and the booking is as it was")
    func undo() throws {
        let reference = try book(at: "09:00", ["--professional": "aino"])
        let cancelled = try agent("booking", "cancel", reference, "--by", "phone-service", "--reason", "erehdys")
        #expect(cancelled.code == 0, "\(cancelled.error)")
        #expect(
            try fixture.stored(
                "SELECT kind FROM message WHERE due <= \(Int(Date().timeIntervalSince1970)) AND withdrawn_at IS NULL")
                == [])
        let back = try agent("booking", "undo", reference, "--format", "json")
        #expect(try back.json()["status"] as? String == "booked", "\(back.error)")
        let again = try agent("booking", "undo", reference)
        #expect(
            again
                == ProgramResult(code: 65, error: "kartoitin: \"undone\" cannot be undone; do the opposite instead\n")
        )
    }

    @Test(
        "9, 11: lost code and a new number: shown by name, number and day; two messages back, one to the new number")
    func number() throws {
        _ = try book(at: "09:00", ["--name": "Kirsi Virtanen", "--phone": "045 613 7688"])
        let shown = try agent(
            "client", "show", "1", "--said-name", "kirsi virtanen", "--said-phone", "045 613 7688", "--said-day",
            "2099-12-01")
        #expect(shown.code == 0 && shown.output.contains("Kirsi Virtanen"), "\(shown.error)")
        let set = try agent("client", "set", "1", "--phone", "045 613 7689")
        #expect(set.code == 0)
        #expect(
            set.error.contains(
                "changed: phone; coming bookings: 1, booking rights: 0, messages taken back: 3, new confirmations: 1\n"
            ))
        #expect(
            try fixture.stored("SELECT DISTINCT recipient FROM message WHERE withdrawn_at IS NULL") == [
                "+358456137689"
            ])
        let log = try rows(
            fixture.call(as: "paa", ["log", "changes", "--client", "1", "--format", "json"]), "changes")
        #expect(log.last?["deed"] as? String == "corrected" && log.last?["userID"] as? String == "puhelin")
        #expect(log.last?["fields"] as? [String] == ["phone"])
        #expect(try agent("client", "set", "1", "--phone", "045 613 7689").code == 65)
    }

    @Test("10: who does not show who they are is told nothing, and each try is in the log")
    func identity() throws {
        let reference = try book(at: "09:00", ["--name": "Kirsi Virtanen", "--phone": "045 613 7688"])
        for said in [
            [], ["--said-name", "Kirsi Virtanen"], ["--said-name", "Kirsi Virtanen", "--said-phone", "045 613 7688"],
            ["--said-name", "Kirsi Virtanen", "--said-phone", "045 613 7688", "--said-day", "2099-12-02"],
            ["--code", reference],
        ] {
            let refused = try fixture.call(as: "puhelin", ["client", "show", "1"] + said)
            #expect(refused.code == 77 && refused.output.isEmpty, "\(said)")
            for secret in ["09:00", "2099", "aino", "Joensuu"] { #expect(!refused.error.contains(secret)) }
        }
        #expect(try fixture.stored("SELECT deed FROM change WHERE deed = 'identity-failed'").count == 5)
        // Non-disclosure for safety: name, number and day are not enough, code and name are.
        _ = try agent("client", "set", "1", "--protected", "yes")
        let known = ["--said-name", "Kirsi Virtanen", "--said-phone", "045 613 7688", "--said-day", "2099-12-01"]
        #expect(try fixture.call(as: "puhelin", ["client", "show", "1"] + known).code == 77)
        #expect(
            try agent("client", "show", "1", "--code", reference, "--said-name", "kirsi virtanen").code == 0)
    }

    @Test("17: what was done since, and by whom")
    func news() throws {
        let reference = try book(at: "09:00", ["--professional": "aino"])
        _ = try agent("booking", "cancel", reference, "--by", "client", "--phone", "040 123 4567")
        _ = try agent("booking", "cancel", reference, "--by", "phone-service", "--reason", "soitti")
        let news = try rows(
            aino("booking", "list", "--professional", "aino", "--changed-since", "today", "--format", "json"),
            "changes")
        let deeds = news.filter { $0["reference"] as? String == reference }
        #expect(deeds.map { $0["deed"] as? String } == ["booked", "cancelled"])
        #expect(deeds.allSatisfy { $0["userID"] as? String == "puhelin" })
    }

    @Test("18, 28: marked, one taken back, none before it began; the unit's sums follow")
    func marks() throws {
        let first = try book(at: "09:00", ["--professional": "aino"])
        let second = try book(at: "09:15", ["--professional": "aino", "--name": "Toinen"])
        let early = try aino("booking", "attendance", first, "met")
        #expect(
            early == ProgramResult(code: 77, error: "kartoitin: this meeting has not begun; mark it when it has\n"))
        let twoDaysAgo = (Int(Date().timeIntervalSince1970) / 86400 - 2) * 86400
        try fixture.sql(
            """
            UPDATE slot SET start = \(twoDaysAgo) + (start % 86400), finish = \(twoDaysAgo) + (finish % 86400)
            WHERE professional = 'aino'
            """)
        #expect(try aino("booking", "attendance", first, "met").code == 0)
        #expect(try aino("booking", "attendance", second, "no-show").code == 0)
        #expect(try aino("booking", "attendance", second, "none").code == 0)
        #expect(try fixture.stored("SELECT coalesce(attendance, '-') FROM booking ORDER BY id") == ["met", "-"])
        let period = ["--from", "2020-01-01", "--until", "today", "--format", "json"]
        let report = try rows(fixture.call(as: "johto", ["report", "workload"] + period), "workload")
        let aino = try #require(report.first { $0["id"] as? String == "aino" })
        let numbers = ["opened", "booked", "free", "met", "noShows", "unmarked"].map { aino[$0] as? Int }
        #expect(numbers == [4, 2, 2, 1, 0, 1])
        #expect(report.last?["row"] as? String == "total" && report.last?["met"] as? Int == 1)
        let unmarked = try rows(
            fixture.call(
                as: "aino",
                [
                    "booking", "list", "--professional", "aino", "--unmarked", "--from", "2020-01-01", "--until",
                    "today", "--format", "json",
                ]),
            "bookings")
        #expect(unmarked.map { $0["reference"] as? String } == [second])
    }

    @Test(
        "19: a new meeting to be read: when and how, whom to reach, what to arrange, then the words with whose they are"
    )
    func page() throws {
        let reference = try book(
            at: "09:00",
            ["--professional": "aino", "--accessibility": "pyörätuoli", "--hope": "apua iltoihin", "--note": "itki"])
        let page = try aino("description", reference, "--purpose", "valmistelu", "--language", "fi").output
        let headings = page.split(separator: "\n").filter { !$0.hasPrefix("  ") }
        #expect(
            headings == [
                "Tilannekuvaus \(reference)", "Varaustunnus", "19 Tila", "86 Aika", "71 Palvelu", "72 Asiointitapa",
                "73 Varaustuote", "75 Ammattihenkilö", "Asiakas", "83 Yhteystiedot", "Yhteydenotto",
                "99 Huomautukset",
                "76 Palvelutarve", "Omin sanoin, kirjasi Puhelin Esimerkki",
                "Huomautus, kirjoittanut Puhelin Esimerkki",
                "Toivoo", "100 Ohjeet", "Tulostanut",
            ])
    }

    @Test("20: the next time for the client in the room, by their record, without a description and over their limit")
    func nextTime() throws {
        try fixture.writeServices(["open-per-phone 1"], to: fixture.folder.appending(path: "Content"))
        let first = try book(at: "09:00", ["--professional": "aino"])
        let words = [
            "book", "--client", first, "--service-task", "families", "--at", "2099-12-01T09:15", "--method", "phone",
            "--professional", "aino", "--consent", "--format", "json",
        ]
        let next = try fixture.call(as: "aino", words)
        #expect(next.code == 0, "\(next.error)")
        #expect(try fixture.stored("SELECT DISTINCT client FROM booking") == ["1"])
    }

    @Test("21: two workers of two tasks, three times: both timetables or none")
    func pairAcrossTasks() throws {
        let days = ["2099-12-01", "2099-12-08", "2099-12-15"]
        for day in days.dropFirst() {
            try fixture.prepareAs("johto", ["timetable", "open", "--professional", "aino", "--at", "\(day)T09:00"])
        }
        for day in days {
            let impi = ["timetable", "open", "--professional", "impi", "--at", "\(day)T09:00"]
            let details = ["--name", "Impi Saari", "--service-task", "disability", "--municipality", "167"]
            try fixture.prepareAs("johto", impi + (day == days[0] ? details : []))
        }
        let words =
            CommandFixture.booking(
                at: "2099-12-01T09:00", ["--times": "3", "--professional": nil]) + [
                "--professional", "aino", "--professional", "impi",
            ]
        let booked = try fixture.call(as: "aino", words)
        #expect(booked.code == 0, "\(booked.error)")
        #expect(try fixture.stored("SELECT count(*) FROM booking WHERE status = 'booked'") == ["6"])
        #expect(
            try fixture.stored("SELECT DISTINCT task FROM slot JOIN booking ON booking.slot = slot.id ORDER BY task")
                == ["disability", "families"])
        let again = try fixture.call(as: "aino", words)
        #expect(again.code == 75)
        #expect(try fixture.stored("SELECT count(*) FROM booking WHERE status = 'booked'") == ["6"])
    }

    @Test("22: a second person has a code and messages of their own; a move tells both")
    func secondPerson() throws {
        let reference = try book(at: "09:00", ["--professional": "aino"])
        let also = try rows(
            aino("booking", "also", reference, "--name", "Pekka Salo", "--phone", "040 765 4321", "--format", "json"),
            "parties")
        #expect(also.count == 1 && also[0]["code"] as? String != reference)
        _ = try aino(
            "booking", "move", reference, "--at", "2099-12-01T09:15", "--by", "professional", "--reason", "kokous")
        #expect(
            try fixture.stored(
                "SELECT DISTINCT recipient FROM message WHERE withdrawn_at IS NULL AND kind = 'change' ORDER BY 1")
                == ["+358401234567", "+358407654321"])
    }

    @Test(
        "24: an interpreter remembered afterwards: nothing is cancelled, the length is warned of, somebody orders one"
    )
    func interpreterAfterwards() throws {
        let reference = try book(at: "09:00", ["--professional": "aino"])
        let set = try aino("client", "set", reference, "--interpreter", "somali")
        #expect(set.code == 0)
        #expect(
            set.error.contains(
                "\(reference) has 15 minutes; with an interpreter 30 are needed: move it with kartoitin booking move\n"
            ))
        let needed = try rows(
            agent("arrangements", "--from", "2099-12-01", "--until", "2099-12-01", "--format", "json"), "arrangements"
        )
        #expect(needed.map { $0["reference"] as? String } == [reference])
        #expect(needed.map { $0["interpreter"] as? String } == ["somali"])
        let news = try rows(
            fixture.call(as: "paa", ["log", "changes", "--client", "1", "--format", "json"]), "changes")
        #expect(news.map { $0["deed"] as? String } == ["booked", "corrected"])
        #expect(try fixture.stored("SELECT kind FROM message WHERE kind = 'cancellation'") == [])
    }

    @Test("25: closed and retyped: booked ones are listed and untouched, free ones are in Kitee")
    func calendar() throws {
        _ = try book(at: "09:00", ["--professional": "aino"])
        let period = ["--from", "2099-12-01T09:00", "--until", "2099-12-01T09:30", "--format", "json"]
        let closed = try rows(
            fixture.call(as: "aino", ["timetable", "close", "--professional", "aino"] + period), "times")
        #expect(closed.map { $0["result"] as? String } == ["kept, booked", "closed"])
        let rest = ["--from", "2099-12-01T09:30", "--until", "2099-12-01T10:00", "--format", "json"]
        let changed = try rows(
            fixture.call(
                as: "aino",
                ["timetable", "change", "--professional", "aino", "--method", "office", "--municipality", "Kitee"]
                    + rest),
            "times")
        #expect(
            changed.filter { $0["result"] as? String == "opened" }.allSatisfy {
                $0["municipality"] as? String == "260"
            })
        #expect(
            try fixture.stored(
                "SELECT municipality || methods FROM slot WHERE professional = 'aino' AND booked = 0 AND closed_at IS NULL"
            )
                == ["2604", "2604"])
        let opened = try aino("timetable", "open", "--professional", "aino", "--at", "2099-12-01T09:15")
        #expect(opened.code == 0, "what was closed can be opened anew: \(opened.error)")
    }

    @Test("26: a template replaces what is free from a day on, and says kept, opened, closed and left over")
    func template() throws {
        _ = try book(at: "09:45", ["--professional": "aino"])
        let done = try fixture.call(
            as: "aino",
            [
                "timetable", "template", "--professional", "aino", "--replace", "--from", "2099-12-01", "--until",
                "2099-12-08",
            ], input: "tue 09:00-09:30 advice-families phone,remote,office\n")
        #expect(done.code == 0)
        #expect(
            done.error.contains("kept: 2; opened: 2; closed: 1; booked outside the template: 1\n"), "\(done.error)")
    }

    @Test("27: ill: each goes to a colleague in the client's language and is told once; the absence is taken back")
    func ill() throws {
        try fixture.prepareAs(
            "johto",
            [
                "timetable", "open", "--professional", "impi", "--at", "2099-12-01T09:00", "--until",
                "2099-12-01T10:00", "--name", "Impi Saari", "--service-task", "families", "--municipality", "Joensuu",
                "--language-of-service", "sv",
            ])
        try fixture.edit(.languages("fi", "sv", of: "aino"), .languages("fi", of: "eero"))
        let swedish = try book(at: "09:00", ["--professional": "aino", "--meeting-language": "sv"])
        let finnish = try book(
            at: "09:15", ["--professional": "aino", "--name": "Toinen", "--phone": "040 765 4321"])
        let period = ["--professional", "aino", "--from", "2099-12-01", "--until", "2099-12-03"]
        let absent = try rows(
            fixture.call(as: "aino", ["timetable", "absence", "--reason", "sairas", "--format", "json"] + period),
            "bookings")
        #expect(absent.map { $0["reference"] as? String } == [swedish, finnish])
        let given = try rows(
            fixture.call(as: "johto", ["timetable", "handover", "--rest", "move", "--format", "json"] + period),
            "bookings")
        #expect(given.map { $0["professional"] as? String } == ["impi", "eero"])
        #expect(
            try fixture.stored(
                """
                SELECT recipient FROM message WHERE kind = 'handover' AND withdrawn_at IS NULL
                AND channel = 'sms' ORDER BY recipient
                """) == ["+358401234567", "+358407654321"])
        #expect(try fixture.call(as: "aino", ["timetable", "absence", "--take-back"] + period).code == 0)
        let free = try rows(
            agent("slots", "--professional", "aino", "--from", "2099-12-01", "--format", "json"), "slots")
        #expect(free.count == 4)
    }

    @Test(
        "29: a worker with Fridays elsewhere, another language and a second task; an option that would do nothing is refused"
    )
    func worker() throws {
        let set = try fixture.call(
            as: "johto",
            [
                "worker", "set", "aino", "--municipality", "fri Kitee", "--language-of-service", "sv",
                "--service-task",
                "families", "--service-task", "family-law", "--format", "json",
            ])
        #expect(set.code == 0, "\(set.error)")
        let worker = try #require(try set.json()["workers"] as? [[String: Any]] ?? [try set.json()])
        #expect(worker[0]["serviceTasks"] as? [String] == ["families", "family-law"])
        #expect(worker[0]["weekdays"] as? [String] == ["fri 260"])
        let friday = try fixture.call(
            as: "johto",
            ["timetable", "open", "--professional", "aino", "--at", "2099-12-04T09:00", "--format", "csv"])
        #expect(friday.output.contains(",260,"), "\(friday.output)\(friday.error)")
        let nothing = try fixture.call(
            as: "johto", ["timetable", "open", "--professional", "aino", "--at", "2099-12-04T10:00", "--team", "x"])
        #expect(
            nothing
                == ProgramResult(
                    code: 64,
                    error:
                        "kartoitin: --team would do nothing: aino is known already, with something else; "
                        + "use kartoitin worker set aino\n"))
        #expect(
            try fixture.stored("SELECT fields FROM change WHERE deed = 'worker' AND fields <> 'new'") == [
                "service-task municipality language"
            ])
    }

    @Test("30: a one-time password with a reason; the extract is one line a person, day and purpose")
    func resetAndExtract() throws {
        let reset = try fixture.call(as: "paa", ["staff", "reset", "eero", "--reason", "unohtui"])
        #expect(reset.code == 0, "\(reset.error)")
        try fixture.write(reset.output, to: "once", rights: 0o600)
        let signIn = ["--as", "eero", "--password-file", fixture.path("once")]
        let refused = try fixture.call(["booking", "list", "--professional", "eero"] + signIn)
        #expect(refused.code == 77)
        #expect(
            refused.error.contains("Paa Esimerkki gave you this password on")
                && refused.error.contains("because: unohtui"))
        try fixture.write("uusi pitka salasana\n", to: "own", rights: 0o600)
        #expect(
            try fixture.call(["staff", "password", "eero", "--new-password-file", fixture.path("own")] + signIn).code
                == 0)
        let own = ["--as", "eero", "--password-file", fixture.path("own")]
        #expect(try fixture.call(["booking", "list", "--professional", "eero"] + own).code == 0)

        let reference = try book(at: "09:00", ["--professional": "aino"])
        for _ in 0..<3 {
            _ = try aino("booking", "list", "--professional", "aino", "--from", "2099-12-01", "--until", "2099-12-01")
        }
        _ = try aino("client", "set", reference, "--messages", "none")
        let extract = try fixture.call(as: "paa", ["log", "of-client", reference, "--extract", "--language", "fi"])
        let lines = extract.output.split(separator: "\n").filter { $0.hasPrefix("- ") }
        #expect(
            lines.count {
                $0.contains("Aino Esimerkki katsoi päivän aikataulua, jossa aikasi oli. Syy: tapaamisten valmistelu.")
            } == 1)
        #expect(lines.count { $0.contains("Aino Esimerkki korjasi tietojasi: viestit.") } == 1)
        #expect(!extract.output.contains("aino,") && !extract.output.contains("preparation"))
    }
}
