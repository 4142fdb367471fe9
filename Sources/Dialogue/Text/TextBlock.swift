/// One paragraph to print.
public struct TextBlock: Sendable, Hashable {
    public var text: TerminalText
    /// Columns before the first line.
    public var indent: Int
    /// Columns before each later line.
    public var hanging: Int

    public init(_ text: TerminalText, indent: Int = 0, hanging: Int = 0) {
        self.text = text
        self.indent = indent
        self.hanging = hanging
    }

    public static func paragraph(_ text: TerminalText) -> TextBlock {
        TextBlock(text)
    }

    /// A numbered choice: `  1  Perhe ja lapset`. Numbers end in the same column up to 99, and later lines
    /// stand under the text.
    public static func option(number: Int, _ text: TerminalText) -> TextBlock {
        let digits = String(number)
        let indent = max(1, 3 - digits.count)
        return TextBlock("\(digits)  \(text)", indent: indent, hanging: indent + digits.count + 2)
    }

    /// An empty line.
    public static let blank = TextBlock("")
}

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
    package static func wrap(_ blocks: [TextBlock], columns: Int) -> [TerminalText] {
        blocks.flatMap { wrap($0, columns: columns) }
    }
}
