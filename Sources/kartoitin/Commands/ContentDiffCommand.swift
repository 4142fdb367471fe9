import ContentLibrary
import Foundation

extension Command {
    static let contentDiff = Command(
        words: ["content", "diff"], summary: "what changed for people between two content folders",
        operands: ["OLD", "NEW"]
    ) { call in
        let format = try call.format()
        let folders = call.arguments.operands
        let old = try read(folders[0])
        let new = try read(folders[1])
        let difference = ContentDifference(from: old, to: new)
        switch format {
        case .json: try Output.json(DifferenceReport(difference))
        case .csv:
            let rows = difference.changes.map { DifferenceReport.Change($0).cells }
            Output.data(Table(headings: DifferenceReport.Change.headings, rows: rows).csv)
        case .table: Output.data(DifferencePage(difference).text)
        }
        return .done
    }

    /// Two folders are read, so a fault says in which of them it is.
    private static func read(_ folder: String) throws -> Content {
        do {
            return try ContentReader.read(folder: folder)
        } catch ContentError.faults(let faults) {
            throw Failure(
                .badData,
                "\(folder) has faults (\(faults.count)); mend them, see: kartoitin content check --content \(folder)")
        } catch ContentError.missing {
            throw Failure(.badData, "there is no content in \(folder); name two content folders")
        }
    }
}
