import SocialServices

/// Reads one visit of a file of stories.
struct VisitReader {
    let content: Content
    let language: Language

    /// - Returns: nil where it has a fault that leaves nothing to walk.
    func read(_ node: OutlineNode, named name: String, _ file: inout OutlineFile) -> Visit? {
        let lines = node.children
        let steps = ["types", "turns", "waits", "sees", "unseen", "reads", "unread", "speaks", "sends"]
        file.expect(
            ["person", "also", "store"] + steps, leaves: ["also", "store", "turns", "waits", "speaks", "sends"],
            in: lines)
        let person = file.required("person", in: lines, of: node)
        let isStoreAway = file.one("store", in: lines).map { store in
            if store.text != "away" { file.fault(store.line, "\"store\" must be away, or be left out") }
            return true
        }
        let walked = lines.filter { steps.contains($0.key) }
            .compactMap { line in step(line, &file).map { Story.Line(value: $0, line: line.line) } }
        guard walked.contains(where: { $0.value.isChecked }) else {
            file.fault(node.line, "\"visit \(name)\" proves nothing; say what must be seen with \"sees\"")
            return nil
        }
        return Visit(
            name: name, language: language, file: file.name, line: node.line, person: person?.prose ?? "",
            manners: manners(in: lines, &file), isStoreAway: isStoreAway ?? false, steps: walked)
    }

    private func manners(in lines: [OutlineNode], _ file: inout OutlineFile) -> [Visit.Manner] {
        guard let also = file.one("also", in: lines) else { return [] }
        return also.words.compactMap { word in
            file.choice(Visit.Manner.self, of: OutlineNode(key: also.key, text: word, line: also.line))
        }
    }

    private func step(_ line: OutlineNode, _ file: inout OutlineFile) -> Visit.Step? {
        switch line.key {
        case "types": return .types(line.prose)
        case "turns": return .turns
        case "waits": return .waits
        case "speaks":
            if let language = Language(rawValue: line.text), content.languages.contains(language) {
                return .speaks(language)
            }
            let known = content.languages.map(\.rawValue).joined(separator: ", ")
            file.fault(line.line, "\"speaks\" needs a language of the content: \(known)")
            return nil
        case "sends": return file.number(0...9, of: line).map { .sends($0) }
        default: break
        }
        if line.prose.isEmpty {
            file.fault(line.line, "\"\(line.key)\" needs the words that it looks for")
            return nil
        }
        switch line.key {
        case "sees": return .sees(line.prose)
        case "unseen": return .unseen(line.prose)
        case "reads": return .reads(line.prose)
        default: return .unread(line.prose)
        }
    }
}

extension Visit.Step {
    /// Tells something that may not hold.
    fileprivate var isChecked: Bool {
        switch self {
        case .types, .turns, .waits: false
        default: true
        }
    }
}
