import Foundation
import TestValues
import Testing

@Suite("The professional's desk and paper, with accounts")
struct ProfessionalTests {
    let fixture: CommandFixture
    private let reference: String
    private let password: String

    init() throws {
        fixture = try CommandFixture()
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T10:00")
        reference = try fixture.book(at: "2099-12-01T09:00", ["--interpreter": "somali", "--ordinary-time": ""])
        // The password of everybody here is "salasana".
        let hash = "$y$j75$k2XAnEHBqQ1Ct2aMXFKNa/$2gh3zaBfcCTVqM0LdA2r6UO.Xe70IQoSf09YChbXdG0"
        let people = [
            ("aino", "professional"), ("veikko", "professional"), ("pirkko", "phone-service"), ("esa", "supervisor"),
            ("paula", "main-user"),
        ]
        for (id, role) in people {
            try fixture.edit(.account(id, name: "\(id.capitalized) Esimerkki", role: role, hash: hash))
        }
        password = try fixture.write("salasana\n", to: "password", rights: 0o600)
    }

    private func run(_ words: [String], as id: String, input: String = "", shell: String? = nil) throws
        -> ProgramResult
    {
        let words = words + ["--as", id, "--password-file", password]
        guard let shell else { return try fixture.call(words, input: input) }
        return try fixture.run(words, input: input, shell: shell)
    }

    private func print(_ more: String..., as id: String = "aino", shell: String? = nil) throws -> ProgramResult {
        try run(["description", reference] + more, as: id, shell: shell)
    }

    @Test("Whoever signs in sees the day, opens a description and marks it, and the log has it all")
    func desk() throws {
        let ended = try run(["professional", "--language", "en"], as: "aino", input: "1.12.2099\n1\n\n0\n")
        #expect(ended.code == 0)
        #expect(ended.error == "")
        #expect(
            ended.output.contains(
                "\n  1  09:00  phone · Maija Meikäläinen · services for families with children ·\n"
                    + "     !\u{A0}interpreter\n     09:15–10:00  free (3)\n"))
        #expect(ended.output.contains("\n! INTERPRETER: somali\n"))
        #expect(ended.output.contains("\nIn their own words (Suomi)\n  En jaksa.\n"))
        #expect(ended.output.hasSuffix("\n\nHave a good day.\n"))
        #expect(!ended.output.contains("\u{1B}"))
    }

    @Test("A wrong password, another role and an account without a timetable are refused")
    func refused() throws {
        let wrong = try fixture.write("väärä\n", to: "wrong", rights: 0o600)
        let failed = try fixture.call(["professional", "--as", "aino", "--password-file", wrong])
        #expect(failed.code == 77)
        #expect(failed.output == "")
        for (id, role) in [("pirkko", "phone-service"), ("esa", "supervisor"), ("paula", "main-user")] {
            let told =
                "kartoitin: the role \(role) may not do this (record-meeting), or not with what is a colleague's; "
                + "the try was written to the access log\n"
            #expect(try run(["professional"], as: id) == ProgramResult(code: 77, error: told))
        }
        let told = #"kartoitin: unknown professional "veikko"; see kartoitin timetable list"# + "\n"
        #expect(try run(["professional"], as: "veikko") == ProgramResult(code: 65, error: told))
    }

    @Test("A description is printed as text and as a page, to a file of its owner alone")
    func printed() throws {
        let text = try print("--purpose", "asiakastietoihin", "--language", "fi")
        #expect(text.code == 0)
        #expect(text.output.hasPrefix("Tilannekuvaus \(reference)\n\nVaraustunnus\n  \(reference)\n\n19 Tila\n"))
        #expect(text.output.contains("\n76 Palvelutarve\n  lapsiperheiden palvelut\n\nOmin sanoin\n  En jaksa.\n"))
        let file = fixture.path("page.html")
        let page = try print("--purpose", "register", "--html", "--output", file)
        #expect(page.code == 0)
        #expect(page.output == "")
        #expect(
            page.error == "written: \(file); only you can read it, delete it when you no longer need it\n")
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("<!DOCTYPE html>\n<html lang=\"fi\">"))
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        let again = try print("--purpose", "register", "--output", file)
        #expect(
            again
                == ProgramResult(
                    code: 65,
                    error: "kartoitin: there is a file \(file) already; nothing was written, give another name\n"))
    }

    @Test("A place that cannot be written is told")
    func unwritable() throws {
        let missing = fixture.path("no/page.txt")
        let told = "kartoitin: the file \(missing) cannot be written; check the folder and its rights\n"
        #expect(try print("--purpose", "register", "--output", missing) == ProgramResult(code: 69, error: told))
        let device = try print("--purpose", "register", "--output", "/dev/full")
        #expect(
            device.error == "kartoitin: there is a file /dev/full already; nothing was written, give another name\n")
    }

    @Test("A colleague, another role and an unknown booking get no description; a purpose is needed")
    func notPrinted() throws {
        for id in ["veikko", "pirkko", "esa", "paula"] {
            let ended = try print("--purpose", "utelias", as: id)
            #expect(ended.code == 77)
            #expect(ended.output == "")
        }
        let told = "kartoitin: description needs --purpose\(example(of: "description"))\n"
        #expect(try print() == ProgramResult(code: 64, error: told))
        #expect(try run(["description", "AAAA-AAAA", "--purpose", "x"], as: "aino").code == 77)
    }

    @Test("A description that is no longer kept is told")
    func purged() throws {
        try fixture.damage(.noDescriptions)
        let told = "kartoitin: the description of this booking was removed: its time of keeping is over\n"
        #expect(try print("--purpose", "register") == ProgramResult(code: 65, error: told))
    }

    @Test("The letters of the acts differ from one another in every language", arguments: ["fi", "sv", "en"])
    func letters(language: String) throws {
        let file = URL(filePath: KartoitinProgram.content).appending(path: "words/\(language)/desk.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        var keys: [String: String] = [:]
        for line in lines where line.hasPrefix("act-") {
            let words = line.split(separator: " ")
            keys[String(words[0])] = words[1].lowercased()
        }
        let menus = [
            ["next-day", "previous-day", "week", "today", "open-times", "template", "absence", "handover"],
            ["next-week", "previous-week", "today"],
            [
                "met", "no-show", "advice", "right", "move", "cancel", "message", "guard", "paper", "read-on", "list",
            ],
        ]
        for menu in menus {
            let used = menu.map { keys["act-\($0)"] ?? "" }
            #expect(Set(used).subtracting(["enter"]).count == used.filter { $0 != "enter" }.count, "\(used)")
            #expect(!used.contains(""))
        }
    }
}
