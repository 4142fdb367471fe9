import Foundation
import TestValues
import Testing

@testable import Storage

/// Each of these is told with exit code 69 and what to do, and nothing is booked.
@Suite("A store that cannot be used")
struct StoreFailureCommandTests {
    let fixture: CommandFixture
    private let start = "2099-12-01T09:00"

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: start)
    }

    /// Other programs of every kind that need the store.
    private var commands: [[String]] {
        [
            ["slots"], CommandFixture.booking(at: start), ["booking", "show", "AAAA-AAAA", "--phone", "0401234567"],
            ["timetable", "list"], ["store", "check"], ["professional"], ["demo"],
        ]
    }

    private func expectAll(_ message: String) throws {
        for command in commands {
            #expect(
                try fixture.run(command) == ProgramResult(code: 69, error: "kartoitin: \(message)\n"), "\(command)")
        }
        try expectOpenKiosk(message)
    }

    /// The questions need no store.
    private func expectOpenKiosk(_ message: String) throws {
        let ended = try fixture.run(["kiosk", "--language", "en"], input: "family\n!\n")
        #expect(ended.code == 0)
        #expect(ended.error == "kartoitin: \(message)\n")
        #expect(ended.output.contains(Self.closed))
        #expect(ended.output.contains("Who needs the help?") && ended.output.contains("call 112 now"))
    }

    private static let closed = """
        Booking is closed just now. You can still find out which help fits, and whom to
        call.

        """

    @Test("There is none")
    func missing() throws {
        try FileManager.default.removeItem(atPath: fixture.store)
        let message =
            "there is no store at \(fixture.store); make one with: kartoitin store create --store \(fixture.store)"
        let told = "kartoitin: \(message)\n"
        // The demonstration makes its own.
        for command in commands.dropLast() {
            #expect(try fixture.run(command) == ProgramResult(code: 69, error: told), "\(command)")
        }
        try expectOpenKiosk(message)
        #expect(!FileManager.default.fileExists(atPath: fixture.store))
    }

    @Test("The file is no store", arguments: ["", String(repeating: "Tämä on kirje.\n", count: 100)])
    func notAStore(text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: fixture.store))
        try expectAll("the file is no store of kartoitin, or it is damaged; give another one with --store")
        #expect(try String(contentsOfFile: fixture.store, encoding: .utf8) == text)
    }

    @Test("The store is of a newer version")
    func newer() throws {
        try fixture.edit(.newerSchema)
        try expectAll(
            "the store was written by a newer version of kartoitin (schema 99, this one knows \(Schema.version)); update the program"
        )
    }

    @Test("Another program keeps the store busy")
    func locked() throws {
        let other = try OutsideFile(store: fixture.store)
        try other.run("BEGIN IMMEDIATE")
        let booking = try fixture.run(CommandFixture.booking(at: start))
        try other.run("ROLLBACK")
        let told = "kartoitin: another program keeps the store busy; try again in a moment\n"
        #expect(booking == ProgramResult(code: 69, error: told))
        #expect(try fixture.run(CommandFixture.booking(at: start)).code == 0)
    }

    @Test("The disk is full: nothing is booked, and once there is room it is", arguments: [1, 40])
    func full(blocks: Int) throws {
        let told = "kartoitin: the disk is full; make room and try again, nothing was lost\n"
        let long = ["--description": String(repeating: "Apua. ", count: 1300)]
        let ended = try fixture.run(CommandFixture.booking(at: start, long), shell: "ulimit -f \(blocks); exec")
        #expect(ended == ProgramResult(code: 69, error: told))
        #expect(try fixture.freeStarts() == ["2099-12-01T09:00:00+02:00"])
        #expect(try fixture.run(["store", "check"]).code == 0)
        #expect(try fixture.run(CommandFixture.booking(at: start, long)).code == 0)
    }

    @Test("A store that the disk has no room for is not made by halves")
    func fullWhileMade() throws {
        let folder = fixture.path("new")
        let create = ["store", "create", "--store", "\(folder)/store.sqlite"]
        let told = "kartoitin: the disk is full; make room and try again, nothing was lost\n"
        #expect(try fixture.run(create, shell: "ulimit -f 8; exec") == ProgramResult(code: 69, error: told))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }

    @Test("The store may not be written, or not even read, by this user", .enabled(if: getuid() == 0))
    func readOnly() throws {
        let told = """
            kartoitin: the store cannot be written; check the owner and the rights of the file and its folder

            """
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fixture.folder.path)
        let asNobody = "exec setpriv --reuid=65534 --clear-groups"
        for rights in [0o644, 0o600] {
            try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: fixture.store)
            for command in [CommandFixture.booking(at: start), ["slots"], ["store", "check"]] {
                #expect(
                    try fixture.run(command, shell: asNobody) == ProgramResult(code: 69, error: told), "\(rights)")
            }
        }
        #expect(try fixture.freeStarts() == ["2099-12-01T09:00:00+02:00"])
    }

    @Test("A visitor at the kiosk keeps the conversation when the store fails, and staff are told why")
    func kiosk() throws {
        try fixture.damage(.refusedRows(of: "hold", saying: "out of order"))
        let answers = [
            "family", "me", "exhausted", "small", "nobody", "sleep", "book", "phone", "2099-12-01T09:00", "again",
            "leave", "",
        ]
        let ended = try fixture.run(["kiosk", "--language", "en"], input: answers.joined(separator: "\n") + "\n")
        let told = """
            The booking system is not working just now. What you typed is still on this
            screen. No appointment is booked.
              1  Try again
              2  Leave without booking
            """
        #expect(ended.code == 0)
        #expect(ended.output.components(separatedBy: told).count == 3)
        // Once, however often the visitor tries.
        #expect(ended.error == "kartoitin: the store did not do it: out of order\n")
    }
}
