import Foundation
import Testing

@Suite("timetable absence and timetable handover")
struct HandoverCommandTests {
    let fixture: CommandFixture

    /// aino has two bookings and a free time.
    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T09:45")
    }

    private func absence(_ words: String...) throws -> ProgramResult {
        try fixture.call(
            [
                "timetable", "absence", "--professional", "aino", "--from", "2099-12-01", "--until", "2099-12-01",
                "--reason", "leave",
            ] + words)
    }

    private func handover(_ words: String...) throws -> ProgramResult {
        try fixture.call(
            [
                "timetable", "handover", "--professional", "aino", "--from", "2099-12-01", "--until", "2099-12-01",
            ] + words)
    }

    private func row(_ reference: String, _ time: String, _ result: String) -> String {
        "\(reference)  2099-12-01T\(time):00+02:00  phone   \(result)\n"
    }

    @Test("An absence shows the bookings it hits, never whose they are, and closes the other times")
    func absenceRecorded() throws {
        let reference = try fixture.book(at: "2099-12-01T09:00")
        let hit = """
            reference  start                      minutes  method  municipality
            \(reference)  2099-12-01T09:00:00+02:00  15       phone   167

            """
        let stand = "these bookings still stand: 1; give them to others with: kartoitin timetable handover\n"
        #expect(
            try absence("--dry-run")
                == ProgramResult(code: 0, output: hit, error: "nothing was recorded: a dry run\n" + stand))
        #expect(try fixture.freeStarts().count == 2)
        #expect(try absence() == ProgramResult(code: 0, output: hit, error: stand))
        #expect(try fixture.freeStarts() == [])
        #expect(try fixture.timetable("absent", "--from", "2099-12-01").count == 2)
        #expect(try fixture.timetable("booked", "--from", "2099-12-01").count == 1)
    }

    @Test("Every booking goes to a colleague, and the client's reference finds it there")
    func handedOver() throws {
        let (first, second) = (try fixture.book(at: "2099-12-01T09:00"), try fixture.book(at: "2099-12-01T09:30"))
        _ = try absence()
        for colleague in ["eero", "helmi"] {
            try fixture.open(colleague, at: "2099-12-01T09:00", "--until", "2099-12-01T09:45")
        }
        let heading = "reference  start                      method  result       professional  newStart\n"
        let done =
            heading + row(first, "09:00", "handed-over  eero          2099-12-01T09:00:00+02:00")
            + row(second, "09:30", "handed-over  helmi         2099-12-01T09:30:00+02:00")
        #expect(
            try handover("--dry-run")
                == ProgramResult(code: 0, output: done, error: "nothing was changed: a dry run\n"))
        #expect(try handover() == ProgramResult(code: 0, output: done))
        let shown = try fixture.prepare([
            "booking", "show", second, "--phone", "040 123 4567", "--format", "json",
        ]).json()
        #expect(shown["professionalName"] as? String == "helmi Esimerkki")
        #expect(shown["status"] as? String == "booked")
        #expect(try handover("--format", "csv").output == "reference,start,method,result,professional,newStart\n")
        #expect(try fixture.call(["store", "check"]).code == 0)
    }

    @Test("What nobody can take is shown, and nothing is done until somebody says what becomes of it")
    func rest() throws {
        let (first, second) = (try fixture.book(at: "2099-12-01T09:00"), try fixture.book(at: "2099-12-01T09:15"))
        _ = try absence()
        try fixture.open("eero", at: "2099-12-01T09:15")
        let heading = "reference,start,method,result,professional,newStart\n"
        let kept = "\(second),2099-12-01T09:15:00+02:00,phone,handed-over,eero,2099-12-01T09:15:00+02:00\n"
        let lost = "\(first),2099-12-01T09:00:00+02:00,phone,"
        let nobody = "kartoitin: bookings that nobody can take: 1; nothing was changed; "
        let output = heading + lost + "not-placed,,\n" + kept
        #expect(
            try handover("--format", "csv")
                == ProgramResult(
                    code: 75, output: output,
                    error: nobody + "say what becomes of them with --rest move or --rest cancel\n"))
        #expect(
            try handover("--format", "csv", "--rest", "move")
                == ProgramResult(
                    code: 75, output: output,
                    error: nobody + "within 7 days nothing is free; open more times, or add --rest cancel\n"))
        #expect(try fixture.timetable("booked", "--from", "2099-12-01").count == 2)
        try fixture.open("eero", at: "2099-12-08T09:00")
        let moved = lost + "moved,eero,2099-12-08T09:00:00+02:00\n"
        #expect(
            try handover("--format", "csv", "--rest", "move", "--dry-run").output == heading + moved + kept)
        #expect(
            try handover("--format", "csv", "--rest", "cancel")
                == ProgramResult(code: 0, output: heading + lost + "cancelled,,\n" + kept))
        #expect(
            try fixture.timetable("booked", "--from", "2099-12-01").compactMap { $0["professional"] as? String } == [
                "eero"
            ])
    }

    @Test("Without an absence it is told that the professional's times can be booked again")
    func withoutAbsence() throws {
        _ = try fixture.book(at: "2099-12-01T09:00")
        try fixture.open("eero", at: "2099-12-01T09:00")
        #expect(
            try handover().error
                == "note: anybody can still book times of aino in this period: 3; "
                + "close them with: kartoitin timetable absence\n")
    }

    @Test("What is wrong on the command line is told")
    func faults() throws {
        let cases: [(ProgramResult, Int32, String)] = [
            (try handover("--to", "aino"), 64, "--to names aino, whose bookings are handed over"),
            (try handover("--to", "b"), 65, #"unknown professional "b"; see kartoitin timetable list"#),
            (try handover("--rest", "mvoe"), 64, #"unknown --rest "mvoe", did you mean "move"?"#),
            (
                try fixture.call([
                    "timetable", "absence", "--professional", "aino", "--from", "2099-12-02", "--until", "2099-12-01",
                    "--reason", "x",
                ]), 65, "nothing lies between --from and --until; give a later --until"
            ),
            (
                try fixture.call([
                    "timetable", "absence", "--professional", "aino", "--from", "2099-12-01", "--until", "2099-12-01",
                ]), 64, "timetable absence needs --reason\(example(of: "timetable absence"))"
            ),
        ]
        for (ended, code, message) in cases {
            #expect(ended == ProgramResult(code: code, error: "kartoitin: \(message)\n"))
        }
    }
}
