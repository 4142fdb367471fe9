import BookingCore

/// How workload is printed: a row a worker, a row a team, a total.
enum WorkloadReportTable {
    static let table = Table<WorkloadReport.Row>(
        "workload",
        [
            Column("row") { $0.subject.kind },
            Column("id") { $0.subject.id },
            Column("name") { $0.subject.name },
            Column("opened") { $0.count.opened },
            Column("booked") { $0.count.booked },
            Column("free") { $0.count.free },
            Column("met") { $0.count.met },
            Column("noShows") { $0.count.noShow },
            Column("unmarked") { $0.count.unmarked },
            Column("cancelledByClient") { $0.count.cancelledByClient },
            Column("cancelledByCounty") { $0.count.cancelledByCounty },
        ])
}

extension WorkloadReport.Subject {
    fileprivate var kind: String {
        switch self {
        case .worker: "worker"
        case .team: "team"
        case .all: "total"
        }
    }

    fileprivate var id: String? {
        if case .worker(let id, _) = self { id } else { nil }
    }

    fileprivate var name: String? {
        switch self {
        case .worker(_, let name): name
        case .team(let name): name
        case .all: nil
        }
    }
}
