/// How deep a line stands in an outline.
struct Indentation: Equatable {
    /// Spaces before the line.
    let own: Int
    /// Spaces before the lines that it belongs to, from the left edge.
    let outer: [Int]

    /// 0 at the left edge.
    var depth: Int { outer.count }

    /// The spaces with which the line would stand at a depth: as the lines above it do, or two for each step.
    func spaces(at depth: Int) -> Int {
        let known = outer + [own]
        return known.indices.contains(depth) ? known[depth] : own + 2 * (depth - outer.count)
    }

    /// What to do with a line so that it has so many spaces before it.
    static func advice(_ spaces: Int) -> String {
        let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
        if spaces == 0 { return "begin this line at the left edge" }
        return "indent this line by \(spaces <= numbers.count ? numbers[spaces - 1] : String(spaces))"
    }
}
