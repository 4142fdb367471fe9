/// An answer that somebody can read on the spot, so that no appointment may be needed.
public struct ReadyAnswer: Sendable, Equatable {
    public let id: String
    /// Where else to turn, by id.
    public let contacts: [String]
}
