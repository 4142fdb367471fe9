import Foundation
import TestValues
import Testing

/// Cases that people reported of other booking software, each with its right value and others of its kind.
@Suite("Cases of staff from elsewhere")
struct StaffCaseTests {
    private let fixture: CommandFixture
    private var content: URL { fixture.folder.appending(path: "Content") }

    init() throws {
        fixture = try CommandFixture(languages: ["fi", "sv", "en"], isOnServer: true)
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T10:00")
        try fixture.open("aino", at: "2099-12-02T09:00", "--until", "2099-12-02T10:00")
    }

    private func change(_ file: String, _ old: String, _ new: String) throws {
        let place = content.appending(path: file)
        let text = try String(contentsOf: place, encoding: .utf8)
        try #require(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: place)
    }

    private func days() throws -> Set<String> { Set(try fixture.freeStarts().map { String($0.prefix(10)) }) }

    private func conflicts() throws -> [String] {
        let ended = try fixture.call(["timetable", "conflicts", "--format", "json"])
        #expect(ended.code == 1, "\(ended.error)")
        return try #require(try ended.json()["conflicts"] as? [[String: Any]]).compactMap { $0["why"] as? String }
    }

    @Test(
        "4: a day that is closed after its times were opened is not offered and not booked; its bookings are listed")
    func closedDay() throws {
        _ = try fixture.book(at: "2099-12-01T09:00")
        try change(
            "county.txt", "# Public holidays are known",
            "closed 2099-12-01\n  reason koulutus\n\n# Public holidays are known")
        #expect(try days() == ["2099-12-02"])
        let refused = try fixture.call(CommandFixture.booking(at: "2099-12-01T09:15"))
        #expect(refused.code == 75)
        #expect(refused.error == "kartoitin: the county is closed on this day; choose another\n")
        #expect(try conflicts() == ["closed, koulutus"])
        let opened = try fixture.call(["timetable", "open", "--professional", "aino", "--at", "2099-12-01T12:00"])
        #expect(opened.code == 65)
        #expect(
            opened.error == "kartoitin: the county is closed on 2099-12-01: closed, koulutus; nothing was opened\n")
    }

    @Test(
        "4: a length that was changed, and a way that was dropped: neither is offered or booked, each booking is listed"
    )
    func changedType() throws {
        _ = try fixture.book(at: "2099-12-01T09:00")
        let services = try String(contentsOf: content.appending(path: "services.txt"), encoding: .utf8)
        let advice = try #require(services.range(of: "appointment advice-families\n"))
        let rest = services[advice.upperBound...]
        let minutes = try #require(rest.range(of: "  minutes 15\n"))
        let length = try #require(rest.range(of: "  interpreter-length 30min\n"))
        var changed = services
        changed.replaceSubrange(length, with: "  interpreter-length 60min\n")
        changed.replaceSubrange(minutes, with: "  minutes 30\n")
        try Data(changed.utf8).write(to: content.appending(path: "services.txt"))
        #expect(try days() == [])
        #expect(try fixture.call(CommandFixture.booking(at: "2099-12-01T09:15")).code == 75)
        #expect(try conflicts() == ["times of this kind take 30 minutes now"])
        changed = services
        let phone = try #require(rest.range(of: "  method phone\n"))
        changed.removeSubrange(phone)
        try Data(changed.utf8).write(to: content.appending(path: "services.txt"))
        #expect(try fixture.call(CommandFixture.booking(at: "2099-12-01T09:15")).code == 75)
        #expect(try fixture.call(CommandFixture.booking(at: "2099-12-01T09:15", ["--method": "remote"])).code == 0)
        #expect(try conflicts() == ["times of this kind are not held by phone any more"])
    }

    @Test("10: what binds clients does not bind staff who are signed in, for a new booking as for a move")
    func limits() throws {
        try fixture.writeServices(["ahead 60d", "open-per-phone 1"], to: content)
        try fixture.addStaff()
        #expect(try fixture.call(CommandFixture.booking(at: "2099-12-01T09:00")).code == 77)
        for time in ["09:00", "09:15", "09:30"] {
            #expect(
                try fixture.call(as: "puhelin", CommandFixture.booking(at: "2099-12-01T\(time)")).code == 0, "\(time)"
            )
        }
    }

    @Test("5: what is listed as free can be booked: a time beyond the rules of clients is not listed")
    func listed() throws {
        try fixture.writeServices(["ahead 60d"], to: content)
        #expect(try days() == [])
        #expect(try fixture.call(CommandFixture.booking(at: "2099-12-01T09:00")).code == 77)
    }

    @Test("23: a series counts itself once, and is refused as what it is")
    func series() throws {
        for day in ["2099-12-08", "2099-12-15"] { try fixture.open("aino", at: "\(day)T09:00") }
        try fixture.writeServices(["open-per-phone 2"], to: content)
        let three = try fixture.call(CommandFixture.booking(at: "2099-12-01T09:00", ["--times": "3"]))
        #expect(three.code == 77)
        #expect(
            three.error
                == "kartoitin: a series of 3 is more than the 2 coming bookings of this kind that one client may have; "
                + "choose fewer with --times, or let the county's staff book it\n")
        #expect(try fixture.call(CommandFixture.booking(at: "2099-12-01T09:00", ["--times": "2"])).code == 0)
    }

    @Test("One client at two places in one minute is asked about")
    func atOnce() throws {
        try fixture.open("eero", at: "2099-12-01T09:00")
        _ = try fixture.book(at: "2099-12-01T09:00", ["--at-once-too": nil])
        let refused = try fixture.call(CommandFixture.booking(at: "2099-12-01T09:00", ["--at-once-too": nil]))
        #expect(
            refused
                == ProgramResult(
                    code: 77,
                    error: "kartoitin: the client has another meeting at this time (1); choose another time, or add "
                        + "--at-once-too\n"))
        #expect(try fixture.call(CommandFixture.booking(at: "2099-12-01T09:00")).code == 0)
    }

    @Test("A move to when the client is elsewhere is asked about as well")
    func movedToAnother() throws {
        try fixture.open("eero", at: "2099-12-01T10:00")
        _ = try fixture.book(at: "2099-12-01T10:00")
        let reference = try fixture.book(at: "2099-12-01T09:00")
        let move = ["booking", "move", reference, "--at", "2099-12-01T10:00", "--professional", "aino"]
        try fixture.open("aino", at: "2099-12-01T10:00")
        let by = ["--by", "phone-service", "--reason", "toive"]
        try fixture.addStaff()
        #expect(
            try fixture.call(as: "puhelin", move + by)
                == ProgramResult(
                    code: 77,
                    error: "kartoitin: the client has another meeting at this time (1); choose another time, or add "
                        + "--at-once-too\n"))
        #expect(try fixture.call(as: "puhelin", move + by + ["--at-once-too"]).code == 0)
    }

    @Test("20: another way at the same time keeps the seat and the worker, and is told as a change")
    func way() throws {
        let reference = try fixture.book(at: "2099-12-01T09:00")
        try fixture.open("eero", at: "2099-12-01T09:00")
        let moved = try fixture.call([
            "booking", "move", reference, "--at", "2099-12-01T09:00", "--method", "remote", "--phone", "040 123 4567",
            "--format", "json",
        ])
        #expect(try moved.json()["professional"] as? String == "aino", "\(moved.error)")
        #expect(try fixture.stored("SELECT count(*) FROM booking") == ["1"])
        #expect(
            try fixture.stored("SELECT kind FROM message WHERE withdrawn_at IS NULL ORDER BY id LIMIT 1") == [
                "change"
            ]
        )
    }
}
