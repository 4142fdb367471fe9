import Dialogue

/// A long text in parts, each of which fits on one screen.
struct ScreenParts {
    private let lines: [TextBlock]
    private let rows: Int?
    private let columns: Int

    init(of blocks: [TextBlock], on console: any Console) {
        rows = console.rows
        columns = console.columns
        lines = Self.lines(of: blocks, columns)
    }

    private static func lines(of blocks: [TextBlock], _ columns: Int) -> [TextBlock] {
        blocks.flatMap { block in TextLayout.wrap(block, columns: columns).map { TextBlock($0) } }
    }

    /// Whether the text, what stands below it and the prompt are on the screen together.
    func fit(with below: [TextBlock]) -> Bool {
        guard let rows else { return true }
        return lines.count + Self.lines(of: below, columns).count < rows
    }

    /// The parts, with room below each for a line that says how to go on.
    var parts: [[TextBlock]] {
        let room = max(4, (rows ?? .max) - 3)
        var parts: [[TextBlock]] = []
        var rest = lines[...]
        while !rest.isEmpty {
            var part = rest.prefix(room)
            // A paragraph that begins at the foot of a screen begins the next one.
            if part.count < rest.count, let gap = part.lastIndex(of: .blank), part.endIndex - gap < 4,
                gap > part.startIndex
            {
                part = rest[part.startIndex..<gap]
            }
            rest = rest[part.endIndex...]
            parts.append(Array(part))
        }
        return parts
    }
}
