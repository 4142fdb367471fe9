public import SocialServices

/// How the clients of a period were met: by phone, remotely or at an office, and how often the client did not come.
public struct ContactReport: Sendable, Equatable {
    /// The national target for contacts by remote means, of all contacts (final report of the county's project). It
    /// was not found whether a phone call counts: here only meetings with a remote connection do.
    public static let remoteTarget = 0.35

    public struct Row: Sendable, Equatable {
        /// Nil in the row of all service tasks together.
        public let task: ServiceTask?
        /// Meetings that were marked as held, by how.
        private var counts: [ContactMethod: Int] = [:]
        public private(set) var noShows = 0
        /// Meetings of which nobody marked whether the client came.
        public private(set) var unmarked = 0

        /// All that were marked as held.
        public var all: Int { counts.values.reduce(0, +) }
        /// From 0 to 1; nil where there is nothing.
        public var remoteShare: Double? { all > 0 ? Double(count(.remote)) / Double(all) : nil }

        public func count(_ method: ContactMethod) -> Int { counts[method] ?? 0 }

        fileprivate init(_ task: ServiceTask?, of tallies: [BookingCount]) {
            self.task = task
            for tally in tallies {
                switch tally.attendance {
                case .met: counts[tally.method, default: 0] += tally.count
                case .noShow: noShows += tally.count
                case nil: unmarked += tally.count
                }
            }
        }
    }

    /// Each service task that has meetings, then all together.
    public let rows: [Row]

    /// - Parameter tallies: counts of meetings that are over.
    public init(of tallies: [BookingCount]) {
        let kept = tallies.filter { $0.cancelledBy == nil }
        let tasks = ServiceTask.allCases.filter { task in kept.contains { $0.task == task } }
        rows =
            tasks.map { task in Row(task, of: kept.filter { $0.task == task }) } + [Row(nil, of: kept)]
    }

    /// The columns of counts, in the order of `cells`: each way to meet, then these.
    public static let allColumn = ContactMethod.allCases.count
    public static let noShowColumn = allColumn + 1
    public static let unmarkedColumn = allColumn + 2

    /// The counts of each row, with those hidden that the rule hides and those that would tell them.
    public func cells(_ rule: SmallCellSuppression) -> SuppressedCells {
        let counts = rows.map { row in
            ContactMethod.allCases.map(row.count) + [row.all, row.noShows, row.unmarked]
        }
        let across = rows.indices.map { row in
            SuppressedCells.Sum(.init(row, Self.allColumn), of: (0..<Self.allColumn).map { .init(row, $0) })
        }
        let total = rows.count - 1
        let down = (0...Self.unmarkedColumn).map { column in
            SuppressedCells.Sum(.init(total, column), of: (0..<total).map { .init($0, column) })
        }
        return SuppressedCells(counts, sums: across + down, by: rule)
    }
}
