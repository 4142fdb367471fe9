/// "Did you mean": the known word nearest to a mistyped one.
public enum DidYouMean {
    /// The nearest of `words` by edit distance (insertion, deletion, exchange, neighbours swapped), if it is at
    /// most a third of the word's length away, at least 1.
    public static func nearest(to word: String, among words: some Sequence<String>) -> String? {
        let limit = max(1, word.count / 3)
        let candidates = words.map { (word: $0, distance: distance(word, $0)) }
        return candidates.filter { $0.distance <= limit }
            .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
    }

    /// `, did you mean "option"?`, or nothing where no word is near.
    public static func hint(for word: String, among words: some Sequence<String>) -> String {
        nearest(to: word, among: words).map { ", did you mean \"\($0)\"?" } ?? ""
    }

    /// Optimal string alignment distance.
    static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left.lowercased())
        let b = Array(right.lowercased())
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
