import Foundation
import Testing

@Suite("log of-client and log of-user")
struct AccessLogCommandTests {
    private let fixture: CommandFixture
    private let reference: String
    private let provider = "Wellbeing services county of North Karelia"

    init() throws {
        fixture = try CommandFixture(languages: ["fi", "sv", "en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T10:00")
        reference = try fixture.book(at: "2099-12-01T09:00")
        let other = try fixture.book(
            at: "2099-12-01T09:15", ["--name": "Toinen Testinen", "--phone": "050 765 4321"])
        try fixture.addStaff()
        for (line, booking) in [
            ("1764572400, 'aino', 'Aino Esimerkki', 'meeting', 'description', 0", reference),
            ("1764573000, 'eero', 'Eero Esimerkki', 'sijaisuus', 'read-description', 1", reference),
            ("1764573300, 'aino', 'Aino Esimerkki', 'toisen asia', 'description', 0", other),
        ] {
            let parts = line.split(separator: ", ").map(String.init)
            try fixture.sql(
                """
                INSERT INTO access_log (at, user_id, user_name, purpose, data, provider, booking, is_refused)
                SELECT \(parts[0...4].joined(separator: ", ")), 'Esimerkkialue', id, \(parts[5]) FROM booking
                WHERE reference = '\(booking.replacing("-", with: ""))'
                """)
        }
    }

    private func log(_ words: String..., as user: String = "paa") throws -> ProgramResult {
        try fixture.call(as: user, ["log"] + words)
    }

    @Test("Of a client: what was used, whose data it is, by whom, why and when; refused tries are marked")
    func ofClient() throws {
        let table = try log("of-client", reference, "--format", "csv")
        #expect(table.code == 0)
        let lines = table.output.split(separator: "\n").map(String.init)
        #expect(
            lines.prefix(3) == [
                "time,userID,userName,data,purpose,provider,reference,refused",
                "2025-12-01T09:00:00+02:00,aino,Aino Esimerkki,description,meeting,Esimerkkialue,\(reference),",
                "2025-12-01T09:10:00+02:00,eero,Eero Esimerkki,read-description,sijaisuus,Esimerkkialue,\(reference),refused",
            ])
        // That the log is read stands in the log.
        #expect(lines.count == 4)
        #expect(lines[3].contains(",paa,Paa Esimerkki,access-log,access-log,"))
        let rows = try log("of-client", reference, "--format", "json").json()["log"] as? [[String: Any]]
        #expect(rows?.count == 4)
        #expect(rows?[1]["refused"] as? Bool == true)
        #expect(rows?[1]["userID"] as? String == "eero")
    }

    @Test("A booking that the phone service makes by command leaves the consent that was said aloud")
    func consent() throws {
        let client = ["--name": "Kolmas Testinen", "--phone": "040 765 4321"]
        let made = try fixture.call(as: "puhelin", CommandFixture.booking(at: "2099-12-01T09:30", client))
        let reference = try #require(try made.json()["reference"] as? String)
        let rows = try log("of-client", reference, "--format", "json").json()["log"] as? [[String: Any]]
        #expect(rows?.map { $0["data"] as? String } == ["consent", "access-log"])
        #expect(rows?.first?["purpose"] as? String == "said aloud")
        #expect(rows?.first?["userID"] as? String == "puhelin")
        for (language, told) in [
            (
                "fi",
                "Puhelin Esimerkki merkitsi muistiin, että annoit suullisesti luvan tallentaa tietosi. Syy: asiasi hoitaminen."
            ),
            (
                "sv",
                "Puhelin Esimerkki antecknade att du muntligt sade ja till att dina uppgifter sparas. Orsak: för att sköta ditt ärende."
            ),
            (
                "en",
                "Puhelin Esimerkki noted that you said yes to your data being kept. Reason: to take care of your matter."
            ),
        ] {
            let extract = try log("of-client", reference, "--extract", "--language", language).output
            #expect(extract.contains(": \(told)\n"), "\(extract)")
            #expect(!extract.contains("said aloud"))
        }
    }

    @Test("Of a user: only theirs, only of the period, of every client")
    func ofUser() throws {
        let ended = try log("of-user", "aino", "--from", "2025-12-01", "--until", "2025-12-01", "--format", "json")
        let rows = try #require(try ended.json()["log"] as? [[String: Any]])
        #expect(rows.map { $0["purpose"] as? String } == ["meeting", "toisen asia"])
        let none = try log("of-user", "aino", "--from", "2025-12-02", "--until", "2025-12-02")
        #expect(
            none
                == ProgramResult(
                    code: 0, output: "time  userID  userName  data  purpose  provider  reference  refused\n"))
    }

    @Test(
        "The client's own extract says in plain words who used what, when and why",
        arguments: [
            (
                "fi", "Pohjois-Karjalan hyvinvointialue",
                [
                    "Kuka on käyttänyt tietojasi",
                    "- maanantaina 1. joulukuuta 2025 klo 9.00: Aino Esimerkki luki, mitä kerroit tilanteestasi. "
                        + "Syy: tapaaminen kanssasi.",
                    "- maanantaina 1. joulukuuta 2025 klo 9.10: Eero Esimerkki yritti käyttää tietojasi, mutta hänellä "
                        + "ei ollut siihen lupaa. Ohjelma esti sen. Syy: sijaisuus.",
                ]
            ),
            (
                "sv", "Norra Karelens välfärdsområde",
                [
                    "Vem har använt dina uppgifter",
                    "- måndag 1 december 2025 kl. 9.00: Aino Esimerkki läste det du berättade om din situation. "
                        + "Orsak: mötet med dig.",
                    "- måndag 1 december 2025 kl. 9.10: Eero Esimerkki försökte använda dina uppgifter men fick inte "
                        + "göra det. Programmet stoppade det. Orsak: sijaisuus.",
                ]
            ),
            (
                "en", "Wellbeing services county of North Karelia",
                [
                    "Who has used your data",
                    "- Monday, 1 December 2025 at 09:00: Aino Esimerkki read what you told us about your situation. "
                        + "Reason: the meeting with you.",
                    "- Monday, 1 December 2025 at 09:10: Eero Esimerkki tried to use your data but was not allowed "
                        + "to. The program stopped it. Reason: sijaisuus.",
                ]
            ),
        ])
    func extract(language: String, provider: String, told: [String]) throws {
        let ended = try log("of-client", reference, "--extract", "--language", language)
        #expect(ended.code == 0)
        let lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect([lines[0], lines[4], lines[5]] == told)
        #expect(lines[1] == provider)
        // Neither another client's lines nor anybody's id.
        for text in ["toisen asia", "09.15", "eero", "paa:", "050"] { #expect(!ended.output.contains(text)) }
        let json = try log("of-client", reference, "--extract", "--language", language, "--format", "json").json()
        #expect(json["title"] as? String == told[0])
        let rows = try #require(json["lines"] as? [[String: Any]])
        #expect(rows[0]["sentence"] as? String == String(told[1].dropFirst(2)))
        #expect(rows[1]["refused"] as? Bool == true)
        #expect(rows[0].keys.sorted() == ["refused", "sentence", "times", "what", "who", "why"])
    }

    @Test("Every kind of data that is logged has a sentence of its own")
    func everyKind() throws {
        for data in ["booking", "arrangements", "advice", "rights", "all", "consent", "erasure", "something-newer"] {
            try fixture.sql(
                """
                INSERT INTO access_log (at, user_id, user_name, purpose, data, provider, booking, is_refused)
                SELECT 1764572400, 'aino', 'Aino', '\(data)', '\(data)', '', id, 0 FROM booking
                WHERE client_name = 'Maija Meikäläinen'
                """)
        }
        for language in ["fi", "sv", "en"] {
            let ended = try log("of-client", reference, "--extract", "--language", language)
            let said = ended.output.split(separator: "\n").filter { $0.contains(": Aino ") }.map {
                $0.drop { $0 != ":" }
            }
            // These, and the reading of the description.
            #expect(Set(said).count == 9, "\(ended.output)")
        }
    }

    @Test("Only a main user reads the log, and what is wrong is told")
    func refused() throws {
        let period = ["--from", "2025-12-01", "--until", "2025-12-02"]
        for user in ["puhelin", "aino", "johto"] {
            #expect(try log("of-client", reference, as: user).code == 77)
            #expect(try fixture.call(as: user, ["log", "of-user", "aino"] + period).code == 77)
        }
        #expect(
            try fixture.stored("SELECT user_id FROM access_log WHERE data = 'read-log' AND is_refused = 1")
                == ["puhelin", "puhelin", "aino", "aino", "johto", "johto"])
        #expect(
            try log("of-client", "2222-2222")
                == ProgramResult(code: 65, error: "kartoitin: no booking has this reference; check it\n"))
        #expect(
            try fixture.call(as: "paa", ["log", "of-user", "ainoo"] + period)
                == ProgramResult(
                    code: 65, error: "kartoitin: unknown account \"ainoo\"; see kartoitin staff list\n"))
        #expect(
            try log("of-client", reference, "--extract", "--format", "csv")
                == ProgramResult(
                    code: 64,
                    error: "kartoitin: an extract is text or json; leave --format out or say --format json\n"))
    }
}
