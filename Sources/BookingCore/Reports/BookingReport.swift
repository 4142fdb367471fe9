public import SocialServices

/// Who made the bookings of a period: the statistics that the county asks for every two months, by service task and
/// by service.
public struct BookingReport: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public let task: ServiceTask
        /// Nil in the row of the whole service task.
        public let service: String?
        public internal(set) var byClients = 0
        public internal(set) var byProfessionals = 0
        public internal(set) var byPhoneService = 0
        /// Of all of them those that were cancelled later and not moved.
        public internal(set) var cancelled = 0

        public var all: Int { byClients + byProfessionals + byPhoneService }
        /// What clients made themselves, of all, from 0 to 1; nil where there is nothing.
        public var clientsShare: Double? { all > 0 ? Double(byClients) / Double(all) : nil }
    }

    /// Each service task, and its services below it, in a fixed order.
    public let rows: [Row]

    public init(of tallies: [BookingCount]) {
        var rows: [Row] = []
        for task in ServiceTask.allCases {
            let own = tallies.filter { $0.task == task }
            if own.isEmpty { continue }
            rows.append(Self.row(task, service: nil, of: own))
            for service in Set(own.compactMap(\.service)).sorted() {
                rows.append(Self.row(task, service: service, of: own.filter { $0.service == service }))
            }
        }
        self.rows = rows
    }

    private static func row(_ task: ServiceTask, service: String?, of tallies: [BookingCount]) -> Row {
        tallies.reduce(into: Row(task: task, service: service)) { row, tally in
            switch tally.maker {
            case .client: row.byClients += tally.count
            case .professional: row.byProfessionals += tally.count
            case .phoneService: row.byPhoneService += tally.count
            }
            if tally.isCancelled { row.cancelled += tally.count }
        }
    }
}

/// How many bookings are alike in everything that the statistics ask for. Counts only: no person is in it.
public struct BookingCount: Sendable, Hashable {
    public let task: ServiceTask
    /// The service it concerns, by id; nil where it was booked by service task alone.
    public let service: String?
    public let maker: Booking.BookedBy
    public let method: ContactMethod
    public let isCancelled: Bool
    /// `true` if the client did not come.
    public let isNoShow: Bool
    public let count: Int

    public init(
        task: ServiceTask, service: String?, maker: Booking.BookedBy, method: ContactMethod, isCancelled: Bool,
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
