import Dialogue
import SocialServices

extension DescriptionDocument {
    /// As one self-contained HTML page that prints well: no script, nothing from the net, every text escaped.
    public var html: String {
        let fields = fields.map { field in
            let lines = field.lines.map { "<p>\(Self.escaped($0))</p>" }.joined()
            return "<dt>\(Self.escaped(field.heading))</dt>\n<dd>\(lines)</dd>"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(Self.escaped(language.rawValue))">
            <head>
            <meta charset="utf-8">
            <title>\(Self.escaped(title))</title>
            <style>
            @page { size: A4; margin: 2cm; }
            body { font: 11pt/1.4 sans-serif; max-width: 45em; margin: 1em auto; color: #000; background: #fff; }
            dt { font-weight: bold; margin-top: 0.8em; break-after: avoid; }
            dd { margin-left: 1.5em; }
            p { margin: 0; overflow-wrap: anywhere; }
            </style>
            </head>
            <body>
            <h1>\(Self.escaped(title))</h1>
            <dl>
            \(fields.joined(separator: "\n"))
            </dl>
            </body>
            </html>

            """
    }

    private static func escaped(_ text: String) -> String {
        TerminalText(text).plain.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
    }
}
