import Foundation
import TestSupport
import TestValues
import Testing

@Suite("Programs that are killed")
final class KilledTests {
    private let fixture: CommandFixture
    private var position = 0

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T00:00", "--until", "2099-12-08T00:00")
    }

    @Test("Sixty kills at any moment of booking leave the store sound, and what was promised is kept")
    func killed() throws {
        var random = RandomNumbers(seed: 20_261_201)
        var ended: [ProgramResult] = []
        // How long a booking takes on this machine now, in seconds; it follows what is seen.
        var length = 0.2
        while ended.count(where: { $0.code == -SIGKILL }) < 60 || !ended.contains(where: { $0.code == 0 }) {
            try #require(ended.count < 600, "the moments do not find the bookings")
            let round = try bookAtOnce((0..<3).map { _ in Double.random(in: 0.5...1.1, using: &random) * length })
            length *= round.contains { $0.code == 0 } ? 0.95 : 1.05
            ended += round
        }
        #expect(
            try fixture.run(["store", "check"]) == ProgramResult(code: 0, output: "\(fixture.store): no faults\n"))
        let promised = ended.filter { $0.output.hasSuffix("}\n") }
        for booking in promised {
            let reference = try #require(try booking.json()["reference"] as? String)
            let shown = try fixture.run(["booking", "show", reference, "--phone", "0401234567", "--format", "json"])
            #expect(shown == ProgramResult(code: 0, output: booking.output))
        }
        let booked = try fixture.timetable("booked", "--from", "2099-12-01", "--until", "2099-12-07")
        #expect(booked.count >= promised.count)
    }

    /// Bookings at once, so that one is killed while another waits for the store. Each is killed so many seconds
    /// after its start.
    private func bookAtOnce(_ moments: [Double]) throws -> [ProgramResult] {
        let running = try moments.map { moment in (program: try fixture.start(nextBooking()), moment: moment) }
        let begun = Date()
        for (program, moment) in running.sorted(by: { $0.moment < $1.moment }) {
            Thread.sleep(forTimeInterval: max(0, moment - Date().timeIntervalSince(begun)))
            program.kill()
        }
        return try running.map { try $0.program.wait() }
    }

    /// Each books a time of its own.
    private func nextBooking() -> [String] {
        let minutes = position * 15
        position += 1
        let parts = [minutes / 1440 + 1, minutes / 60 % 24, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return CommandFixture.booking(at: "2099-12-\(parts[0])T\(parts[1]):\(parts[2])")
    }
}
