/// The name of a booking right that its client reads aloud.
public struct RightCode: SpokenCode {
    public let characters: String

    public init(checked characters: String) { self.characters = characters }
}
