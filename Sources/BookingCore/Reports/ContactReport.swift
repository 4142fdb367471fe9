public import SocialServices

/// How the clients of a period were met: by phone, remotely or at an office, and how often the client did not come.
public struct ContactReport: Sendable, Equatable {
    /// The national target for contacts by remote means, of all contacts (final report of the county's project). It
    /// was not found whether a phone call counts: here only meetings with a remote connection do.
    public static let remoteTarget = 0.35

    public struct Row: Sendable, Equatable {
        /// Nil in the row of all service tasks together.
        public let task: ServiceTask?
        public internal(set) var byPhone = 0
        public internal(set) var remote = 0
        public internal(set) var atOffice = 0
        public internal(set) var noShows = 0

        public var all: Int { byPhone + remote + atOffice }
        /// From 0 to 1; nil where there is nothing.
        public var remoteShare: Double? { all > 0 ? Double(remote) / Double(all) : nil }
    }

    /// Each service task that met a client, then all together.
    public let rows: [Row]

    public init(of tallies: [BookingCount]) {
        let met = tallies.filter { !$0.isCancelled }
        let tasks = ServiceTask.allCases.filter { task in met.contains { $0.task == task } }
        rows =
            tasks.map { task in Self.row(task, of: met.filter { $0.task == task }) } + [Self.row(nil, of: met)]
    }

    private static func row(_ task: ServiceTask?, of tallies: [BookingCount]) -> Row {
        tallies.reduce(into: Row(task: task)) { row, tally in
            if tally.isNoShow {
                row.noShows += tally.count
                return
            }
            switch tally.method {
            case .phone: row.byPhone += tally.count
            case .remote: row.remote += tally.count
            case .office: row.atOffice += tally.count
            }
        }
    }
}
