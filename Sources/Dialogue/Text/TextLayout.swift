/// Breaks paragraphs into lines. Pure.
public enum TextLayout {
    /// Screens narrower than this are laid out as if they had this many columns.
    public static let narrowest = 20

    /// The lines of a block, none wider than `columns` (at least `narrowest`) and none ending in a space.
    ///
    /// Lines break at spaces; a word is split, between graphemes, only when it is longer than a whole line.
    /// A no-break space does not break. Spaces inside a line stay as they are. At most half of a line is
    /// given to indentation.
    public static func wrap(_ block: TextBlock, columns: Int) -> [TerminalText] {
        let width = max(columns, narrowest)
        let limit = width / 2
        var builder = LineBuilder(
            width: width, indent: min(max(block.indent, 0), limit), hanging: min(max(block.hanging, 0), limit)
        )
        for run in block.text.runs {
            for character in run.text {
                builder.add(character, run.style)
            }
        }
        return builder.finish()
    }
}

extension TextLayout {
    static func wrap(_ blocks: [TextBlock], columns: Int) -> [TerminalText] {
        blocks.flatMap { wrap($0, columns: columns) }
    }
}
