import BookingCore
import Foundation
import Testing

@testable import Storage

@Suite("A step of the schema that is on main")
struct FrozenStepTests {
    /// The sum of a step's text (FNV-1a over its bytes), as it came to main: no change of it, however small, is unseen.
    private static let sums: [(step: Int, sqlite: UInt64, postgreSQL: UInt64)] = [
        (6, 4_813_210_843_405_756_437, 12_963_012_647_034_710_200),
        (7, 9_290_873_231_454_964_832, 2_656_229_710_032_224_528),
    ]

    private static func sum(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    @Test("Is never changed, to the letter", arguments: sums.indices)
    func frozen(index: Int) throws {
        let frozen = Self.sums[index]
        let step = try #require(Schema.steps.first { $0.number == frozen.step })
        #expect(Self.sum(step.sqlite) == frozen.sqlite, "\(Self.sum(step.sqlite))")
        #expect(Self.sum(step.postgreSQL) == frozen.postgreSQL, "\(Self.sum(step.postgreSQL))")
    }

    @Test("Has its sum here, from step 6 on; the earlier ones are compared with what was released")
    func all() {
        #expect(Schema.steps.map(\.number).filter { $0 > 5 } == Self.sums.map(\.step))
    }
}
