/// A tree as a directed graph in the DOT language, which Graphviz draws.
public struct Graphviz {
    public let text: String

    public init(of drawing: TreeDrawing) {
        let graph = TreeGraph(drawing)
        var lines = [
            "digraph tree {", "  rankdir=LR", "  node [fontname=\"Helvetica\" fontsize=11 shape=box]",
            "  edge [fontname=\"Helvetica\" fontsize=10]",
        ]
        lines += graph.nodes.map { "  n\($0.number) [label=\(Self.quoted($0.label))\(Self.style(of: $0.shape))]" }
        lines += graph.edges.map { edge in
            let label = edge.label.isEmpty ? "" : " [label=\(Self.quoted(edge.label))]"
            return "  n\(edge.from) -> n\(edge.to)\(label)"
        }
        text = (lines + ["}"]).joined(separator: "\n")
    }

    private static func style(of shape: TreeGraph.Shape) -> String {
        switch shape {
        case .entrance: " shape=plaintext"
        case .question: ""
        case .outcome(let group): " style=\"rounded,filled\" fillcolor=\"\(group.colour)\""
        }
    }

    /// A label of several lines. A backslash begins an escape there, and `&` an entity of HTML.
    static func quoted(_ lines: [String]) -> String {
        let escaped = lines.map { line in
            line.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
                .replacing("&", with: "&amp;").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        }
        return "\"" + escaped.joined(separator: "\\n") + "\""
    }
}
