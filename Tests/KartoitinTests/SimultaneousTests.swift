import Foundation
import Testing

@Suite("Programs that book at once")
struct SimultaneousTests {
    let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
    }

    /// What became of several programs that book one time, all started before any is waited for.
    private func bookAtOnce(_ count: Int, at start: String) throws -> [ProgramResult] {
        let running = try (0..<count).map { _ in try fixture.start(CommandFixture.booking(at: start)) }
        return try running.map { try $0.wait() }
    }

    @Test("Of two that want the last time one gets it and one is told to choose another, twenty times over")
    func lastTime() throws {
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T14:00")
        for round in 0..<20 {
            let minutes = 9 * 60 + round * 15
            let clock = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
            let ended = try bookAtOnce(2, at: "2099-12-01T\(clock)")
            #expect(ended.map(\.code).sorted() == [0, 75], "\(clock): \(ended.map(\.error))")
        }
        #expect(try fixture.freeStarts() == [])
        #expect(try fixture.run(["store", "check"]).code == 0)
    }

    @Test("Of eight that want the time of five workers five get one each")
    func fiveWorkers() throws {
        for number in 1...5 { try fixture.open("worker-\(number)", at: "2099-12-01T09:00") }
        let ended = try bookAtOnce(8, at: "2099-12-01T09:00")
        #expect(ended.map(\.code).sorted() == [0, 0, 0, 0, 0, 75, 75, 75])
        let workers = try ended.filter { $0.code == 0 }.map { try $0.json()["professional"] as? String }
        #expect(Set(workers).count == 5)
        #expect(try fixture.run(["store", "check"]).code == 0)
    }

    @Test("Demonstrations that start at once share one store, and each professional's times are there once")
    func demonstrations() throws {
        let shared = fixture.path("demo.sqlite")
        let running = try (0..<4).map { _ in try fixture.start(["demo", "--store", shared]) }
        for program in running { #expect(try program.wait().error == "") }
        let alone = fixture.path("alone.sqlite")
        try fixture.prepare(["demo", "--store", alone])
        let list = ["timetable", "list", "--format", "csv", "--store"]
        #expect(try fixture.prepare(list + [shared]) == fixture.prepare(list + [alone]))
    }
}
