public import SocialServices

/// How many bookings are alike in everything that the statistics ask for. Counts only: no person is in it.
public struct BookingTally: Sendable, Hashable {
    public let task: ServiceTask
    /// The service it concerns, by id; nil where it was booked by service task alone.
    public let service: String?
    public let maker: Booking.Maker
    public let method: ContactMethod
    public let isCancelled: Bool
    /// True where the client did not come.
    public let isNoShow: Bool
    public let count: Int

    public init(
        task: ServiceTask, service: String?, maker: Booking.Maker, method: ContactMethod, isCancelled: Bool,
        isNoShow: Bool, count: Int
    ) {
        self.task = task
        self.service = service
        self.maker = maker
        self.method = method
        self.isCancelled = isCancelled
        self.isNoShow = isNoShow
        self.count = count
    }
}
