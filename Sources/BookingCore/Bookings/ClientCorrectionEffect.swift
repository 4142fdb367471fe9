/// What a correction does, as it is shown before it is done.
public struct ClientCorrectionEffect: Sendable, Hashable {
    public let client: KnownClient
    public let changes: [ClientFieldChange]
    /// The coming bookings that it reaches, in order of time.
    public let bookings: [Booking]
    /// Booking rights that go along with it.
    public let rights: Int
    /// Messages that were still to be sent and are taken back.
    public let withdrawn: Int
    /// Confirmations that go out instead.
    public let confirmations: Int
    /// Other clients who have the new phone number.
    public let othersOfNumber: Int
    /// Its line in the log of changes; nil of a rehearsal.
    public let change: Int?

    public init(
        client: KnownClient, changes: [ClientFieldChange], bookings: [Booking], rights: Int, withdrawn: Int,
        confirmations: Int, othersOfNumber: Int, change: Int?
    ) {
        self.client = client
        self.changes = changes
        self.bookings = bookings
        self.rights = rights
        self.withdrawn = withdrawn
        self.confirmations = confirmations
        self.othersOfNumber = othersOfNumber
        self.change = change
    }
}
