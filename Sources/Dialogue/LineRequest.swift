/// What to ask for.
public struct LineRequest: Sendable, Hashable {
    public static let usualPrompt: TerminalText = "> "

    /// Printed before the answer, on the same line.
    public var prompt: TerminalText
    /// Longest answer accepted, in Characters.
    public var longest: Int
    /// Offered for editing on a terminal; ignored on a pipe. Newlines become spaces.
    public var prefilled: String

    public init(prompt: TerminalText = usualPrompt, longest: Int = 500, prefilled: String = "") {
        self.prompt = prompt
        self.longest = longest
        self.prefilled = prefilled
    }
}
