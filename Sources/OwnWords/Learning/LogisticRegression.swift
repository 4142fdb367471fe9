import Foundation

/// Multinomial logistic regression, learned by stochastic gradient descent.
///
/// The phrases come in one fixed order, so that the same phrases give the same weights. The weights after each of the last
/// rounds are averaged, which takes the place of a regularisation. On the phrases held back it comes out as well as one
/// that is solved to the end, in a fiftieth of the time.
enum LogisticRegression {
    private static let rounds = 5
    /// How many of the last rounds are averaged.
    private static let averaged = 3
    /// How far a step goes at the beginning; at the end of the last round it has sunk to nothing.
    private static let rate: Float = 3
    /// How much further at most a step goes for a phrase of a situation that has few in its language.
    private static let largestWeight: Float = 2
    /// The part of a step that an intercept takes: it is in every phrase.
    private static let interceptPart: Float = 0.1

    /// A weight for each feature in each situation, a row of `set.situations` for each feature; and one for each situation
    /// whatever the text.
    static func weights(
        from set: TrainingSet, rarities: [Float], scales: [Float]
    ) -> (weights: [Float], intercepts: [Float]) {
        let columns = set.situations
        var weights = [Float](repeating: 0, count: rarities.count * columns)
        var intercepts = [Float](repeating: 0, count: columns)
        var (sums, interceptSums) = (weights, intercepts)
        var shares = intercepts
        let importance = cellWeights(of: set)
        let order = shuffled(set.phrases.count)
        let all = Float(order.count * rounds)
        var done: Float = 0
        for round in 0..<rounds {
            for phrase in order {
                let cell = set.phrases[phrase].cell
                let step = rate * importance[cell] * (1 - done / all)
                done += 1
                for column in shares.indices { shares[column] = intercepts[column] }
                let places = set.places(of: phrase)
                for place in places {
                    let feature = Int(set.found[place])
                    let value = rarities[feature] * scales[phrase]
                    let row = feature * columns
                    for column in 0..<columns { shares[column] += value * weights[row + column] }
                }
                softmax(&shares)
                shares[cell % columns] -= 1
                for column in shares.indices { shares[column] *= step }
                for column in shares.indices { intercepts[column] -= shares[column] * interceptPart }
                for place in places {
                    let feature = Int(set.found[place])
                    let value = rarities[feature] * scales[phrase]
                    let row = feature * columns
                    for column in 0..<columns { weights[row + column] -= value * shares[column] }
                }
            }
            guard round >= rounds - averaged else { continue }
            for place in weights.indices { sums[place] += weights[place] / Float(averaged) }
            for place in intercepts.indices { interceptSums[place] += intercepts[place] / Float(averaged) }
        }
        return (sums, interceptSums)
    }

    /// For each cell, how much one of its phrases counts: each situation of each language counts about the same, however many
    /// phrases it has.
    private static func cellWeights(of set: TrainingSet) -> [Float] {
        let mean = Float(set.phrases.count) / Float(max(1, set.cells.count { $0 > 0 }))
        return set.cells.map { $0 == 0 ? 0 : min(largestWeight, (mean / Float($0)).squareRoot()) }
    }

    private static func softmax(_ scores: inout [Float]) {
        let best = scores.max() ?? 0
        var sum: Float = 0
        for place in scores.indices {
            scores[place] = exp(scores[place] - best)
            sum += scores[place]
        }
        for place in scores.indices { scores[place] /= sum }
    }

    /// The numbers below `count` in an order that is always the same (Fisher and Yates, with SplitMix64 of Steele, Lea and
    /// Flood): phrases stand by situation in their files, and what is learned last would weigh most.
    private static func shuffled(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        var state: UInt64 = 0
        for place in stride(from: count - 1, to: 0, by: -1) {
            state &+= 0x9e37_79b9_7f4a_7c15
            var number = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
            number = (number ^ (number >> 27)) &* 0x94d0_49bb_1331_11eb
            order.swapAt(place, Int((number ^ (number >> 31)) % UInt64(place + 1)))
        }
        return order
    }
}
