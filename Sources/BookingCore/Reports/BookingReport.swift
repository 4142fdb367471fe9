public import SocialServices

/// Who made the bookings of a period: the statistics that the county asks for every two months, by service task and
/// by service.
public struct BookingReport: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        /// What a row adds up.
        public enum Kind: String, Sendable {
            case task
            case service
            /// The bookings of a service task that name no service.
            case noService = "no-service"
            /// All service tasks together.
            case total
        }

        public let kind: Kind
        /// Nil in the row of all service tasks together.
        public let task: ServiceTask?
        /// Nil except in the row of a service.
        public let service: String?
        public internal(set) var byClients = 0
        public internal(set) var byProfessionals = 0
        public internal(set) var byPhoneService = 0
        /// Of all of them those that were cancelled in the end, also after a move.
        public internal(set) var cancelled = 0

        public var all: Int { byClients + byProfessionals + byPhoneService }
        /// What clients made themselves, of all, from 0 to 1; nil where there is nothing.
        public var clientsShare: Double? { all > 0 ? Double(byClients) / Double(all) : nil }
    }

    /// Each service task, below it its services and what names none, in a fixed order; last all together.
    public let rows: [Row]

    public init(of tallies: [BookingCount]) {
        var rows: [Row] = []
        for task in ServiceTask.allCases {
            let own = tallies.filter { $0.task == task }
            if own.isEmpty { continue }
            rows.append(Self.row(.task, task, of: own))
            let services = Set(own.compactMap(\.service)).sorted()
            for service in services {
                rows.append(Self.row(.service, task, service, of: own.filter { $0.service == service }))
            }
            let unnamed = own.filter { $0.service == nil }
            if !services.isEmpty, !unnamed.isEmpty { rows.append(Self.row(.noService, task, of: unnamed)) }
        }
        self.rows = rows + [Self.row(.total, nil, of: tallies)]
    }

    private static func row(
        _ kind: Row.Kind, _ task: ServiceTask?, _ service: String? = nil, of tallies: [BookingCount]
    ) -> Row {
        tallies.reduce(into: Row(kind: kind, task: task, service: service)) { row, tally in
            switch tally.maker {
            case .client: row.byClients += tally.count
            case .professional: row.byProfessionals += tally.count
            case .phoneService: row.byPhoneService += tally.count
            }
            if tally.isCancelled { row.cancelled += tally.count }
        }
    }
}

extension BookingReport {
    /// The columns of counts, in the order of `cells`.
    public enum Count: Int, CaseIterable, Sendable {
        case byClients, byProfessionals, byPhoneService, all, cancelled
    }

    /// The counts of each row, with those hidden that the rule hides and those that would tell them.
    public func cells(_ rule: SmallCellSuppression) -> SuppressedCells {
        let counts = rows.map { [$0.byClients, $0.byProfessionals, $0.byPhoneService, $0.all, $0.cancelled] }
        let across = rows.indices.map { row in
            SuppressedCells.Sum(.init(row, Count.all.rawValue), of: (0..<3).map { .init(row, $0) })
        }
        let down = Count.allCases.map(\.rawValue).flatMap { column in
            rows.indices.compactMap { total -> SuppressedCells.Sum? in
                let below = parts(of: total)
                return below.isEmpty
                    ? nil : SuppressedCells.Sum(.init(total, column), of: below.map { .init($0, column) })
            }
        }
        return SuppressedCells(counts, sums: across + down, by: rule)
    }

    /// The rows that add up to a row.
    private func parts(of total: Int) -> [Int] {
        switch rows[total].kind {
        case .total: rows.indices.filter { rows[$0].kind == .task }
        case .task: rows.indices.filter { $0 != total && rows[$0].task == rows[total].task }
        case .service, .noService: []
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
    /// Nil where nothing was marked.
    public let attendance: Attendance?
    public let count: Int

    public init(
        task: ServiceTask, service: String?, maker: Booking.BookedBy, method: ContactMethod, isCancelled: Bool,
        attendance: Attendance?, count: Int
    ) {
        self.task = task
        self.service = service
        self.maker = maker
        self.method = method
        self.isCancelled = isCancelled
        self.attendance = attendance
        self.count = count
    }
}
