/// Collects graphemes into words and words into lines.
struct LineBuilder {
    private struct Cell {
        var character: Character
        var style: TerminalText.Style
        var columns: Int
    }

    private let width: Int
    private let hanging: Int
    private var lines: [TerminalText] = []
    private var line = TerminalText()
    private var lineColumns = 0
    /// Indentation of the line being built; written only when something follows it.
    private var margin: Int
    /// Spaces since the last word: dropped when the line breaks there.
    private var gap: [Cell] = []
    private var word: [Cell] = []
    private var wordColumns = 0

    init(width: Int, indent: Int, hanging: Int) {
        self.width = width
        self.hanging = hanging
        margin = indent
    }

    mutating func add(_ character: Character, _ style: TerminalText.Style) {
        switch character {
        case "\n":
            placeWord()
            breakLine()
        case " ":
            placeWord()
            gap.append(Cell(character: character, style: style, columns: 1))
        default:
            let cell = Cell(character: character, style: style, columns: character.columns)
            word.append(cell)
            wordColumns += cell.columns
        }
    }

    mutating func finish() -> [TerminalText] {
        placeWord()
        breakLine()
        return lines
    }

    private func fits(_ columns: Int) -> Bool {
        margin + lineColumns + gap.count + columns <= width
    }

    private mutating func placeWord() {
        guard !word.isEmpty else { return }
        if !fits(wordColumns), wordColumns <= width - hanging {
            moveOn()
        }
        for cell in word {
            if !fits(cell.columns) { moveOn() }
            for space in gap { place(space) }
            gap.removeAll(keepingCapacity: true)
            place(cell)
        }
        word.removeAll(keepingCapacity: true)
        wordColumns = 0
    }

    private mutating func place(_ cell: Cell) {
        line.append(String(cell.character), style: cell.style)
        lineColumns += cell.columns
    }

    /// To a new line, unless this one is still empty: then only its spaces and indentation go.
    private mutating func moveOn() {
        if line.isEmpty {
            gap.removeAll(keepingCapacity: true)
            margin = hanging
        } else {
            breakLine()
        }
    }

    private mutating func breakLine() {
        let indentation = line.isEmpty ? "" : String(repeating: " ", count: margin)
        lines.append(TerminalText(indentation) + line)
        line = TerminalText()
        lineColumns = 0
        gap.removeAll(keepingCapacity: true)
        margin = hanging
    }
}
