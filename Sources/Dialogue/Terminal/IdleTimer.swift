/// How long no key has been pressed.
struct IdleTimer {
    enum Due: Equatable {
        case nothing, warning, end
    }

    private let rule: IdleTimeout?
    private var since: ContinuousClock.Instant
    /// Whether the warning stands, unanswered.
    private var hasWarned = false

    init(_ rule: IdleTimeout?, since start: ContinuousClock.Instant) {
        self.rule = rule
        since = start
    }

    /// Gives the full time again.
    ///
    /// - Returns: whether this was an answer to the warning.
    mutating func keyPressed(at now: ContinuousClock.Instant) -> Bool {
        defer { hasWarned = false }
        since = now
        return hasWarned
    }

    /// What the time has come for. `warning` only once.
    mutating func due(at now: ContinuousClock.Instant) -> Due {
        guard let rule else { return .nothing }
        let quiet = since.duration(to: now) / .seconds(1)
        if hasWarned { return quiet >= rule.endAfter ? .end : .nothing }
        guard quiet >= rule.warnAfter else { return .nothing }
        hasWarned = true
        since = now
        return .warning
    }
}
