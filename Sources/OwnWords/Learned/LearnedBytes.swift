import Foundation

/// Writes what was learned: numbers with the lowest byte first, each array after how many it holds.
struct LearnedWriter {
    private(set) var data = Data()

    mutating func write<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
        for byte in 0..<(Number.bitWidth / 8) { data.append(UInt8(truncatingIfNeeded: number >> (byte * 8))) }
    }

    mutating func write<Number: FixedWidthInteger & BitwiseCopyable>(_ numbers: [Number]) {
        write(UInt64(numbers.count))
        for number in numbers { write(number) }
    }

    mutating func write(_ numbers: [Float]) { write(numbers.map(\.bitPattern)) }

    mutating func write(_ bytes: Data) {
        write(UInt64(bytes.count))
        data.append(bytes)
    }
}

/// Reads it again. Nil comes of every read behind the end: a file may be cut off.
struct LearnedReader {
    private let data: Data
    private(set) var place: Int

    init(_ data: Data) {
        self.data = data
        place = data.startIndex
    }

    mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type = Number.self) -> Number? {
        let width = Number.bitWidth / 8
        guard data.endIndex - place >= width else { return nil }
        defer { place += width }
        return data.bytes.unsafeLoadUnaligned(fromByteOffset: place - data.startIndex, as: Number.self).littleEndian
    }

    mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type = Number.self) -> [Number]?
    {
        guard let count = count(of: Number.bitWidth / 8) else { return nil }
        let bytes = data.bytes
        let width = Number.bitWidth / 8
        let start = place - data.startIndex
        place += count * width
        return (0..<count).map {
            bytes.unsafeLoadUnaligned(fromByteOffset: start + $0 * width, as: Number.self).littleEndian
        }
    }

    mutating func floats() -> [Float]? { numbers(UInt32.self)?.map(Float.init(bitPattern:)) }

    /// A piece of the file itself, which stays where it is.
    mutating func bytes() -> Data? {
        guard let count = count(of: 1) else { return nil }
        defer { place += count }
        return data[place..<(place + count)]
    }

    private mutating func count(of width: Int) -> Int? {
        guard let count = number(UInt64.self).flatMap(Int.init(exactly:)),
            count <= (data.endIndex - place) / width
        else { return nil }
        return count
    }
}

/// Lists of numbers, all in one array.
struct NumberLists: Sendable, Equatable {
    private var ends: [Int32] = []
    private var numbers: [Int32] = []

    init() {}

    init(_ lists: [[Int32]]) {
        for list in lists { append(list) }
    }

    var count: Int { ends.count }

    mutating func append(_ list: [Int32]) {
        numbers += list
        ends.append(Int32(numbers.count))
    }

    subscript(number: Int) -> ArraySlice<Int32> {
        numbers[Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])]
    }

    func write(to writer: inout LearnedWriter) {
        writer.write(ends)
        writer.write(numbers)
    }

    /// Nil if the lists are not whole, or if a number is not below `limit`.
    init?(from reader: inout LearnedReader, below limit: Int) {
        guard let ends = reader.numbers(Int32.self), let numbers = reader.numbers(Int32.self),
            (ends.last ?? 0) == numbers.count, zip([0] + ends, ends).allSatisfy({ $0 <= $1 }),
            numbers.allSatisfy({ 0 <= $0 && $0 < limit })
        else { return nil }
        self.ends = ends
        self.numbers = numbers
    }
}
