@_exported public import PseudoTerminals
public import Testing

/// What tests expect of a program on a terminal: an issue is recorded where it does not come.
extension PseudoTerminal {
    public func send(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        send(Array(text.utf8), sourceLocation: sourceLocation)
    }

    /// - Parameter seconds: how long the program may take to accept it all.
    public func send(
        _ bytes: [UInt8], within seconds: Double = 30, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        if type(bytes, within: seconds) { return }
        Issue.record("not all bytes were accepted in \(seconds) s", sourceLocation: sourceLocation)
    }

    /// Waits until the text comes after the one last expected. Records an issue if it does not.
    @discardableResult
    public func expect(
        _ text: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation
    ) -> Bool {
        if waitFor(text, within: seconds) { return true }
        Issue.record(
            "expected \(text.debugDescription), got \(unexpected.suffix(2000).debugDescription)",
            sourceLocation: sourceLocation)
        return false
    }
}
