import Foundation
import Testing

private let hasServer = ProcessInfo.processInfo.environment["KARTOITIN_TEST_POSTGRESQL"] != nil

/// The list of faults against servers of its own: see `Sources/Benchmarks/Faults`. Needs PostgreSQL, as the tests of the
/// store do.
@Suite("Between a kiosk and its server", .enabled(if: hasServer), .serialized)
struct FaultTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture(languages: []) }

    @Test(
        "Whatever goes wrong, the visitor is told, the kiosk comes back by itself, and each time is booked once",
        arguments: ["stopped stopped-at-start", "answer-lost cut-at-commit", "silent", "no-connection-left upgrade"])
    func faults(names: String) throws {
        let wanted = names.split(separator: " ").map(String.init)
        let repository = URL(filePath: KartoitinProgram.content).deletingLastPathComponent().path
        let ended = try KartoitinProgram.start(
            ["faults"] + wanted, at: KartoitinProgram.beside("Benchmarks"), in: fixture.folder,
            environment: ["TMPDIR": fixture.folder.path, "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"], input: Data(),
            shell: "cd '\(repository)' && exec"
        ).wait()
        #expect(ended.code == 0, "\(ended)")
        #expect(ended.output.split(separator: "\n").count == wanted.count + 1, "\(ended)")
        #expect(ended.output.hasSuffix("broken promises: 0\n"), "\(ended)")
    }
}
