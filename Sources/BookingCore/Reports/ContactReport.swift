public import SocialServices

/// How the clients of a period were met: by phone, remotely or at an office, and how often the client did not come.
public struct ContactReport: Sendable, Equatable {
    /// The national target for contacts by remote means, of all contacts (final report of the county's project). It
    /// was not found whether a phone call counts: here only meetings with a remote connection do.
    public static let remoteTarget = 0.35

    public struct Row: Sendable, Equatable {
        /// Nil in the row of all service tasks together.
        public let task: ServiceTask?
        /// Meetings that were held, by how.
        private var counts: [ContactMethod: Int] = [:]
        public private(set) var noShows = 0

        public var all: Int { counts.values.reduce(0, +) }
        /// From 0 to 1; nil where there is nothing.
        public var remoteShare: Double? { all > 0 ? Double(count(.remote)) / Double(all) : nil }

        public func count(_ method: ContactMethod) -> Int { counts[method] ?? 0 }

        fileprivate init(_ task: ServiceTask?, of tallies: [BookingCount]) {
            self.task = task
            for tally in tallies {
                if tally.isNoShow {
                    noShows += tally.count
                } else {
                    counts[tally.method, default: 0] += tally.count
                }
            }
        }
    }

    /// Each service task that met a client, then all together.
    public let rows: [Row]

    public init(of tallies: [BookingCount]) {
        let met = tallies.filter { !$0.isCancelled }
        let tasks = ServiceTask.allCases.filter { task in met.contains { $0.task == task } }
        rows =
            tasks.map { task in Row(task, of: met.filter { $0.task == task }) } + [Row(nil, of: met)]
    }
}
