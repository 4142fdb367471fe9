import Foundation

/// The weight of each feature in each situation: a hash table in the bytes of a file, which is mapped into memory and of
/// which a text touches a few hundred rows.
///
/// A row is the known bits of the feature's key (4 bytes), how rare the feature is (2), and a weight for each situation
/// (2 each), lowest bytes first. A row of a rarity of 0 is empty. A feature is looked for from the row that its key says
/// on. Nothing in the bytes is trusted: what is no feature there weighs nothing.
struct WeightTable: Sendable {
    let columns: Int
    /// What a weight of 1 in the bytes stands for.
    private let unit: Float
    private let data: Data

    private var rowSize: Int { 6 + 2 * columns }
    private static let rarityUnit: Float = 1 / 2048

    /// - Parameters:
    ///   - weights: a row of `columns` for each feature; each weight was multiplied by the rarity.
    init(_ set: TrainingSet, rarities: [Float], weights: [Float]) {
        let columns = set.situations
        let kept = set.features.all.filter { set.isKept($0.number) }
        self.columns = columns
        let largest = weights.reduce(Float.leastNormalMagnitude) { max($0, abs($1)) }
        let unit = largest / Float(Int16.max)
        let size = 6 + 2 * columns
        let rows = kept.count * 4 / 3 + 16
        var bytes = [UInt8](repeating: 0, count: rows * size)
        func put(_ number: UInt16, at place: Int) {
            bytes[place] = UInt8(truncatingIfNeeded: number)
            bytes[place + 1] = UInt8(truncatingIfNeeded: number >> 8)
        }
        for (known, number) in kept {
            var row = Self.firstRow(of: known, among: rows)
            while bytes[row * size + 4] != 0 || bytes[row * size + 5] != 0 { row = (row + 1) % rows }
            let place = row * size
            put(UInt16(truncatingIfNeeded: known), at: place)
            put(UInt16(truncatingIfNeeded: known >> 16), at: place + 2)
            put(UInt16(max(1, (rarities[number] / Self.rarityUnit).rounded())), at: place + 4)
            for column in 0..<columns {
                let weight = Int16((weights[number * columns + column] / unit).rounded())
                put(UInt16(bitPattern: weight), at: place + 6 + 2 * column)
            }
        }
        self.unit = unit
        data = Data(bytes)
    }

    /// Calls `body` with each known one of the features' keys.
    ///
    /// - Parameter body: gets the number of the key, the feature's rarity, and its weight in each situation.
    func forEach(
        of keys: [UInt64], _ body: (_ number: Int, _ rarity: Float, _ weight: (_ column: Int) -> Float) -> Void
    ) {
        let bytes = data.bytes
        func number(at place: Int) -> UInt16 {
            bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt16.self).littleEndian
        }
        let rows = data.count / rowSize
        for (index, key) in keys.enumerated() {
            let known = FeatureIndex.known(key)
            var row = Self.firstRow(of: known, among: rows)
            for _ in 0..<rows {
                let place = row * rowSize
                let rarity = number(at: place + 4)
                if rarity == 0 { break }
                if number(at: place) == UInt16(truncatingIfNeeded: known),
                    number(at: place + 2) == UInt16(truncatingIfNeeded: known >> 16)
                {
                    body(index, Float(rarity) * Self.rarityUnit) { column in
                        Float(Int16(bitPattern: number(at: place + 6 + 2 * column))) * unit
                    }
                    break
                }
                row = row + 1 == rows ? 0 : row + 1
            }
        }
    }

    private static func firstRow(of known: UInt32, among rows: Int) -> Int {
        Int((UInt64(known) &* UInt64(rows)) >> 32)
    }

    func write(to writer: inout LearnedWriter) {
        writer.write(UInt32(columns))
        writer.write(unit.bitPattern)
        writer.write(data)
    }

    /// Nil if the table is not whole.
    init?(from reader: inout LearnedReader, columns: Int) {
        guard reader.number(UInt32.self) == UInt32(columns),
            let unit = reader.number(UInt32.self).map(Float.init(bitPattern:)), unit.isFinite,
            let data = reader.bytes(), data.count.isMultiple(of: 6 + 2 * columns)
        else { return nil }
        self.columns = columns
        self.unit = unit
        self.data = data
    }
}
