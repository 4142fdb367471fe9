public import SocialServices

/// Flags in their own order, as text.
public struct SituationFlagList: Sendable {
    private let flags: [String]

    public init(_ flags: Set<SituationFlag>) {
        self.flags = SituationFlag.allCases.filter(flags.contains).map(\.rawValue)
    }

    /// `  flag soon, child`, to stand after other words; empty where there is none.
    var text: String { flags.isEmpty ? "" : "  flag \(list)" }

    /// `soon, child`
    public var list: String { flags.joined(separator: ", ") }
}
