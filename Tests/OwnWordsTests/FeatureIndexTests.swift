import Testing

@testable import OwnWords

@Suite("Numbers for pieces of text")
struct FeatureIndexTests {
    @Test("A piece keeps its number while the table grows")
    func growing() {
        var table = FeatureIndex(expecting: 1)
        let keys = (0..<20_000).map { UInt64($0) &* 0x2545_F491_4F6C_DD1D }
        var numbers: [Int] = []
        for key in keys { numbers.append(table.add(key)) }
        #expect(numbers == Array(0..<20_000))
        var found: [UInt32: Int] = [:]
        for (known, number) in table.all { found[known] = number }
        #expect(keys.map { found[FeatureIndex.known($0)] } == numbers)
        let again = table.add(keys[7])
        #expect(again == 7)
        let count = table.count
        #expect(count == 20_000)
    }
}
