import SocialServices

/// A tree as a flowchart in Mermaid's language.
public struct Mermaid {
    public let text: String

    public init(of drawing: TreeDrawing) {
        let graph = TreeGraph(drawing)
        var used: Set<OutcomeGroup> = []
        var lines = ["flowchart LR"]
        for node in graph.nodes {
            let label = Self.label(node.label)
            switch node.shape {
            case .entrance: lines.append("  n\(node.number)((\(label)))")
            case .question: lines.append("  n\(node.number)[\(label)]")
            case .outcome(let group):
                used.insert(group)
                lines.append("  n\(node.number)([\(label)]):::\(group.className)")
            }
        }
        lines += graph.edges.map { edge in
            let label = edge.label.isEmpty ? "" : "|\(Self.label(edge.label))|"
            return "  n\(edge.from) -->\(label) n\(edge.to)"
        }
        lines += OutcomeGroup.allCases.filter(used.contains).map { group in
            "  classDef \(group.className) fill:\(group.colour),color:#000"
        }
        text = lines.joined(separator: "\n")
    }

    /// A label of several lines in quotation marks. What is not surely harmless is written as its number: Mermaid
    /// knows no other escape, and reads lists, emphasis, HTML and its own signs into labels.
    static func label(_ lines: [String]) -> String {
        let escaped = lines.map { line in
            var text = ""
            var last: Unicode.Scalar = " "
            for scalar in line.unicodeScalars {
                text += isHarmless(scalar, after: last) ? String(scalar) : "#\(scalar.value);"
                last = scalar
            }
            return text
        }
        return "\"" + escaped.joined(separator: "<br/>") + "\""
    }

    private static func isHarmless(_ scalar: Unicode.Scalar, after last: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", ".": last.properties.isAlphabetic
        case " ", ",", "?", "!", "(", ")", "'", "0"..."9": true
        // Mermaid keeps a number's place with these while it reads.
        case "ﬂ", "¶": false
        default: scalar.isASCII ? scalar.properties.isAlphabetic : !scalar.properties.isWhitespace
        }
    }
}

extension OutcomeGroup {
    /// Without signs that Mermaid may read as something else.
    fileprivate var className: String { rawValue.replacing("-", with: "") }
}
