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
