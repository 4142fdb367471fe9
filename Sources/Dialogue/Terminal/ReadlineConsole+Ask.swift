import Foundation
import HostSystem

extension ReadlineConsole {
    /// How often the window's size and signals are looked at while nothing is typed, in seconds.
    private static let glance = 0.2
    /// How long the rest of a key may take: an Escape pressed alone is dropped after this.
    private static let keyPatience = 0.25
    /// How long the rest of a paste may take.
    private static let pastePatience = 3.0

    /// How many words Tab lists at most.
    private static let mostListed = 60

    private enum Arrival {
        case keys, nothing, end, signal
    }

    public func ask(_ request: LineRequest) -> Reply {
        guard !hasEnded else { return .endOfInput }
        if signals.take() { return .interrupted }
        if request.dropsTypedAhead { dropTypedAhead() }
        var size = window
        editor.begin(request, prompt: prompt(for: request), rows: size.rows, columns: size.columns)
        var wait = Wait(for: request)
        if !keys.isEmpty { keysCame(&wait) }
        while true {
            if let reply = pressKeys(&wait) { return reply }
            var arrival = awaitKeys(seconds: 0)
            if arrival == .nothing {
                editor.redraw()
                arrival = awaitKeys(seconds: Self.glance)
            }
            switch arrival {
            case .keys:
                keysCame(&wait)
                continue
            case .nothing: break
            case .end: return giveUp(.endOfInput)
            case .signal: return giveUp(.interrupted)
            }
            if window != size {
                size = window
                editor.terminalWasResized(rows: size.rows, columns: size.columns)
            }
            if wait.quietSince.duration(to: .now) / .seconds(1) > patience { keys += decoder.giveUpWaiting() }
            switch wait.idle.due(at: .now) {
            case .nothing: break
            case .warning: warn(request.idle?.warning ?? "")
            case .end: return giveUp(.timedOut)
            }
        }
    }

    public func rest(seconds: Double) -> Reply {
        guard !hasEnded else { return .endOfInput }
        defer {
            keys = []
            decoder = KeyDecoder(terminalKeys)
        }
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            if signals.take() { return .interrupted }
            let left = (end - .now) / .seconds(1)
            if left <= 0 { return .timedOut }
            switch awaitKeys(seconds: min(left, Self.glance)) {
            case .keys, .nothing: break
            case .end:
                hasEnded = true
                return .endOfInput
            case .signal: return .interrupted
            }
        }
    }

    /// What is known of the person at the keys during one `ask`.
    private struct Wait {
        var quietSince = ContinuousClock.now
        var idle: IdleTimer
        var hasTyped = false
        /// Whether the next key was pressed in answer to the warning.
        var answersWarning = false

        init(for request: LineRequest) {
            idle = IdleTimer(request.idle, since: quietSince)
        }
    }

    private func keysCame(_ wait: inout Wait) {
        wait.quietSince = .now
        wait.answersWarning = wait.idle.keyPressed(at: wait.quietSince)
        guard !wait.hasTyped else { return }
        wait.hasTyped = true
        observer?(.typingBegan)
    }

    private func warn(_ warning: TerminalText) {
        editor.interrupt { show([.paragraph(warning)]) }
        observer?(.warningShown(warning))
    }

    /// Seconds of quiet after which the decoder need not wait for more.
    private var patience: Double {
        switch decoder.expectation {
        case .nothing: .infinity
        case .restOfKey: Self.keyPatience
        case .restOfPaste: Self.pastePatience
        }
    }

    private func pressKeys(_ wait: inout Wait) -> Reply? {
        defer { wait.answersWarning = false }
        while let key = keys.popFirst() {
            defer { wait.answersWarning = false }
            if wait.answersWarning, isMeantForWarning(key) { continue }
            if let reply = editor.press(key) {
                return reply == .interrupted ? giveUp(.interrupted) : reply
            }
            listWords()
        }
        return nil
    }

    /// A time-out's warning must not be answered by mistake: neither an empty line nor an offered text.
    private func isMeantForWarning(_ key: KeyDecoder.Key) -> Bool {
        guard editor.isUntouched || editor.isEmpty else { return false }
        return key == .enter || key == .text([UInt8(ascii: " ")])
    }

    /// Shows what Tab could have meant.
    private func listWords() {
        guard !editor.unlisted.isEmpty else { return }
        let words = editor.unlisted
        editor.unlisted = []
        // Words with spaces in them stay whole when the lines break.
        let whole = words.prefix(Self.mostListed).map { TerminalText($0.replacing(" ", with: "\u{A0}")) }
        let rest = words.count > whole.count ? ["… +\(words.count - whole.count)" as TerminalText] : []
        let list = (whole + rest).reduce("") { $0.isEmpty ? $1 : "\($0)   \($1)" } as TerminalText
        editor.interrupt { show([.paragraph(list)]) }
    }

    private func giveUp(_ reply: Reply) -> Reply {
        editor.cancel()
        if reply == .endOfInput { hasEnded = true }
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
