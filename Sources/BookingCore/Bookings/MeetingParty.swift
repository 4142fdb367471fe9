/// Another person who comes to a meeting.
public struct MeetingParty: Sendable, Hashable {
    /// Opens nothing but their own messages; told to nobody else.
    public let code: BookingReference
    public let client: Client

    public init(code: BookingReference, client: Client) {
        self.code = code
        self.client = client
    }
}
