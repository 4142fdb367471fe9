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
