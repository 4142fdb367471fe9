import Foundation
import TestValues
import Testing

@Suite("staff add, list, lock, unlock and password")
struct StaffTests {
    private let fixture: StaffAccountsFixture
    private var program: CommandFixture { fixture.program }

    init() throws { fixture = try StaffAccountsFixture() }

    @Test("Accounts are added and listed, as a table, CSV and JSON")
    func list() throws {
        let added = try fixture.call(
            ["staff", "add", "sirpa.1", "--name", "Sirpa Puhelin", "--role", "phone-service", "--format", "csv"],
            as: "paavo")
        #expect(
            added
                == ProgramResult(
                    code: 0, output: "id,name,role,state\nsirpa.1,Sirpa Puhelin,phone-service,no-password\n",
                    error: "nobody can sign in with it yet; next: kartoitin staff password sirpa.1\n"))
        try fixture.add("aino", "professional")
        try program.prepare(["staff", "lock", "aino"] + fixture.signIn("paavo"))
        #expect(
            try fixture.call(["staff", "list"], as: "paavo").output == """
                id       name               role           state
                aino     aino Esimerkki     professional   locked
                paavo    Paavo Pääkäyttäjä  main-user      ready
                sirpa.1  Sirpa Puhelin      phone-service  no-password

                """)
        let rows = try #require(
            try fixture.call(["staff", "list", "--format", "json"], as: "paavo").json()["staff"] as? [[String: Any]])
        #expect(
            rows.first?.comparable
                == ["id": "aino", "name": "aino Esimerkki", "role": "professional", "state": "locked"])
    }

    @Test("A professional's account may come before their timetable; how to add that is told")
    func professional() throws {
        let arguments = ["staff", "add", "aino", "--name", "Aino", "--role", "professional"]
        let ended = try fixture.call(arguments, as: "paavo")
        #expect(ended.code == 0)
        #expect(
            ended.error.hasSuffix(
                "there is no professional \"aino\" yet; to add one: kartoitin timetable open "
                    + "--professional aino --at TIME --name NAME --service-task TASK --municipality NAME\n"))
        #expect(try fixture.call(arguments, as: "paavo").code == 65)
        try fixture.add("eero", "professional")
        try program.prepare(
            [
                "timetable", "open", "--professional", "eero", "--at", "2031-01-13T09:00", "--name", "Eero",
                "--service-task", "families", "--municipality", "167",
            ] + fixture.signIn("paavo"))
        try program.edit(.noAccount("eero"))
        let known = ["staff", "add", "eero", "--name", "Eero", "--role", "professional"]
        #expect(
            try fixture.call(known, as: "paavo").error
                == "nobody can sign in with it yet; next: kartoitin staff password eero\n")
    }

    @Test(
        "What is wrong with a new account is told",
        arguments: [
            (
                ["Aino", "--name", "Aino", "--role", "supervisor"], 65,
                #"an account's id has a-z, 0-9, - and ., 1 to 64 of them; "Aino" has something else"#
            ),
            (
                ["", "--name", "Aino", "--role", "supervisor"], 65,
                #"an account's id has a-z, 0-9, - and ., 1 to 64 of them; "" has something else"#
            ),
            (["aino", "--role", "supervisor"], 64, "staff add needs --name\(example(of: "staff add"))"),
            (
                ["aino", "--name", "123", "--role", "supervisor"], 65,
                "--name needs letters, and at most 100 characters"
            ),
            (["aino", "--name", "Aino"], 64, "staff add needs --role\(example(of: "staff add"))"),
            (
                ["aino", "--name", "Aino", "--role", "superviser"], 64,
                #"unknown --role "superviser", did you mean "supervisor"?"#
            ),
            (
                ["paavo", "--name", "Toinen", "--role", "main-user"], 65,
                #"the account "paavo" is there already; choose another id"#
            ),
        ])
    func badAccount(words: [String], code: Int, told: String) throws {
        let ended = try fixture.call(["staff", "add"] + words, as: "paavo")
        #expect(ended == ProgramResult(code: Int32(code), error: "kartoitin: \(told)\n"))
    }

    @Test("An account that is not there can be neither locked nor given a password", arguments: ["lock", "unlock"])
    func unknown(verb: String) throws {
        let told = "kartoitin: unknown account \"nobody\"; see kartoitin staff list\n"
        #expect(try fixture.call(["staff", verb, "nobody"], as: "paavo") == ProgramResult(code: 65, error: told))
        try program.write("jokin hyvä salasana", to: "new", rights: 0o600)
        let password = ["staff", "password", "nobody", "--new-password-file", program.path("new")]
        #expect(try fixture.call(password, as: "paavo") == ProgramResult(code: 65, error: told))
    }

    @Test("Only a main user manages accounts; a refused try stands in the log")
    func roles() throws {
        for (id, role) in [("sirpa", "phone-service"), ("aino", "professional"), ("raija", "supervisor")] {
            try fixture.add(id, role)
            let commands = [
                ["staff", "list"], ["staff", "lock", "paavo"], ["staff", "unlock", "paavo"],
                ["staff", "add", "x", "--name", "X", "--role", "main-user"],
                ["staff", "password", "paavo", "--new-password-file", program.path("\(id).password")],
            ]
            for command in commands {
                let told =
                    "kartoitin: the role \(role) may not do this (manage-staff), or not with what is a colleague's; "
                    + "the try was written to the access log\n"
                #expect(try fixture.call(command, as: id) == ProgramResult(code: 77, error: told), "\(command)")
            }
            let log = "SELECT count(*) FROM access_log WHERE user_id = '\(id)' AND is_refused = 1"
            #expect(try program.stored(log) == ["5"])
        }
    }

    @Test("Everybody sets their own password, a main user anybody's; the old one is then wrong")
    func passwords() throws {
        try fixture.add("sirpa", "phone-service")
        let new = try program.write("aivan uusi salasana\n", to: "new", rights: 0o600)
        let set = ["staff", "password", "sirpa", "--new-password-file", new]
        let done = ProgramResult(code: 0, error: "the password of sirpa is set\n")
        #expect(try fixture.call(set, as: "sirpa") == done)
        #expect(try fixture.call(set, as: "sirpa") == ProgramResult(code: 77, error: StaffAccountsFixture.wrong))
        #expect(try fixture.call(set, as: "paavo") == done)
        // Both secrets from standard input, in this order.
        let both = [
            "staff", "password", "sirpa", "--new-password-file", "-", "--as", "sirpa", "--password-file", "-",
        ]
        #expect(try program.call(both, input: "aivan uusi salasana\nkolmas hyvä sana\n") == done)
        let wrongRole = try fixture.call(["staff", "list"], as: "sirpa", password: "kolmas hyvä sana")
        #expect(wrongRole.error.contains("the role phone-service may not do this"))
    }

    @Test(
        "A bad new password is told in words, and nothing changes",
        arguments: [
            (
                "lyhyt",
                "the password is too short; take at least 12 characters, for example four words in a row"
            ),
            ("Paavo  Pääkäyttäjä", nil),
            ("Paavo Pääkäyttäjä", "the password is the account's id or name; take another one"),
            (String(repeating: "x", count: 201), "the password is too long; take at most 200 characters"),
            (
                "salainen\u{7}sana1",
                "the password has control characters in it; take letters, digits, spaces and punctuation"
            ),
            ("", "there is no password in standard input; write it to the first line"),
        ] as [(String, String?)])
    func badPassword(typed: String, told: String?) throws {
        let set = ["staff", "password", "paavo", "--new-password-file", "-"]
        let ended = try fixture.call(set, as: "paavo", input: typed + "\n")
        guard let told else {
            #expect(ended.code == 0)
            return
        }
        #expect(ended == ProgramResult(code: 65, error: "kartoitin: \(told)\n"))
        #expect(try fixture.call(["staff", "list"], as: "paavo").code == 0)
    }

    @Test("The last main user cannot lock themselves; a locked only one is opened by whoever may write the store")
    func lastMainUser() throws {
        let told =
            "kartoitin: no other main user could sign in then, and nobody could open accounts; "
            + "give another one a password first\n"
        #expect(try fixture.call(["staff", "lock", "paavo"], as: "paavo") == ProgramResult(code: 77, error: told))
        #expect(
            try program.call(["staff", "unlock", "paavo"])
                == ProgramResult(code: 77, error: StaffAccountsFixture.whoAreYou))
        try program.edit(.lockedAccounts)
        #expect(
            try fixture.call(["staff", "list"], as: "paavo")
                == ProgramResult(code: 77, error: StaffAccountsFixture.wrong))
        #expect(
            try program.call(["staff", "unlock", "paavo", "--format", "csv"])
                == ProgramResult(code: 0, output: "id,name,role,state\npaavo,Paavo Pääkäyttäjä,main-user,ready\n"))
        #expect(try fixture.call(["staff", "list"], as: "paavo").code == 0)
        #expect(try program.stored("SELECT purpose FROM access_log WHERE user_id = '(owner)'") == ["unlock paavo"])
    }
}
