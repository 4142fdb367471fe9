/// What to ask for.
public struct LineRequest: Sendable, Hashable {
    public static let usualPrompt: TerminalText = "> "

    /// Printed before the answer, on the same line.
    public var prompt: TerminalText
    /// Longest answer accepted, in Characters.
    public var longest: Int
    /// Offered for editing on a terminal; ignored on a pipe. Newlines become spaces.
    public var prefilled: String
    /// What Tab completes, on a terminal with `TerminalKeys.staff`. A word may have spaces in it.
    public var completions: [String]
    /// Whether the arrows of `TerminalKeys.staff` go through earlier lines here and will bring this one back
    /// in the same session. No for passwords and for what clients say.
    public var remembers: Bool
    /// How long a person may be away, on a terminal; nil waits for ever. A pipe has no clock.
    public var idle: IdleTimeout?
    /// A password: on a terminal nothing of it is shown, not even how long it is, nothing is offered or completed, and
    /// nothing of it is kept. A pipe is read as always.
    public var isSecret: Bool
    /// On a terminal keys that were pressed before the question stood there answer it no more. A pipe's lines stay.
    public var dropsTypedAhead = false

    public init(
        prompt: TerminalText = usualPrompt, longest: Int = 500, prefilled: String = "",
        completions: [String] = [], remembers: Bool = false, idle: IdleTimeout? = nil, isSecret: Bool = false
    ) {
        self.prompt = prompt
        self.longest = longest
        self.prefilled = prefilled
        self.completions = completions
        self.remembers = remembers
        self.idle = idle
        self.isSecret = isSecret
    }
}

/// What happens when no key is pressed.
///
/// First a warning is printed below the line being typed, which stays as it is. Any key gives the full time
/// again and acts as usual, except that Enter or a space on a line that has met no other key was meant for
/// the warning, and is swallowed. Without a key the reply is `timedOut`.
public struct IdleTimeout: Sendable, Hashable {
    /// Seconds without a key before the warning.
    public var warnAfter: Double
    /// Seconds from the warning to the end.
    public var endAfter: Double
    public var warning: TerminalText

    public init(warnAfter: Double, endAfter: Double, warning: TerminalText) {
        self.warnAfter = warnAfter
        self.endAfter = endAfter
        self.warning = warning
    }
}
