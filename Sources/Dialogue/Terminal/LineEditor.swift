import CReadline
import Foundation

/// GNU readline as an editor of one line. Reads no input and touches no terminal modes: it is given keys,
/// and draws.
///
/// Readline keeps its state in C globals, so there is one line in a process: `ReadlineConsole` sees to it.
struct LineEditor {
    /// Where readline's C callback, which can capture nothing, leaves the accepted line. One thread only:
    /// that of the one console, inside `accept`.
    nonisolated(unsafe) private static var accepted: [UInt8]?

    private var wasCut = false

    /// - Parameter locale: a UTF-8 locale, by name. Set as LC_ALL, since readline reads the environment
    ///   again.
    static func start(locale: String) throws(ReadlineConsoleError) {
        setenv("LC_ALL", locale, 1)
        setenv("INPUTRC", "/dev/null", 1)
        setlocale(LC_CTYPE, locale)
        let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
        guard codeset == "UTF-8" else { throw .notUTF8(codeset: codeset) }
        line_editor_start()
    }

    static func stop() {
        line_editor_stop()
    }

    /// - Parameter prompt: codes in it wrapped as readline wants them.
    mutating func begin(prompt: String, prefilled: String, rows: Int, columns: Int) {
        wasCut = false
        line_editor_begin(prompt, Int32(rows), Int32(columns)) { line in
            if let line {
                LineEditor.accepted = Array(UnsafeRawBufferPointer(start: line, count: strlen(line)))
            }
            line_editor_release(line)
            line_editor_end()
        }
        insert(ConcealedText.conceal(prefilled))
        redraw()
    }

    /// Gives the line up.
    mutating func cancel() {
        line_editor_end()
        line_editor_flush()
    }

    /// The reply, once the key was Enter. Draws only then: many keys cost one `redraw`.
    mutating func press(_ key: KeyDecoder.Key, longest: Int) -> Reply? {
        switch key {
        case .text(let bytes), .paste(let bytes): insert(ConcealedText.conceal(bytes))
        case .backspace: line_editor_backspace()
        case .delete: line_editor_delete()
        case .left: line_editor_left()
        case .right: line_editor_right()
        case .home: line_editor_home()
        case .end: line_editor_end_of_line()
        case .enter: return accept(longest: longest)
        }
        return nil
    }

    func redraw() {
        line_editor_redisplay()
        line_editor_flush()
    }

    func terminalWasResized(rows: Int, columns: Int) {
        line_editor_resized(Int32(rows), Int32(columns))
        line_editor_flush()
    }

    /// Clears what readline still remembers of earlier lines.
    func forget() {
        line_editor_forget()
    }

    private mutating func insert(_ text: String) {
        let room = max(0, Reply.mostBytes - Int(line_editor_length()))
        guard text.utf8.count > room else {
            line_editor_insert(text)
            return
        }
        wasCut = true
        let bytes = text.utf8.prefix(room)
        line_editor_insert(String(decoding: bytes.dropLast(UTF8Tail.unfinished(in: bytes)), as: UTF8.self))
    }

    private func accept(longest: Int) -> Reply {
        redraw()
        line_editor_accept()
        line_editor_flush()
        defer { Self.accepted = nil }
        let line = String(decoding: Self.accepted ?? [], as: UTF8.self)
        guard let text = ConcealedText.reveal(line) else { return .notUTF8 }
        return Reply(text: text, wasCut: wasCut, longest: longest)
    }
}
