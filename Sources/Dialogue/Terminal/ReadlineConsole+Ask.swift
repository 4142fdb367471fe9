import Foundation

extension ReadlineConsole {
    /// How often the window's size and signals are looked at while nobody types, in seconds.
    private static let glance = 0.2
    /// How long the rest of a key may take: an Escape pressed alone is dropped after this.
    private static let keyPatience = 0.25
    /// How long the rest of a paste may take.
    private static let pastePatience = 3.0

    private enum Arrival {
        case keys, nothing, end, signal
    }

    public func ask(_ request: LineRequest) -> Reply {
        guard !hasEnded else { return .endOfInput }
        if signals.take() { return .interrupted }
        var size = window
        editor.begin(
            prompt: prompt(for: request), prefilled: request.prefilled, rows: size.rows,
            columns: size.columns)
        var quietSince = ContinuousClock.now
        while true {
            if let reply = pressKeys(longest: request.longest) { return reply }
            switch awaitKeys(seconds: 0) {
            case .keys:
                quietSince = .now
                continue
            case .nothing: editor.redraw()
            case .end: return giveUp(.endOfInput)
            case .signal: return giveUp(.interrupted)
            }
            switch awaitKeys(seconds: Self.glance) {
            case .keys: quietSince = .now
            case .nothing: break
            case .end: return giveUp(.endOfInput)
            case .signal: return giveUp(.interrupted)
            }
            if window != size {
                size = window
                editor.terminalWasResized(rows: size.rows, columns: size.columns)
            }
            let quiet = quietSince.duration(to: .now) / .seconds(1)
            if quiet > patience { keys += decoder.giveUpWaiting() }
            if let idleSeconds, quiet >= idleSeconds { return giveUp(.timedOut) }
        }
    }

    /// Seconds of quiet after which the decoder need not wait for more.
    private var patience: Double {
        switch decoder.expectation {
        case .nothing: .infinity
        case .restOfKey: Self.keyPatience
        case .restOfPaste: Self.pastePatience
        }
    }

    private func pressKeys(longest: Int) -> Reply? {
        while let key = keys.popFirst() {
            if let reply = editor.press(key, longest: longest) { return reply }
        }
        return nil
    }

    private func giveUp(_ reply: Reply) -> Reply {
        editor.cancel()
        if reply == .endOfInput {
            hasEnded = true
        } else {
            print("\n")
        }
        return reply
    }

    private func awaitKeys(seconds: Double) -> Arrival {
        var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        let count = poll(&waiting, 1, Int32(seconds * 1000))
        if signals.take() { return .signal }
        guard count > 0 else { return .nothing }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let length = bytes.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
        if length < 0, errno == EINTR || errno == EAGAIN { return .nothing }
        guard length > 0 else { return .end }
        keys += decoder.decode(bytes.prefix(length))
        return .keys
    }
}
