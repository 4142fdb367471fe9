import CivilTime
import ContentLibrary
import Foundation
import HostSystem

extension Command {
    static let contentState = Command(
        "content state", "which content is in force at this machine, since when, and what can be gone back to"
    ) { call in
        let state = ContentState(call.environment)
        try state.print(by: Printer(format: call.environment.format, clock: state.clock))
        if let told = state.remark { call.remark(told) }
        if let error = state.inForce.error, state.faults.isEmpty { throw error }
        return state.faults.isEmpty ? .done : .faultsFound
    }
}

/// What is in force, what was, and what is wrong with what should be.
private struct ContentState {
    private enum Standing: String, ColumnValue {
        case inForce = "in-force"
        /// What is in the folder, where that is not whole.
        case faulty
        case earlier
        /// What was gone back from.
        case withdrawn
    }

    private struct Row {
        let standing: Standing
        let version: String
        let since: Date?
        /// `true` if it is no longer what was put in force.
        let isEdited: Bool
        let folder: String
    }

    let inForce: ContentInForce
    /// Of the folder, by file and line.
    let faults: [ContentFault]
    private let rows: [Row]
    private let path: String
    private let canGoBack: Bool

    init(_ environment: CommandEnvironment) {
        let published = PublishedContent(at: environment.contentFolder)
        let present = FolderCopy.followed(published.path)
        let inForce = ContentInForce(environment)
        self.inForce = inForce
        path = published.path
        canGoBack = published.current != nil && !published.earlier.isEmpty
        let check = try? ContentCheck(
            all: present, strictly: false, county: { try CountyContext(folder: present, format: environment.format) })
        faults = check?.faults ?? []
        var rows: [Row] = []
        if inForce.error != nil, let folder = inForce.folder {
            rows.append(
                Row(
                    standing: .inForce, version: Release.version(of: folder) ?? Release.unknown,
                    since: inForce.keptSince,
                    isEdited: false, folder: folder))
        }
        if let since = published.since {
            let version = Release.version(of: present) ?? Release.unknown
            rows.append(
                Row(
                    standing: inForce.error == nil ? .inForce : .faulty, version: version, since: since,
                    isEdited: published.current.map { $0.version != version } ?? false, folder: present))
        }
        func row(_ standing: Standing) -> (Release) -> Row {
            { release in
                let version = Release.version(of: release.folder) ?? Release.unknown
                return Row(
                    standing: standing, version: version, since: release.since, isEdited: release.version != version,
                    folder: release.folder)
            }
        }
        self.rows = rows + published.withdrawn.map(row(.withdrawn)) + published.earlier.map(row(.earlier))
    }

    /// The county's clock; nil if there is no content to tell it.
    var clock: WallClock? { inForce.content.flatMap { WallClock(timeZone: $0.county.timeZone) } }

    /// What people should know besides; nil if all is as it should be.
    var remark: String? {
        guard inForce.error != nil else { return nil }
        return inForce.folder == nil
            ? "no copy of whole content is kept for the kiosks of \(NSUserName()); ask as the user who runs them"
            : "kiosks go on with the last content that was whole"
                + (canGoBack ? "; to go back to what was in force before: kartoitin content use --back" : "")
    }

    private static let table = Table<Row>(
        "contents",
        [
            Column("state") { $0.standing },
            Column("version") { $0.version },
            Column("since") { $0.since },
            Column("edited") { CellAndJSON.mark($0.isEdited, "edited") },
            Column("folder") { $0.folder },
        ])

    func print(by printer: Printer) throws {
        let json: [String: JSON] = [
            "content": .text(path), "faults": ContentTables.faults.json(faults),
            Self.table.name: Self.table.json(rows, on: printer.clock),
        ]
        try printer.print(json: .fields(json), grid: Self.table.grid(rows, on: printer.clock))
        if printer.format == .table { for fault in faults { Output.data(fault.description) } }
    }
}
