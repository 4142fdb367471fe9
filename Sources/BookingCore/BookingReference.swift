/// The name of a booking that its client knows.
public struct BookingReference: SpokenCode {
    public let characters: String

    public init(checked characters: String) { self.characters = characters }
}
