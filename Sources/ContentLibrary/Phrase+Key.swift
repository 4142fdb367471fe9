extension Phrase {
    /// What it is called in the file: its name in small letters, with a hyphen before each new word. `faultNotUTF8` is
    /// `fault-not-utf8`.
    public var key: String {
        var key: [UInt8] = []
        let name = Array("\(self)".utf8)
        for (index, letter) in name.enumerated() {
            let beginsAfter = { (before: UInt8) in
                let isBeforeSmall = index + 1 < name.count && Self.isSmall(name[index + 1])
                return Self.isSmall(before) || Self.isCapital(before) && isBeforeSmall
            }
            if index > 0, !Self.isSmall(letter), beginsAfter(name[index - 1]) { key.append(UInt8(ascii: "-")) }
            key.append(Self.isCapital(letter) ? letter | 0x20 : letter)
        }
        return String(decoding: key, as: UTF8.self)
    }

    init?(key: String) {
        guard let phrase = Self.byKey[key] else { return nil }
        self = phrase
    }

    private static let byKey = Dictionary(allCases.map { ($0.key, $0) }) { first, _ in first }

    private static func isSmall(_ letter: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) }

    private static func isCapital(_ letter: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
    }
}
