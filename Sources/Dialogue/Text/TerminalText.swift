/// The only thing that can be printed.
///
/// Untrusted text becomes visible-safe here, once: control characters, escape sequences, bidi controls and
/// other format characters are replaced by visible forms ("␛", "�"). Letters, accents and emoji stay. Styles
/// are kept beside the text and become escape codes only in a console that has colour, so that no text can
/// carry a style of its own.
///
///     let greeting: TerminalText = "Hei, \(name)!"
///
/// Everything interpolated is made safe the same way; a `TerminalText` keeps its styles.
public struct TerminalText: Sendable, Hashable {
    /// How text stands out. Never the only carrier of a meaning: a screen reader does not tell it.
    public enum Style: Sendable, Hashable, CaseIterable {
        case plain, strong, warning, quiet
    }

    struct Run: Sendable, Hashable {
        var text: String
        var style: Style
    }

    /// Neighbours never share a style, and no run is empty: equal texts are then equal values.
    private(set) var runs: [Run] = []

    /// Text of one line: a newline or a tab becomes visible too ("␊", "␉").
    public init(_ text: String) {
        append(VisibleText.make(from: text, keepingLines: false), style: .plain)
    }

    /// Text that may hold several lines: newlines break the line, a tab becomes a space.
    public init(lines text: String) {
        append(VisibleText.make(from: text, keepingLines: true), style: .plain)
    }

    init() {}

    public var isEmpty: Bool { runs.isEmpty }

    /// The text without styles, as safe to print as the value itself.
    public var plain: String {
        runs.count == 1 ? runs[0].text : runs.map(\.text).joined()
    }

    /// The same text wholly in one style; styles it had are replaced.
    public func styled(_ style: Style) -> TerminalText {
        var styled = TerminalText()
        styled.append(plain, style: style)
        return styled
    }

    public static func + (left: TerminalText, right: TerminalText) -> TerminalText {
        var sum = left
        sum += right
        return sum
    }

    public static func += (left: inout TerminalText, right: TerminalText) {
        for run in right.runs { left.append(run.text, style: run.style) }
    }

    /// - Parameter safe: text that has been made visible-safe already.
    mutating func append(_ safe: String, style: Style) {
        guard !safe.isEmpty else { return }
        if let last = runs.indices.last, runs[last].style == style {
            runs[last].text += safe
        } else {
            runs.append(Run(text: safe, style: style))
        }
    }
}

extension TerminalText: CustomStringConvertible {
    public var description: String { plain }
}

extension TerminalText: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) {
        self.init(text)
    }

    public init(stringInterpolation: Interpolation) {
        self = stringInterpolation.text
    }

    /// Makes each part safe by itself, so that two harmless parts cannot join into a harmful one.
    public struct Interpolation: StringInterpolationProtocol {
        var text = TerminalText()

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) {
            text += TerminalText(literal)
        }

        public mutating func appendInterpolation(_ part: TerminalText) {
            text += part
        }

        public mutating func appendInterpolation(_ part: some StringProtocol) {
            text += TerminalText(String(part))
        }

        public mutating func appendInterpolation(_ part: some BinaryInteger) {
            text += TerminalText(String(part))
        }

        public mutating func appendInterpolation(_ part: some CustomStringConvertible) {
            text += TerminalText(part.description)
        }
    }
}

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
