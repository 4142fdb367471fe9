import SocialServices

/// What a text in a person's own words sounds like: a suggestion to choose from, never a decision.
public struct SituationMatch: Sendable, Equatable {
    public struct Ranked: Sendable, Equatable {
        public let situation: Situation
        /// This situation's share of what speaks for any, from 0 to 1; all of a match together 1.
        public let score: Double
        /// The pieces of the text that spoke for it, as typed, strongest first; at most three.
        public let because: [String]
    }

    /// Every situation, best first.
    public let ranked: [Ranked]
    /// How far danger is ahead of everything else; below 0 where it is behind.
    public let dangerLead: Double
    /// `true` if the text rings by its words, whatever was learned: a sign, a cry or a whole phrase of danger.
    public let hasDangerWords: Bool
    /// What `SituationClassifier.danger(in:language:)` hears in the text.
    public let danger: Danger?
    /// `false` if nothing in the text is like any phrase that was learned.
    public let isUnderstood: Bool

    /// `true` if danger was heard: urgent help comes first.
    public var isUrgent: Bool { danger != nil }

    /// What to offer a person to choose from: danger first where there are signs of it, then the best ones; two or
    /// three in all, the third only where something speaks for it.
    public var suggestions: [Situation] {
        let likely = ranked.enumerated().filter { $0.offset < 2 || $0.element.score >= 0.02 }.map(\.element.situation)
        let dangers = isUrgent ? ranked.map(\.situation).filter { $0.group == .urgent } : []
        return Array((dangers + likely.filter { !dangers.contains($0) }).prefix(3))
    }

    /// The best situation of each group of outcomes, best first; its score is that of all its group's situations.
    public var groups: [Ranked] {
        var groups: [Ranked] = []
        for entry in ranked {
            if let place = groups.firstIndex(where: { $0.situation.group == entry.situation.group }) {
                let first = groups[place]
                groups[place] = Ranked(
                    situation: first.situation, score: first.score + entry.score, because: first.because)
            } else {
                groups.append(entry)
            }
        }
        return groups.enumerated().sorted { ($0.element.score, -$0.offset) > ($1.element.score, -$1.offset) }
            .map(\.element)
    }
}
