import Mapper

/// How much of the tree the stories that hold walk through.
public struct StoryCoverage: Sendable {
    /// So many of all.
    public struct Share: Sendable, Equatable {
        public let covered: Int
        public let all: Int

        /// From 0 to 1 in hundredths, rounded down: 1 only where nothing is left out.
        public var share: Double { all == 0 ? 1 : Double(covered * 100 / all) / 100 }
    }

    /// Something that no story walks through, and where the tree has it.
    public struct Gap: Sendable, Equatable {
        public enum Part: Sendable, Equatable {
            case option(String, question: String)
            case outcome(String)
        }

        public let part: Part
        public let file: String
        /// 1 for the first line.
        public let line: Int

        public var message: String {
            switch part {
            case .option(let option, let question): "no story chooses \"\(option)\" at the question \"\(question)\""
            case .outcome(let outcome): "no story ends at \"\(outcome)\""
            }
        }
    }

    public let options: Share
    public let outcomes: Share
    /// What no story walks through, by file and line.
    public let gaps: [Gap]

    public init(of results: [StoryResult], in content: Content) {
        let held = results.filter { $0.failure == nil }
        let chosen = held.flatMap(\.path).reduce(into: [String: Set<String>]()) { chosen, step in
            chosen[step.question.id, default: []].formUnion(step.answer.optionIDs)
        }
        let ends = Set(held.compactMap(\.outcome?.id))
        var gaps: [Gap] = []
        let places = content.places.sorted { ($0.value.file, $0.value.line) < ($1.value.file, $1.value.line) }
        for (id, place) in places {
            switch place.kind {
            case .question:
                for option in content.tree.questions[id]?.options ?? [] where chosen[id]?.contains(option.id) != true
                {
                    gaps.append(Gap(part: .option(option.id, question: id), file: place.file, line: place.line))
                }
            case .outcome where !ends.contains(id):
                gaps.append(Gap(part: .outcome(id), file: place.file, line: place.line))
            case .outcome, .ready: break
            }
        }
        options = Share(
            covered: chosen.values.reduce(0) { $0 + $1.count },
            all: content.tree.questions.values.reduce(0) { $0 + $1.options.count })
        outcomes = Share(covered: ends.count, all: content.tree.outcomes.count)
        self.gaps = gaps
    }
}
