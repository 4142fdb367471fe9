public import SocialServices

/// Who made the bookings of a period: the statistics that the county asks for every two months, by service task and
/// by service.
public struct BookingReport: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public let place: ServiceRow
        public internal(set) var byClients = 0
        public internal(set) var byProfessionals = 0
        public internal(set) var byPhoneService = 0
        /// Of all of them those that the client cancelled in the end, also after a move.
        public internal(set) var cancelledByClient = 0
        /// The same of the phone service, the professional or the county.
        public internal(set) var cancelledByCounty = 0

        public var all: Int { byClients + byProfessionals + byPhoneService }
        public var cancelled: Int { cancelledByClient + cancelledByCounty }
        /// What clients made themselves, of all, from 0 to 1; nil where there is nothing.
        public var clientsShare: Double? { all > 0 ? Double(byClients) / Double(all) : nil }
    }

    /// Each service task, below it its services and what names none, in a fixed order; last all together.
    public let rows: [Row]

    public init(of tallies: [BookingCount]) {
        rows = ServiceRow.all(of: tallies.map { ($0.task, $0.service) }).map { place in
            tallies.filter { place.holds($0.task, $0.service) }.reduce(into: Row(place: place)) { $0.add($1) }
        }
    }
}

extension BookingReport.Row {
    fileprivate mutating func add(_ tally: BookingCount) {
        switch tally.maker {
        case .client: byClients += tally.count
        case .professional: byProfessionals += tally.count
        case .phoneService: byPhoneService += tally.count
        }
        switch tally.cancelledBy {
        case .client: cancelledByClient += tally.count
        case .phoneService, .professional, .county: cancelledByCounty += tally.count
        case nil: break
        }
    }
}

extension BookingReport {
    /// The columns of counts, in the order of `cells`.
    public enum Count: Int, CaseIterable, Sendable {
        case byClients, byProfessionals, byPhoneService, all, cancelledByClient, cancelledByCounty, cancelled
    }

    /// The counts of each row, with those hidden that the rule hides and those that would tell them.
    public func cells(_ rule: SmallCellSuppression) -> SuppressedCells {
        let counts = rows.map { row in Count.allCases.map { row[$0] } }
        func sum(_ total: Count, of parts: [Count], in row: Int) -> SuppressedCells.Sum {
            .init(.init(row, total.rawValue), of: parts.map { .init(row, $0.rawValue) })
        }
        let across = rows.indices.flatMap { row in
            [
                sum(.all, of: [.byClients, .byProfessionals, .byPhoneService], in: row),
                sum(.cancelled, of: [.cancelledByClient, .cancelledByCounty], in: row),
            ]
        }
        let down = ServiceRow.sums(of: rows.map(\.place), columns: Count.allCases.indices)
        return SuppressedCells(counts, sums: across + down, by: rule)
    }
}

extension BookingReport.Row {
    fileprivate subscript(_ count: BookingReport.Count) -> Int {
        switch count {
        case .byClients: byClients
        case .byProfessionals: byProfessionals
        case .byPhoneService: byPhoneService
        case .all: all
        case .cancelledByClient: cancelledByClient
        case .cancelledByCounty: cancelledByCounty
        case .cancelled: cancelled
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
    /// Nil where it was not cancelled.
    public let cancelledBy: Cancellation.Canceller?
    /// Nil where nothing was marked.
    public let attendance: Attendance?
    public let count: Int

    public init(
        task: ServiceTask, service: String?, maker: Booking.BookedBy, method: ContactMethod,
        cancelledBy: Cancellation.Canceller?, attendance: Attendance?, count: Int
    ) {
        self.task = task
        self.service = service
        self.maker = maker
        self.method = method
        self.cancelledBy = cancelledBy
        self.attendance = attendance
        self.count = count
    }
}
