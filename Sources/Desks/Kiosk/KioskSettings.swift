/// How a public terminal treats somebody who says nothing.
public struct KioskSettings: Sendable {
    /// Seconds without a key before the visitor is asked whether they are still there.
    public var idleWarning: Double
    /// Seconds from the warning to the end of the visit; any key gives the whole time again. At least 20
    /// (WCAG 2.2.1, which the accessibility act 306/2019 rests on).
    public var idleEnd: Double
    /// Whether every visit is read aloud from its beginning.
    public var speaks: Bool

    public init(idleWarning: Double = 120, idleEnd: Double = 60, speaks: Bool = false) {
        self.idleWarning = idleWarning
        self.idleEnd = idleEnd
        self.speaks = speaks
    }
}
