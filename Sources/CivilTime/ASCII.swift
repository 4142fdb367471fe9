/// The characters that codes and notations are written with: no other script's digits, no accents.
public enum ASCII {
    /// `true` if the byte is one of the ten digits 0–9.
    @inlinable
    public static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// `true` if the byte is one of the letters a–z.
    @inlinable
    public static func isSmallLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
