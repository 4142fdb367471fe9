/// How long a text is as an SMS: the county pays for each part.
///
/// Source: 3GPP TS 23.038 (GSM 7-bit alphabet) and 23.040 (160 and 153, or 70 and 67 where one character is not of
/// the alphabet).
public struct SMSLength: Sendable, Hashable {
    /// The most parts that a text by hand may have: what phones of every make put together again.
    public static let mostParts = 3

    /// As an SMS counts them: a character of the alphabet's extension counts as two.
    public let characters: Int
    /// At least 1.
    public let parts: Int
    /// The first character that the GSM 7-bit alphabet does not have, so that the text travels as UCS-2; nil where
    /// it has them all.
    public let unusual: Unicode.Scalar?

    public var isPlain: Bool { unusual == nil }

    /// How many characters of the GSM 7-bit alphabet fit into so many parts.
    public static let longestPlain = mostParts * plainPart.joined

    /// How many fit where one of them is not of that alphabet.
    public static let longestUnusual = mostParts * unicodePart.joined

    /// How many characters fit into so many parts, of a text of this one's alphabet.
    public var longest: Int { isPlain ? Self.longestPlain : Self.longestUnusual }

    public init(of text: String) {
        let scalars = text.unicodeScalars
        unusual = scalars.first { !Self.alphabet.contains($0) && !Self.extended.contains($0) }
        let isPlain = unusual == nil
        characters =
            isPlain ? scalars.reduce(0) { $0 + (Self.extended.contains($1) ? 2 : 1) } : text.utf16.count
        let (alone, joined) = isPlain ? Self.plainPart : Self.unicodePart
        parts = characters <= alone ? 1 : (characters + joined - 1) / joined
    }

    private static let plainPart = (alone: 160, joined: 153)
    private static let unicodePart = (alone: 70, joined: 67)
    private static let alphabet = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
    private static let extended = Set("\u{0C}^{}\\[~]|€".unicodeScalars)
}
