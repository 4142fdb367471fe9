import Foundation
import Testing

@Suite("Processes that want the same times")
struct ContentionTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture(languages: []) }

    @Test("Four processes and eighty seats: each has a worker of their own, and nobody is refused while one is free")
    func short() throws {
        let ended = try KartoitinProgram.start(
            ["contention", "--professionals", "20", "--processes", "4", "--attempts", "800"],
            at: KartoitinProgram.beside("Benchmarks"), in: fixture.folder,
            environment: ["TMPDIR": fixture.folder.path, "SWIFT_BACKTRACE": "enable=no"], input: Data()
        ).wait()
        #expect(ended.code == 0, "\(ended)")
        #expect(ended.output.contains("\n800 attempts in "), "\(ended)")
        #expect(ended.output.hasSuffix("broken promises: 0\n"), "\(ended)")
    }
}
