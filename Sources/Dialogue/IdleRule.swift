/// What happens when nobody touches a key.
///
/// First a warning is printed below the line being typed, which stays as it is. Any key gives the full time
/// again and acts as usual, except that Enter or a space on a line that has met no other key was meant for
/// the warning, and is swallowed. Without a key the reply is `timedOut`.
public struct IdleRule: Sendable, Hashable {
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
