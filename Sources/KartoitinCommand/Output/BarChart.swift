/// Lying bars in parts, as an SVG picture that needs nothing else: it can be opened, printed and pasted.
struct BarChart {
    struct Bar {
        let label: String
        /// One for each series, 0 or more.
        let values: [Int]
        /// Stands after the bar.
        let remark: String
    }

    let title: String
    let series: [String]
    let bars: [Bar]

    /// Colours that people who see colours otherwise can tell apart (Okabe and Ito).
    private static let colours = ["#0072b2", "#e69f00", "#009e73"]
    private static let labelWidth = 270
    private static let barWidth = 300
    private static let rowHeight = 34

    var svg: String {
        let height = 90 + bars.count * Self.rowHeight
        let longest = bars.map { $0.values.reduce(0, +) }.max() ?? 0
        var lines = [
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 \#(height)" role="img" font-family="sans-serif" font-size="14">"#,
            "<title>\(Self.escaped(title))</title>",
            #"<rect width="1000" height="\#(height)" fill="white"/>"#,
            #"<text x="10" y="24" font-size="16">\#(Self.escaped(title))</text>"#,
        ]
        for (index, name) in series.enumerated() {
            let x = 10 + index * 240
            lines.append(#"<rect x="\#(x)" y="40" width="14" height="14" fill="\#(Self.colour(index))"/>"#)
            lines.append(#"<text x="\#(x + 20)" y="52">\#(Self.escaped(name))</text>"#)
        }
        for (row, bar) in bars.enumerated() { lines += self.lines(of: bar, at: 80 + row * Self.rowHeight, longest) }
        return (lines + ["</svg>"]).joined(separator: "\n")
    }

    private func lines(of bar: Bar, at y: Int, _ longest: Int) -> [String] {
        var lines = [#"<text x="10" y="\#(y + 16)">\#(Self.escaped(bar.label))</text>"#]
        var x = Self.labelWidth
        for (index, value) in bar.values.enumerated() where value > 0 {
            let width = max(1, value * Self.barWidth / max(1, longest))
            let name = Self.escaped("\(series.indices.contains(index) ? series[index] : ""): \(value)")
            lines.append(
                #"<rect x="\#(x)" y="\#(y)" width="\#(width)" height="22" fill="\#(Self.colour(index))"><title>\#(name)</title></rect>"#
            )
            x += width
        }
        lines.append(#"<text x="\#(x + 8)" y="\#(y + 16)">\#(Self.escaped(bar.remark))</text>"#)
        return lines
    }

    private static func colour(_ index: Int) -> String { colours[index % colours.count] }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
