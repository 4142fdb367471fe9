import Foundation
import Storage
import TestSupport
import TestValues
import Testing

@Suite("store backup, store migrate and store copy")
struct StoreCareTests {
    let fixture: CommandFixture
    private let start = "2099-12-01T09:00"

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: start)
    }

    @Test("A backup is checked, and never written over another file")
    func backup() throws {
        _ = try fixture.book(at: start)
        let file = fixture.path("backups/first.sqlite")
        #expect(
            try fixture.call(["store", "backup", file]) == ProgramResult(code: 0, output: "\(file): no faults\n"))
        #expect(try fixture.call(["store", "check", "--store", file]).code == 0)
        let told = "kartoitin: there is a file at \(file) already; nothing was changed\n"
        #expect(try fixture.call(["store", "backup", file]) == ProgramResult(code: 69, error: told))
    }

    @Test("A backup of a store with faults is made, and they are told")
    func faultyBackup() throws {
        _ = try fixture.book(at: start)
        try fixture.damage(.noDescriptions)
        let file = fixture.path("first.sqlite")
        let told = "bookings without a description: 1\n"
        #expect(try fixture.call(["store", "backup", file]) == ProgramResult(code: 1, output: told))
        #expect(FileManager.default.fileExists(atPath: file))
    }

    @Test("For a server it says what backs it up, without the password")
    func serverBackup() throws {
        let address = "postgresql://kart:s3cret@db.example.fi/kart?sslmode=verify-full"
        let told = """
            kartoitin: this store is in PostgreSQL, whose own program backs it up: (umask 077; pg_dump --format=custom \
            --file='it'\\''s.dump' 'postgresql://kart@db.example.fi/kart?sslmode=verify-full')

            """
        #expect(
            try fixture.call(["store", "backup", "it's.dump", "--store", address])
                == ProgramResult(code: 64, error: told))
    }

    @Test("An older store is brought up to date once, and it is said from where to where")
    func migrate() throws {
        let newest = "\(fixture.store): schema \(Schema.version) already, nothing to do\n"
        #expect(try fixture.call(["store", "migrate"]) == ProgramResult(code: 0, output: newest))
        let old = try oldStore()
        let migrate = ["store", "migrate", "--store", old]
        #expect(
            try fixture.call(migrate)
                == ProgramResult(code: 0, output: "\(old): from schema 0 to \(Schema.version)\n"))
        #expect(
            try fixture.call(migrate)
                == ProgramResult(code: 0, output: "\(old): schema \(Schema.version) already, nothing to do\n"))
    }

    /// A store of ours before its first step.
    private func oldStore() throws -> String {
        let old = fixture.path("old.sqlite")
        try Data().write(to: URL(filePath: old))
        try OutsideFile(store: old).run("PRAGMA application_id = 1264677492")
        return old
    }

    @Test("A copy says how far it is, how much there is, and what to do then")
    func copy() throws {
        _ = try fixture.book(at: start)
        let target = fixture.path("copy.sqlite")
        let ended = try fixture.call(["store", "copy", "--to", target])
        let told = """
            booking: 1 of 1 rows copied
            change: 3 of 3 rows copied
            client: 1 of 1 rows copied
            client_word: 2 of 2 rows copied
            description: 1 of 1 rows copied
            message: 3 of 3 rows copied
            professional: 1 of 1 rows copied
            slot: 1 of 1 rows copied
            staff: 1 of 1 rows copied
            booking: 1 rows are the same in both
            change: 3 rows are the same in both
            client: 1 rows are the same in both
            client_word: 2 rows are the same in both
            description: 1 rows are the same in both
            message: 3 rows are the same in both
            professional: 1 rows are the same in both
            slot: 1 rows are the same in both
            staff: 1 rows are the same in both
            from now on give --store \(target) or set KARTOITIN_STORE, everywhere; the old store was not changed

            """
        let output = "\(target): 14 rows, the same as in \(fixture.store)\n"
        #expect(ended == ProgramResult(code: 0, output: output, error: told))
        #expect(try fixture.call(["store", "check", "--store", target]).code == 0)
        #expect(
            try fixture.call(["store", "copy", "--to", target, "--quiet"])
                == ProgramResult(
                    code: 69, error: "kartoitin: there is a file at \(target) already; nothing was changed\n"))
    }

    @Test("Nothing is copied without a target, from a store with faults, or from an older one")
    func refused() throws {
        let target = fixture.path("copy.sqlite")
        #expect(
            try fixture.call(["store", "copy"])
                == ProgramResult(code: 64, error: "kartoitin: store copy needs --to\(example(of: "store copy"))\n")
        )
        _ = try fixture.book(at: start)
        try fixture.damage(.noDescriptions)
        let faulty = """
            kartoitin: the store has faults (1), nothing was copied; see them with: kartoitin store check --store \
            \(fixture.store)

            """
        #expect(try fixture.call(["store", "copy", "--to", target]) == ProgramResult(code: 69, error: faulty))
        let old = try oldStore()
        let older = """
            kartoitin: the store was written by an older version of kartoitin (schema 0, this one knows \(Schema.version)); \
            bring it up to date with: kartoitin store migrate --store \(old)

            """
        #expect(
            try fixture.call(["store", "copy", "--to", target, "--store", old])
                == ProgramResult(code: 69, error: older))
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test("The server does not answer, or the program was built without it: the password is not told")
    func noServer() throws {
        let address = "postgresql://kart:s3cret@127.0.0.1:1/kart"
        for command in [["store", "check"], ["store", "create"], ["store", "migrate"], ["slots"], ["doctor"]] {
            let ended = try fixture.call(command + ["--store", address])
            #expect(ended.code == (command == ["doctor"] ? 1 : 69))
            #expect(!(ended.output + ended.error).contains("s3cret"))
        }
        #expect(try fixture.call(["store", "copy", "--to", address]).code == 69)
    }
}

/// To a file or, where `.postgresql` started a server, to a database of its own there.
@Suite("A copy that is killed")
final class KilledCopyTests {
    private let fixture: CommandFixture
    private let target: String
    private static let server = ProcessInfo.processInfo.environment["KARTOITIN_TEST_POSTGRESQL"]

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00")
        try fixture.sql(
            """
            INSERT INTO slot (professional, start, finish, appointment_type, task, methods, municipality)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
            SELECT 'aino', 4102444800 + i * 900, 4102444800 + i * 900 + 900, 'advice-families', 'families', 1, '167' FROM n
            """)
        target = try Self.server.map { try Self.database(on: $0) } ?? fixture.path("copy.sqlite")
    }

    private static func database(on server: String) throws -> String {
        let name = "copy_" + UUID().uuidString.lowercased().replacing("-", with: "_")
        let process = try Process.run(
            URL(filePath: "/usr/bin/env"), arguments: ["psql", server, "-qc", "CREATE DATABASE \(name)"])
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let last = try #require(server.lastIndex(of: "/"))
        return server[...last] + name
    }

    /// A draft on a server stays, one in a file is made anew.
    private var told: [String] {
        let missing = "there is no store at \(target); make one with: kartoitin store create --store \(target)"
        let half = """
            the copy of a store at \(target) is not whole yet; finish it with the kartoitin store copy that began it, \
            or give it up with: DROP SCHEMA kartoitin_copy CASCADE
            """
        return Self.server == nil ? [missing] : [missing, half]
    }

    @Test("Ten times, however far it was: it is no store yet, and the same command ends it without anything double")
    func killed() throws {
        let copy = ["store", "copy", "--to", target]
        var random = RandomNumbers(seed: 7)
        var kills = 0
        var goesOn = 0
        // How long a copy is left alone, in seconds; it follows what is seen on this machine now.
        var length = 0.2
        while kills < 10 || Self.server != nil && goesOn == 0 {
            try #require(kills < 60, "the moments do not find the copying")
            let program = try fixture.start(copy)
            Thread.sleep(forTimeInterval: .random(in: 0.5...1, using: &random) * length)
            program.kill()
            let ended = try program.wait()
            if ended.error.contains("goes on after") { goesOn += 1 }
            if !ended.error.contains("rows copied") { length *= 1.3 }
            let check = try fixture.call(["store", "check", "--store", target])
            // One that was killed after its last commit is whole.
            if check.code == 0 { break }
            kills += 1
            #expect(check.code == 69)
            #expect(told.contains { check.error == "kartoitin: \($0)\n" }, "\(check.error)")
        }
        #expect(kills > 1)
        let last = try fixture.call(copy)
        if last.error.contains("goes on after") { goesOn += 1 }
        #expect(last.code == 0 || kills < 10)
        if last.code == 0 {
            #expect(last.output == "\(target): 60005 rows, the same as in \(fixture.store)\n")
        }
        if Self.server != nil { #expect(goesOn > 0) }
        #expect(try fixture.call(["store", "check", "--store", target]).output == "\(target): no faults\n")
        try expectEqual()
        let left = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
        #expect(left.filter { $0.hasSuffix(".new") } == [])
    }

    /// Back in a file, row for row.
    private func expectEqual() throws {
        let back = fixture.path("back.sqlite")
        #expect(try fixture.call(["store", "copy", "--quiet", "--store", target, "--to", back]).code == 0)
        let program = try OutsideFile(store: fixture.store)
        try program.run("ATTACH '\(back)' AS back")
        for table in try program.column("SELECT name FROM main.sqlite_schema WHERE type = 'table'") {
            for (one, other) in [("main", "back"), ("back", "main")] {
                let rows = "SELECT * FROM \(one).\(table) EXCEPT SELECT * FROM \(other).\(table)"
                #expect(try program.column(rows) == [])
            }
        }
    }
}
