/// Words within what the monkey types, each once, in order: one that is seen tells when it was typed.
struct Marker {
    /// How the word begins, and how many digits and letters of check follow.
    private static let beginning = Array("qz".utf8)
    private static let digits = 7
    private static let length = beginning.count + digits + 3

    private(set) var number = 0

    /// The next word, never typed before.
    mutating func next() -> String {
        number += 1
        return Self.word(number)
    }

    private static func word(_ number: Int) -> String {
        let padded = String(String(number + 10_000_000).dropFirst())
        var check = number &* 7919 % 8000
        var letters = ""
        for _ in 0..<3 {
            letters.append(Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(check % 20))))
            check /= 20
        }
        return "qz\(padded)\(letters)"
    }

    /// The numbers of all whole words in the output. A word that was edited or broken is none.
    static func numbers(in output: ArraySlice<UInt8>) -> [Int] {
        var numbers: [Int] = []
        var rest = output
        while let start = rest.firstIndex(of: beginning[0]) {
            rest = rest[start...]
            let word = rest.prefix(length)
            let number = Int(String(decoding: word.dropFirst(beginning.count).prefix(digits), as: UTF8.self))
            if let number, number > 0, Array(word) == Array(Self.word(number).utf8) { numbers.append(number) }
            rest = rest.dropFirst()
        }
        return numbers
    }
}
