import Foundation
import TestSupport
import TestValues
import Testing

@Suite("store purge, store client and store erase")
struct RetentionCommandTests {
    private let fixture: CommandFixture
    private let old: String
    private let marker = "MERKKISANA"

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T10:00")
        old = try fixture.book(
            at: "2099-12-01T09:00", ["--description": "MERKKISANA", "--interpreter": "somali", "--ordinary-time": ""])
        // Its meeting was long ago.
        try fixture.edit(.bookedSlots(from: 1_764_572_400, until: 1_764_573_300))
    }

    private func coming() throws -> String {
        try fixture.book(at: "2099-12-01T09:15", ["--description": marker])
    }

    /// How many of the store's files hold the text.
    private func traces(of text: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
            .filter { $0.hasPrefix("store.sqlite") && !$0.hasSuffix("-shm") }
            .count { try Data(contentsOf: fixture.folder.appending(path: $0)).range(of: Data(text.utf8)) != nil }
    }

    private func table(_ rows: [String]) -> String {
        ([
            "done  descriptions  advices  messages  drafts  logLines  bookings  clients"
        ] + rows).joined(separator: "\n") + "\n"
    }

    private var sound: ProgramResult { ProgramResult(code: 0, output: "\(fixture.store): no faults\n") }

    @Test(
        "A dry run tells what would go and leaves it; a purge says it first, does it, and the text is gone from the files"
    )
    func purge() throws {
        try fixture.addStaff()
        let before = try fixture.stored("SELECT count(*) || sum(booked) FROM slot")
        let dry = try fixture.call(as: "paa", ["store", "purge", "--dry-run"])
        let messages = try #require(try fixture.stored("SELECT count(*) FROM message").first)
        let row = "1             0        \(messages)         0       0         0         0"
        #expect(dry == ProgramResult(code: 0, output: table(["no    " + row])))
        #expect(try fixture.stored("SELECT own_words FROM description") == [marker])
        let done = try fixture.call(as: "paa", ["store", "purge"])
        #expect(done.code == 0)
        #expect(done.output == table(["yes   " + row]))
        let told = done.error.split(separator: "\n", maxSplits: 1).map(String.init)
        #expect(told[0].hasPrefix("of meetings that ended before 20") && told[0].hasSuffix(" this goes for good:"))
        #expect(told[1] == table(["no    " + row]))
        #expect(try traces(of: marker) == 0)
        #expect(try traces(of: "somali") == 0)
        #expect(try traces(of: "Maija") > 0)
        #expect(try fixture.stored("SELECT count(*) || sum(booked) FROM slot") == before)
        let check = try fixture.call(["store", "check"])
        #expect(check == sound, "\(check.output)\(check.error)")
        let json = try fixture.call(as: "paa", ["store", "purge", "--format", "json", "--quiet", "--yes"])
        #expect(json.error == "")
        #expect(try json.json()["descriptions"] as? Int == 0)
        #expect(try json.json()["done"] as? Bool == true)
    }

    @Test("The county's time counts unless a day is given; a coming day is refused")
    func before() throws {
        try fixture.addStaff()
        // The day of the meeting, and the day after.
        for (day, count) in [("2025-12-01", 0), ("2025-12-02", 1)] {
            let dry = ["store", "purge", "--dry-run", "--before", day, "--format", "json"]
            #expect(try fixture.call(as: "paa", dry).json()["descriptions"] as? Int == count)
        }
        #expect(
            try fixture.call(as: "paa", ["store", "purge", "--before", "2099-12-31"])
                == ProgramResult(
                    code: 65,
                    error: "kartoitin: --before must not come after today: what is still to be read would go\n"))
        #expect(
            try fixture.call(as: "paa", ["store", "purge", "--before", "soon"])
                == ProgramResult(
                    code: 64, error: "kartoitin: --before needs a day such as 2026-12-01 or 1.12., not \"soon\"\n"))
        // The county keeps what was written for 30 days.
        for (days, count) in [(29, 0), (30, 1)] {
            let end = (Int(Date().timeIntervalSince1970) - days * 86_400) / 60 * 60 - 60
            try fixture.edit(.bookedSlots(from: end - 900, until: end))
            let usual = try fixture.call(as: "paa", ["store", "purge", "--dry-run", "--format", "json"])
            #expect(try usual.json()["descriptions"] as? Int == count)
        }
    }

    @Test("On a terminal a purge asks first: no leaves everything, yes removes it")
    func asks() throws {
        try fixture.addStaff()
        let environment = fixture.environment.merging(["TERM": "xterm"]) { $1 }
        for (answer, left) in [("no", [marker]), ("", [marker]), ("yes", [])] {
            let terminal = try PseudoTerminal(
                KartoitinProgram.path, ["store", "purge"] + fixture.signIn("paa"), environment: environment)
            terminal.expect("remove it? type yes or no")
            terminal.send(answer + "\r")
            if left.isEmpty { terminal.expect("yes ") } else { terminal.expect("nothing was removed") }
            #expect(terminal.exitStatus() == 0)
            #expect(try fixture.stored("SELECT own_words FROM description") == left)
        }
    }

    @Test("Killed at any moment a purge has removed all or nothing, and the store is sound")
    func killed() throws {
        // Enough to take a while.
        try fixture.sql(
            """
            PRAGMA foreign_keys = OFF;
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
            INSERT INTO slot (professional, start, finish, appointment_type, task, methods, municipality)
            SELECT 'aino', 1600000020 + i * 900, 1600000920 + i * 900, 'advice-families', 'families', 1, '167' FROM n;
            INSERT INTO booking (reference, slot, status, method, client_name, client_phone, client_language,
                meeting_language, sign_language, maker, made_at, client)
            SELECT printf('%08d', id), id, 'booked', 'phone', 'Maija', '+358401234567', 'fi', 'fi', 0, 'client', 0,
                (SELECT min(id) FROM client)
            FROM slot WHERE start < 1700000000;
            INSERT INTO description (booking, own_words, hope, flags)
            SELECT id, '\(marker)' || hex(randomblob(600)), '', '' FROM booking
            WHERE id NOT IN (SELECT booking FROM description)
            """)
        try fixture.addStaff()
        let kept = fixture.path("kept.sqlite")
        try fixture.edit(.wholeFile)
        try FileManager.default.copyItem(atPath: fixture.store, toPath: kept)
        var random = RandomNumbers(seed: 20_261_121)
        var left: Set<String> = []
        var length = 0.5
        var rounds = 0
        // Until both ends were seen, and some more.
        while rounds < 12 || (left.count < 2 && rounds < 60) {
            rounds += 1
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: fixture.store + suffix) }
            try FileManager.default.copyItem(atPath: kept, toPath: fixture.store)
            let program = try fixture.start(["store", "purge"] + fixture.signIn("paa"))
            Thread.sleep(forTimeInterval: Double.random(in: 0.1...1.1, using: &random) * length)
            program.kill()
            let ended = try program.wait()
            length *= ended.code == 0 ? 0.9 : 1.1
            let count = try fixture.stored("SELECT count(*) FROM description")[0]
            #expect(["3001", "0"].contains(count))
            left.insert(count)
            let check = try fixture.call(["store", "check"])
            #expect(check == sound, "\(check.output)\(check.error)")
        }
        #expect(left == ["3001", "0"])
        _ = try fixture.call(as: "paa", ["store", "purge"])
        #expect(try traces(of: marker) == 0)
    }

    @Test("A client's data is shown by their professional, who says why; the showing stands in the log")
    func client() throws {
        try fixture.edit(.advice)
        try fixture.addStaff()
        let words = ["store", "client", old, "--purpose", "asiakkaan pyyntö"]
        let table = try fixture.call(as: "aino", words + ["--format", "csv"])
        #expect(table.code == 0 && table.error == "")
        for line in [
            "reference,field,value", "\(old),name,Maija Meikäläinen", "\(old),phone,'+358401234567",
            "\(old),ownWords,MERKKISANA", "\(old),interpreter,somali", "\(old),advice,Neuvo",
            "\(old),stored,Talteen", "\(old),shared,Koululle", "\(old),professional,aino",
            "\(old),professionalName,aino Esimerkki", "\(old),consent,on-screen",
        ] { #expect(table.output.contains(line + "\n"), "\(line)") }
        let json = try fixture.call(as: "aino", words + ["--format", "json"]).json()
        let bookings = try #require(json["bookings"] as? [[String: Any]])
        #expect(bookings.map { $0["reference"] as? String } == [old])
        let fields = try #require(bookings.first?["fields"] as? [[String: String]])
        #expect(fields.contains(["name": "consent", "value": "on-screen"]))
        #expect(
            try fixture.stored("SELECT user_id || data || purpose FROM access_log")
                == ["ainoallasiakkaan pyyntö", "ainoallasiakkaan pyyntö"])
        for user in ["puhelin", "eero", "johto", "paa"] {
            let refused = try fixture.call(as: user, words)
            #expect(refused.code == 77)
            #expect(refused.output == "")
        }
        #expect(
            try fixture.call(as: "aino", ["store", "client", old])
                == ProgramResult(
                    code: 64, error: "kartoitin: store client needs --purpose\(example(of: "store client"))\n"))
        #expect(try fixture.call(as: "aino", ["store", "client", old, "--purpose", " "]).code == 77)
    }

    @Test("Of a client's bookings with others nothing is told but how many there are")
    func others() throws {
        try fixture.open("eero", at: "2099-12-03T09:00")
        _ = try fixture.book(at: "2099-12-03T09:00", ["--description": "EERON"])
        try fixture.addStaff()
        let ended = try fixture.call(as: "aino", ["store", "client", old, "--purpose", "asiakkaan pyyntö"])
        #expect(ended.output.contains(marker) && !ended.output.contains("EERON"))
        #expect(ended.error == "bookings of this client with other professionals, who show theirs: 1\n")
    }

    @Test("Erasing shows what would go, does it with --yes, and tells of coming bookings in the way")
    func erase() throws {
        let coming = try coming()
        let son = try fixture.book(at: "2099-12-01T09:30", ["--name": "Matti Meikäläinen"])
        try fixture.prepare(["booking", "cancel", son, "--phone", "040 123 4567"])
        try fixture.addStaff()
        let words = ["store", "erase", old]
        #expect(
            try fixture.call(as: "paa", words + ["--yes"])
                == ProgramResult(
                    code: 65,
                    error:
                        "kartoitin: the client has coming bookings (1); cancel them first, nothing was erased\n"))
        try fixture.edit(.cancelled(coming))
        let dry = try fixture.call(as: "paa", words + ["--format", "json"])
        #expect(try dry.json()["bookings"] as? Int == 2)
        #expect(try dry.json()["done"] as? Bool == false)
        let stays = "bookings of the same phone number under another name, which stay: 1\n"
        #expect(dry.error == stays + "nothing was erased; look at it and add --yes\n")
        #expect(try fixture.stored("SELECT count(*) FROM description") == ["3"])
        let done = try fixture.call(as: "paa", words + ["--yes", "--format", "json"])
        #expect(done.code == 0)
        #expect(try done.json()["descriptions"] as? Int == 2)
        #expect(
            try fixture.stored("SELECT DISTINCT client_name FROM booking ORDER BY 1") == ["Matti Meikäläinen", "–"])
        #expect(try traces(of: marker) == 0)
        #expect(try traces(of: "Maija") == 0)
        let check = try fixture.call(["store", "check"])
        #expect(check == sound, "\(check.output)\(check.error)")
        for user in ["puhelin", "aino", "johto"] { #expect(try fixture.call(as: user, words).code == 77) }
        #expect(
            try fixture.call(as: "paa", ["store", "erase", "2222-2222"])
                == ProgramResult(code: 65, error: "kartoitin: no booking has this reference; check it\n"))
    }
}
