import CReadline
import Foundation

/// GNU readline as an editor of one line. Reads no input and touches no terminal modes: it is given keys,
/// and draws.
///
/// Readline keeps its state in C globals, so there is one line in a process: `ReadlineConsole` sees to it.
final class LineEditor {
    /// How readline's C callbacks, which can capture nothing, find the editor. One thread only: that of the
    /// one console, inside `accept` and `run`.
    nonisolated(unsafe) private(set) static var current: LineEditor?

    var concealed = ConcealedText()
    private(set) var request = LineRequest()
    /// The line where it must not be shown; readline's own stays empty then.
    private var secret: SecretLine?
    private var accepted: [UInt8]?
    private var wasCut = false
    /// Whether readline's last key was a command, which may change what the next one does.
    var isAfterCommand = false
    /// Whether there is something to yank that may be shown.
    var hasCut = false
    var hasCutHere = false
    var lastRemembered: [UInt8] = []

    /// Whether the line has met no key since it was begun.
    private(set) var isUntouched = true
    /// Words among which Tab could not choose, to be listed below the line. Taken by who shows them.
    var unlisted: [String] = []

    /// - Parameter locale: a UTF-8 locale, by name. Set as LC_ALL, since readline reads the environment
    ///   again.
    init(locale: String, keys: TerminalKeys) throws(ReadlineConsoleError) {
        setenv("LC_ALL", locale, 1)
        setenv("INPUTRC", "/dev/null", 1)
        setlocale(LC_CTYPE, locale)
        let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
        guard codeset == "UTF-8" else { throw .notUTF8(codeset: codeset) }
        line_editor_start()
        if keys == .staff { bindStaffKeys() }
        Self.current = self
    }

    func stop() {
        line_editor_stop()
        if Self.current === self { Self.current = nil }
    }

    /// - Parameter prompt: codes in it wrapped as readline wants them.
    func begin(_ request: LineRequest, prompt: String, rows: Int, columns: Int) {
        self.request = request
        wasCut = false
        isUntouched = true
        hasCutHere = false
        line_editor_begin(prompt, Int32(rows), Int32(columns)) { line in
            if let line {
                LineEditor.current?.accepted = Array(UnsafeRawBufferPointer(start: line, count: strlen(line)))
            }
            line_editor_release(line)
            line_editor_end()
        }
        forgetLastCommand()
        secret = request.isSecret ? SecretLine() : nil
        if !request.isSecret { insert(concealed.conceal(request.prefilled)) }
        redraw()
    }

    /// Gives the line up, and goes to a new one.
    func cancel() {
        secret?.wipe()
        secret = nil
        line_editor_accept()
        line_editor_flush()
        accepted = nil
        endCuts()
    }

    /// The reply, once there is one. Draws only then and after commands: many keys cost one `redraw`.
    func press(_ key: KeyDecoder.Key) -> Reply? {
        isUntouched = false
        if secret != nil { return pressSecretly(key) }
        if case .command(let command) = key {
            run(command)
            return nil
        }
        forgetLastCommand()
        switch key {
        case .text(let bytes), .paste(let bytes): insert(concealed.conceal(bytes))
        case .backspace: line_editor_backspace()
        case .delete: line_editor_delete()
        case .left: line_editor_left()
        case .right: line_editor_right()
        case .home: line_editor_home()
        case .end: line_editor_end_of_line()
        case .enter: return accept()
        case .interrupt where isEmpty: return .interrupted
        case .interrupt:
            line_editor_clear()
            wasCut = false
        case .command: break
        }
        return nil
    }

    private func pressSecretly(_ key: KeyDecoder.Key) -> Reply? {
        if key == .interrupt, isEmpty { return .interrupted }
        guard key == .enter else {
            secret?.press(key)
            return nil
        }
        let reply = secret?.accept(longest: request.longest)
        secret = nil
        // Readline's own line, which is empty: goes to a new one.
        _ = accept()
        return reply
    }

    var isEmpty: Bool { secret?.isEmpty ?? (line_editor_length() == 0) }

    func redraw() {
        line_editor_redisplay()
        line_editor_flush()
    }

    /// Lets something be printed below the line, and draws the line again below that.
    func interrupt(toPrint print: () -> Void) {
        line_editor_step_below()
        print()
        line_editor_come_back()
        line_editor_flush()
    }

    func terminalWasResized(rows: Int, columns: Int) {
        line_editor_resized(Int32(rows), Int32(columns))
        line_editor_flush()
    }

    /// Clears what is still remembered of earlier lines.
    func forget() {
        line_editor_forget()
        concealed = ConcealedText()
        hasCut = false
        lastRemembered = []
        request = LineRequest()
    }

    private func insert(_ text: String) {
        let room = max(0, Reply.mostBytes - Int(line_editor_length()))
        guard text.utf8.count > room else {
            line_editor_insert(text)
            return
        }
        wasCut = true
        let bytes = text.utf8.prefix(room)
        line_editor_insert(String(decoding: bytes.dropLast(UTF8Tail.unfinished(in: bytes)), as: UTF8.self))
    }

    private func accept() -> Reply {
        redraw()
        line_editor_accept()
        line_editor_flush()
        endCuts()
        defer { accepted = nil }
        let bytes = accepted ?? []
        guard let text = concealed.reveal(String(decoding: bytes, as: UTF8.self)) else { return .notUTF8 }
        let reply = Reply(text: text, wasCut: wasCut, longest: request.longest)
        if case .line = reply { remember(bytes) }
        return reply
    }
}
