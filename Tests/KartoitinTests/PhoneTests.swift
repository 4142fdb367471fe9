import Foundation
import TestSupport
import TestValues
import Testing

@Suite("The phone service's desk, with the real content")
struct PhoneTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture()
        try fixture.prepare(["demo"])
    }

    /// From the search for `elatus` to the confirmed booking.
    private static let story = [
        "elatus", "1", "new", "yes", "1", "Maija Meikäläinen", "040 123 4567", "none", "Haluan tehdä sopimuksen.", "",
        "yes",
    ]

    private func call(_ lines: [String], _ options: String...) throws -> ProgramResult {
        try fixture.call(["demo", "phone"] + options, input: lines.joined(separator: "\n") + "\n")
    }

    @Test("From elatus to a confirmed booking in at most twelve inputs")
    func story() throws {
        #expect(Self.story.count <= 12)
        let ended = try call(Self.story)
        #expect(ended.code == 0)
        #expect(ended.error == "")
        #expect(ended.output.contains("Sano: ”Mikä on tilanne elatusavussa?”"))
        #expect(ended.output.contains("Sano: ”Aikasi on varattu.”"), "\(ended.output)")
        let line = try #require(ended.output.split(separator: "\n").first { $0.contains("varaustunnus merkki") })
        let reference = String(line.suffix(9))
        let shown = try fixture.prepare(["booking", "show", reference, "--phone", "0401234567", "--format", "json"])
        #expect(try shown.json()["serviceTask"] as? String == "family-law")
        // The desk ended with the call on the screen; the call was over all the same.
        #expect(!(try call(["0"]).output.contains("jäi kesken")))
    }

    @Test("What is found for elatus is shown with its free times, and whose matter it is")
    func found() throws {
        let output = try call(["elatus"]).output
        for text in ["1  Lapsen elatusapu\n     vapaa ", "Toinen vanhempi ei maksa → Kela\n     vapaa "] {
            #expect(output.contains(text), "\(output)")
        }
    }

    @Test("Child protection is found, and no free time is offered with it")
    func childProtection() throws {
        let output = try call(["lastensuojelu"]).output
        #expect(output.contains("Kerro huolesta lastensuojelulle\n"), "\(output)")
        #expect(!output.contains("vapaa "), "\(output)")
    }

    @Test(
        "The same words work in each language",
        arguments: [
            ("fi", "elatus", "Lapsen elatusapu"), ("sv", "underhåll", "underhåll"), ("en", "mainten", "maintenance"),
        ])
    func languages(language: String, typed: String, found: String) throws {
        let output = try call([typed], "--language", language).output
        let first = try #require(output.split(separator: "\n").first { $0.hasPrefix("  1  ") })
        #expect(first.lowercased().contains(found.lowercased()))
    }

    @Test("Calls are told apart from visits in the report")
    func report() throws {
        _ = try call(Self.story + ["", "home-help", "0", "0"])
        let days = ["--from", "2020-01-01", "--until", "2090-01-01"]
        let path = fixture.store
        let report = try fixture.prepare(["report", "journeys", "--store", path] + days)
        #expect(report.output.contains("call-booked  maintenance-agreement  1"), "\(report.output)")
        #expect(report.output.contains("call         family-children-age    1"), "\(report.output)")
    }

    @Test("A desk that is killed during a call offers it at the next start, and nothing is lost")
    func killed() throws {
        let first = try terminal()
        for line in Self.story.prefix(9) {
            first.expect("> ")
            first.send(line + "\r")
        }
        first.expect("> ")
        first.send("Tämä rivi jää ke")
        first.signal(SIGKILL)
        #expect(first.exitStatus() == 128 + SIGKILL)

        let next = try terminal()
        next.expect("Edellinen puhelu jäi kesken: Maija Meikäläinen")
        next.expect("> ")
        next.send("take\r")
        next.expect("Haluan tehdä sopimuksen.")
        next.expect("> ")
        next.send("\r")
        next.expect("Maija Meikäläinen   040 123 4567")
        next.expect("> ")
        next.send("yes\r")
        next.expect("Aikasi on varattu.")
        next.expect("> ")
        next.send("\r")
        next.expect("Haku:")
        next.expect("> ")
        next.send("0\r")
        #expect(next.exitStatus() == 0)
    }

    @Test("Tab completes a service's name, and the arrows bring nothing of a client's back")
    func keys() throws {
        let terminal = try terminal()
        terminal.expect("> ")
        terminal.send("Lapsen el\t")
        terminal.expect("atusapu")
        terminal.send("\r")
        terminal.expect("Valitse numero")
        terminal.expect("> ")
        terminal.send("\u{1B}[A\u{10}")
        terminal.collect(seconds: 0.3)
        #expect(!terminal.unexpected.contains("Lapsen"))
    }

    @Test("A screen reader's terminal gets plain lines only")
    func accessible() throws {
        let terminal = try terminal(["ACCESSIBLE": "1", "TERM": "dumb"])
        terminal.expect("> ")
        terminal.send("elatus\r")
        terminal.expect("Valitse numero tai hae uudelleen.")
        #expect(!terminal.output.contains("\u{1B}"))
    }

    private func terminal(_ own: [String: String] = [:]) throws -> PseudoTerminal {
        try PseudoTerminal(
            KartoitinProgram.path, ["demo", "phone"],
            environment: fixture.environment.merging(["TERM": "xterm"]) { $1 }.merging(own) { $1 }, rows: 24,
            columns: 80)
    }

    @Test("Bad input never ends it, and prints no control byte")
    func badInput() throws {
        var input = Data("xyzzy\n\n   \n99\n".utf8) + Data([0xFF, 0xFE, 0x0A])
        input += Data("\u{1B}[2J\u{7}elatus\n".utf8) + Data(String(repeating: "a", count: 10_000).utf8)
        input += Data("\n2\nelatus\n1\n0\n0\n".utf8)
        let ended = try fixture.call(["demo", "phone"], input: input)
        #expect(ended.code == 0)
        #expect(!ended.output.contains("\u{1B}"))
        #expect(ended.output.contains("Mikä on tilanne elatusavussa?"), "\(ended.output)")
    }

    @Test("On a real store somebody signs in, and says who they are")
    func signIn() throws {
        let store = fixture.path("real.sqlite")
        try fixture.prepare(["store", "create", "--quiet", "--store", store])
        #expect(
            try fixture.call(["phone", "--store", store])
                == ProgramResult(
                    code: 77,
                    error: "kartoitin: nobody can sign in yet; set the main user's password with: "
                        + "kartoitin staff password main-user\n"))
        let password = try fixture.write("wrong\n", to: "password", rights: 0o600)
        let told =
            "kartoitin: the name or the password is wrong, or the account is locked; ten wrong passwords lock it, "
            + "a main user opens it\n"
        #expect(
            try fixture.call(["phone", "--store", store, "--as", "soile", "--password-file", password])
                == ProgramResult(code: 77, error: told))
    }

    @Test("Who answers calls gets in; who does something else is told at once, and the try is logged")
    func roles() throws {
        // The password's hash as libcrypt makes it, with a salt that is always the same.
        let hash = "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$6xaQSfmAbiGSr3JKtVblS2GiUFi6dV89kTRB6nZWYB3"
        let password = try fixture.write("kissa-istuu-puussa\n", to: "password", rights: 0o600)
        for (id, role) in [("soile", "phone-service"), ("aino", "professional")] {
            try fixture.edit(.account(id, name: id, role: role, hash: hash))
        }
        let options = ["phone", "--password-file", password, "--as"]
        let soile = try fixture.call(options + ["soile"], input: "elatus\n0\n0\n")
        #expect(soile.code == 0, "\(soile.error)")
        #expect(soile.output.contains("Siun sote · Puhelinpalvelu · soile"))
        let aino = try fixture.call(options + ["aino"], input: "elatus\n")
        let told =
            "kartoitin: the role professional may not do this (record-call), or not with what is a colleague's; "
            + "the try was written to the access log\n"
        #expect(aino == ProgramResult(code: 77, error: told))
    }
}
