extension TerminalText {
    /// The text with its styles as escape codes (SGR, ECMA-48), each run closed by a reset.
    ///
    /// - Parameter hidden: wraps each code in the bytes by which readline knows what takes no columns.
    func escapeCoded(hidden: Bool = false) -> String {
        runs.map { run in
            guard let code = run.style.escapeCode else { return run.text }
            return hidden
                ? "\u{1}\(code)\u{2}\(run.text)\u{1}\(Style.reset)\u{2}"
                : code + run.text + Style.reset
        }.joined()
    }
}

extension TerminalText.Style {
    static let reset = "\u{1B}[0m"

    /// Colours by their number, so that the terminal's own palette decides the contrast.
    var escapeCode: String? {
        switch self {
        case .plain: nil
        case .strong: "\u{1B}[1m"
        case .warning: "\u{1B}[1;31m"
        case .quiet: "\u{1B}[2m"
        }
    }
}
