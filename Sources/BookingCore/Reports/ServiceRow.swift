public import SocialServices

/// What a row of a report by service adds up.
public struct ServiceRow: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case task
        case service
        /// What of a service task names no service.
        case noService = "no-service"
        /// All service tasks together.
        case total
    }

    public let kind: Kind
    /// Nil in the row of all service tasks together.
    public let task: ServiceTask?
    /// Nil except in the row of a service.
    public let service: String?

    private init(_ kind: Kind, _ task: ServiceTask? = nil, _ service: String? = nil) {
        (self.kind, self.task, self.service) = (kind, task, service)
    }

    /// Each service task that is counted, below it its services and what names none, in a fixed order; last all together.
    ///
    /// - Parameter tasks: those that have a row in any case.
    static func all(of counted: [(task: ServiceTask, service: String?)], and tasks: Set<ServiceTask> = [])
        -> [ServiceRow]
    {
        ServiceTask.allCases.flatMap { task -> [ServiceRow] in
            let own = counted.filter { $0.task == task }
            if own.isEmpty, !tasks.contains(task) { return [] }
            let services = Set(own.compactMap(\.service)).sorted().map { ServiceRow(.service, task, $0) }
            let hasUnnamed = !services.isEmpty && own.contains { $0.service == nil }
            return [ServiceRow(.task, task)] + services + (hasUnnamed ? [ServiceRow(.noService, task)] : [])
        } + [ServiceRow(.total)]
    }

    func holds(_ task: ServiceTask, _ service: String?) -> Bool {
        switch kind {
        case .total: true
        case .task: task == self.task
        case .service, .noService: task == self.task && service == self.service
        }
    }

    /// What the rows add up to in each column.
    static func sums(of rows: [ServiceRow], columns: Range<Int>) -> [SuppressedCells.Sum] {
        columns.flatMap { column in
            rows.indices.compactMap { total in
                let parts = rows.indices.filter { rows[$0].isPart(of: rows[total]) }
                return parts.isEmpty ? nil : .init(.init(total, column), of: parts.map { .init($0, column) })
            }
        }
    }

    private func isPart(of other: ServiceRow) -> Bool {
        switch other.kind {
        case .total: kind == .task
        case .task: task == other.task && kind != .task
        case .service, .noService: false
        }
    }
}
