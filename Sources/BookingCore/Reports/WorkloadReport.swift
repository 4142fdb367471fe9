/// What the timetable of one worker held in a period. It tells of no client.
public struct WorkloadCount: Sendable, Hashable {
    /// The professional's id.
    public let professional: String
    /// Seats of the times that are open to clients.
    public var opened = 0
    public var booked = 0
    /// Of meetings that are over: the client came.
    public var met = 0
    public var noShow = 0
    /// Of meetings that are over: nobody recorded it.
    public var unmarked = 0
    public var cancelledByClient = 0
    /// By the phone service, the professional or the county.
    public var cancelledByCounty = 0

    public init(professional: String) { self.professional = professional }

    public var free: Int { opened - booked }

    /// The sum of two, under the first one's name.
    static func + (left: WorkloadCount, right: WorkloadCount) -> WorkloadCount {
        var sum = left
        sum.opened += right.opened
        sum.booked += right.booked
        sum.met += right.met
        sum.noShow += right.noShow
        sum.unmarked += right.unmarked
        sum.cancelledByClient += right.cancelledByClient
        sum.cancelledByCounty += right.cancelledByCounty
        return sum
    }
}

/// Workload by worker, by team and in all.
public struct WorkloadReport: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        case worker(id: String, name: String)
        case team(String)
        case all
    }

    public struct Row: Sendable, Hashable {
        public let subject: Subject
        public let count: WorkloadCount
    }

    /// Workers by name, then teams, then the total.
    public let rows: [Row]

    /// - Parameter professionals: all of them; one without a time in the period has a row of zeros.
    public init(of counts: [WorkloadCount], professionals: [Professional]) {
        let byID = Dictionary(counts.map { ($0.professional, $0) }) { first, _ in first }
        func count(_ worker: Professional) -> WorkloadCount {
            byID[worker.id] ?? WorkloadCount(professional: worker.id)
        }
        func sum(_ workers: [Professional], _ name: String) -> WorkloadCount {
            workers.map(count).reduce(WorkloadCount(professional: name), +)
        }
        let workers = professionals.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let teams = Set(professionals.compactMap(\.team)).sorted()
        rows =
            workers.map { Row(subject: .worker(id: $0.id, name: $0.name), count: count($0)) }
            + teams.map { team in Row(subject: .team(team), count: sum(workers.filter { $0.team == team }, team)) }
            + [Row(subject: .all, count: sum(workers, ""))]
    }
}
