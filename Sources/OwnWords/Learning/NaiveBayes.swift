import Foundation

/// Complement naive Bayes: how much more often a feature is in a situation's phrases than in all others'.
///
/// It is learned by counting, in one pass. Each situation of each language counts the same, however many phrases it has.
enum NaiveBayes {
    /// What is counted for a feature that no phrase of a situation has. Chosen by `Benchmarks matching` on learned
    /// phrases, each fifth left out in turn.
    private static let smoothing: Float = 0.03

    /// A weight for each feature in each situation, a row of `set.situations` for each feature.
    static func weights(from set: TrainingSet, rarities: [Float], scales: [Float]) -> [Float] {
        let columns = set.situations
        let all = Float(set.phrases.count)
        let used = set.cells.count { $0 > 0 }
        var counts = [Float](repeating: 0, count: rarities.count * columns)
        var totals = [Float](repeating: 0, count: columns)
        for (phrase, (_, cell)) in set.phrases.enumerated() {
            let scale = scales[phrase] * all / Float(used * set.cells[cell])
            let situation = cell % columns
            for place in set.places(of: phrase) {
                let feature = Int(set.found[place])
                let weight = rarities[feature] * scale
                counts[feature * columns + situation] += weight
                totals[situation] += weight
            }
        }
        let everything = totals.reduce(0, +)
        let smoothed = smoothing * Float(rarities.count)
        for feature in rarities.indices {
            let row = (feature * columns)..<((feature + 1) * columns)
            let sum = counts[row].reduce(0, +)
            for (column, place) in row.enumerated() {
                let here = (counts[place] + smoothing) / (totals[column] + smoothed)
                let elsewhere = (sum - counts[place] + smoothing) / (everything - totals[column] + smoothed)
                counts[place] = log(here / elsewhere)
            }
        }
        return counts
    }
}
