import CReadline
public import Foundation
import HostSystem
import Synchronization

/// A conversation on a terminal: GNU readline edits the line, and nothing of it can be reached but what
/// `TerminalKeys` allows.
///
/// While the console is open the terminal's modes are its own. `close` gives them back, as `deinit` does;
/// a program that ends with `exit` must close first. Only one can be open at a time, used from one thread.
public final class ReadlineConsole: Console {
    private static let isOpen = Atomic<Bool>(false)

    let input: Int32 = STDIN_FILENO
    let signals: SignalCatcher
    private let modes: TerminalModes
    private let environment: [String: String]
    private let hasColour: Bool
    private var isClosed = false

    let editor: LineEditor
    let terminalKeys: TerminalKeys
    var decoder: KeyDecoder
    /// Typed, not yet met by a prompt.
    var keys: ArraySlice<KeyDecoder.Key> = []
    var hasEnded = false
    private var writer = ByteWriter(descriptor: STDOUT_FILENO)

    public let isInteractive = true
    public var observer: ((ConsoleEvent) -> Void)?

    /// Opens the terminal of the standard streams. Sets LC_ALL and INPUTRC for the process.
    ///
    /// - Parameters:
    ///   - allowsColour: whether styles may show. They never do with TERM `dumb` or missing, or where
    ///     NO_COLOR or ACCESSIBLE is not empty.
    ///   - locale: a locale whose character set is UTF-8.
    /// - Throws: any `ReadlineConsoleError`; the terminal is then as it was.
    public init(
        keys: TerminalKeys = .kiosk, allowsColour: Bool = true,
        environment: [String: String] = ProcessInfo.processInfo.environment, locale: String = "C.UTF-8"
    ) throws(ReadlineConsoleError) {
        guard !Self.isOpen.exchange(true, ordering: .acquiring) else { throw .alreadyOpen }
        do {
            editor = try LineEditor(locale: locale, keys: keys)
            // What was typed before a visitor saw a question answers no question; staff may type ahead.
            modes = try TerminalModes(makingRaw: STDIN_FILENO, dropsTypedAhead: keys == .kiosk)
        } catch {
            Self.isOpen.store(false, ordering: .releasing)
            throw error
        }
        signals = SignalCatcher()
        terminalKeys = keys
        decoder = KeyDecoder(keys)
        self.environment = environment
        let isSet = { (name: String) in environment[name]?.isEmpty == false }
        hasColour =
            allowsColour && !EscapeCode.areUnknown(in: environment) && !isSet("NO_COLOR") && !isSet("ACCESSIBLE")
        if !isDumb { writer.write(EscapeCode.pasteOn) }
    }

    deinit {
        close()
    }

    /// Gives the terminal back. Every later ask replies `endOfInput`.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        hasEnded = true
        editor.forget()
        editor.stop()
        if !isDumb { writer.write(EscapeCode.pasteOff) }
        modes.restore()
        signals.restore()
        Self.isOpen.store(false, ordering: .releasing)
    }

    /// The window's width now, else 80.
    public var columns: Int { window.columns }

    /// The window's height now, else 24.
    public var rows: Int? { window.rows }

    var window: (rows: Int, columns: Int) {
        let size = terminal_size(STDOUT_FILENO)
        return (size.ws_row > 0 ? Int(size.ws_row) : 24, size.ws_col > 0 ? Int(size.ws_col) : 80)
    }

    public func show(_ blocks: [TextBlock]) {
        let lines = TextLayout.wrap(blocks, columns: columns)
        print(lines.map { (hasColour ? $0.escapeCoded() : $0.plain) + "\n" }.joined())
    }

    /// Clears the screen, its scrollback and what readline holds, and drops what was typed ahead. A dumb
    /// terminal gets empty lines instead.
    public func wipe() {
        editor.forget()
        dropTypedAhead()
        let (rows, _) = window
        print(isDumb ? EscapeCode.emptyLines(rows: rows) : EscapeCode.wipe)
    }

    func dropTypedAhead() {
        keys = []
        decoder = KeyDecoder(terminalKeys)
        tcflush(input, TCIFLUSH)
    }

    func prompt(for request: LineRequest) -> String {
        hasColour ? request.prompt.escapeCoded(hidden: true) : request.prompt.plain
    }

    func print(_ text: String) {
        writer.write(text)
        if writer.hasFailed { hasEnded = true }
    }

    private var isDumb: Bool { EscapeCode.areUnknown(in: environment) }
}
