/// An e-mail address, checked just enough to catch a slip of the finger.
public struct EmailAddress: Sendable, Hashable {
    public let address: String

    /// - Parameter typed: at most 254 bytes (RFC 5321), one `@`, something before it and a dot after it.
    ///   Anything else, and anything with a space or a control character, gives nil.
    public init?(typed: String) {
        let parts = typed.split(separator: "@", omittingEmptySubsequences: false)
        guard typed.utf8.count <= 254, parts.count == 2, !parts[0].isEmpty,
            typed.unicodeScalars.map(\.properties).allSatisfy({ !$0.isWhitespace && $0.generalCategory != .control })
        else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        address = typed
    }
}
