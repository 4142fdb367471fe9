import ContentLibrary

extension Command {
    static let contentCheck = Command(
        words: ["content", "check"], summary: "faults in the content, by file and line"
    ) { call in
        let format = try call.format()
        let check = try ContentCheck(folder: call.contentFolder)
        switch format {
        case .json: try Output.json(Report(check))
        case .csv:
            let rows = check.faults.map { [$0.file, String($0.line), $0.message] }
            Output.data(Table(headings: ["file", "line", "message"], rows: rows).csv)
        case .table:
            for fault in check.faults { Output.data(fault.description) }
            let counts = "\(check.questions) questions, \(check.options) options, \(check.paths) paths, "
            Output.data(counts + "the longest asks \(check.longestPath); faults: \(check.faults.count)")
        }
        if !call.has("--quiet") {
            for note in check.notes { Output.error("note: \(note)") }
        }
        return check.faults.isEmpty ? .done : .faultsFound
    }
}

/// The fixed shape that other programs read.
private struct Report: Encodable {
    struct Fault: Encodable {
        let file: String
        let line: Int
        let message: String
    }

    let faults: [Fault]
    let paths: Int
    let longestPath: Int
    let questions: Int
    let options: Int

    init(_ check: ContentCheck) {
        faults = check.faults.map { Fault(file: $0.file, line: $0.line, message: $0.message) }
        paths = check.paths
        longestPath = check.longestPath
        questions = check.questions
        options = check.options
    }
}
