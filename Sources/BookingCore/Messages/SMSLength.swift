/// How long a text is as an SMS: the county pays for each part.
///
/// Source: 3GPP TS 23.038 (GSM 7-bit alphabet) and 23.040 (160 and 153, or 70 and 67 where one character is not of
/// the alphabet).
public struct SMSLength: Sendable, Hashable {
    /// As an SMS counts them.
    public let characters: Int
    /// At least 1.
    public let parts: Int

    public init(of text: String) {
        let scalars = text.unicodeScalars
        if scalars.allSatisfy({ Self.alphabet.contains($0) || Self.extended.contains($0) }) {
            characters = scalars.reduce(0) { $0 + (Self.extended.contains($1) ? 2 : 1) }
            parts = Self.parts(characters, alone: 160, joined: 153)
        } else {
            characters = text.utf16.count
            parts = Self.parts(characters, alone: 70, joined: 67)
        }
    }

    private static func parts(_ count: Int, alone: Int, joined: Int) -> Int {
        count <= alone ? 1 : (count + joined - 1) / joined
    }

    private static let alphabet = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
    private static let extended = Set("\u{0C}^{}\\[~]|€".unicodeScalars)
}
