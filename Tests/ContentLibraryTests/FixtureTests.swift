import ContentLibrary
import Foundation
import Testing

/// Each folder of `Fixtures/` has the name of a fault and the files in which it differs from the sound content.
/// `expected.txt` holds what `content check --hints` prints of it: faults, counts, remarks.
@Suite("Each fault and each remark, in a folder of its name")
struct FixtureTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    private static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path).filter { !$0.hasPrefix(".") }.sorted())
        ?? []

    @Test("All of them are there")
    func all() {
        #expect(
            Self.names == [
                "danger-without-words", "dead-end", "empty-outcome", "endless-walk", "idle-option", "long-sentence",
                "long-word",
                "missing-words", "no-human", "no-unknown", "no-urgent-exit", "past-validity", "same-text-options",
                "silent-danger-phrase",
                "too-long-walk", "unchecked-fact", "undefined-appointment", "unreachable-outcome",
                "unreachable-question", "unused-appointment",
            ])
    }

    @Test("It is told word for word, with file and line", arguments: names)
    func told(name: String) throws {
        let folder = try ContentFolder()
        let fixture = Self.fixtures.appendingPathComponent(name)
        for file in try #require(FileManager.default.enumerator(atPath: fixture.path)) {
            guard let file = file as? String, file.hasSuffix(".txt"), file != "expected.txt" else { continue }
            try folder.write([UInt8](Data(contentsOf: fixture.appendingPathComponent(file))), to: file)
        }
        let check = try folder.check()
        let told = check.faults.map(\.description) + [check.summary] + check.remarks.map(\.description)
        let expected = try String(contentsOf: fixture.appendingPathComponent("expected.txt"), encoding: .utf8)
        #expect(told.map { $0 + "\n" }.joined() == expected)
    }
}
