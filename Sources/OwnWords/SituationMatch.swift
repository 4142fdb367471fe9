public import SocialServices

/// What a text in a person's own words sounds like: a suggestion to choose from, never a decision.
public struct SituationMatch: Sendable, Equatable {
    public struct Ranked: Sendable, Equatable {
        public let situation: Situation
        /// This situation's share of what speaks for any, from 0 to 1; all of a match together 1.
        public let score: Double
        /// The pieces of the text that spoke for it, as typed, strongest first; at most three.
        public let because: [String]
    }

    /// Whether urgent help is told, and how loudly.
    public enum Alarm: Sendable, Equatable {
        case none
        /// It may be danger: one line says whom to ring.
        case possible
        /// Urgent help stands before everything else.
        case sure(Danger)
    }

    /// Words that ring by themselves.
    public enum DangerWording: Sendable, Equatable {
        /// A cry, a whole phrase of danger, or a sign in few words.
        case certain
        /// A sign in a text of more than eight words, which may be about something else.
        case signInLongText
    }

    /// A matter that a visitor may have meant, and one of a group's outcomes.
    public struct Group: Sendable, Equatable {
        public let group: OutcomeGroup
        /// The best situation of the group.
        public let situation: Situation
        /// The share of all the group's situations together.
        public let score: Double
        public let because: [String]
    }

    /// Every situation, best first.
    public let ranked: [Ranked]
    /// How far danger is ahead of everything else; below 0 where it is behind.
    public let dangerLead: Double
    /// How the text rings by its words, whatever was learned; nil if it does not.
    public let dangerWords: DangerWording?
    public let alarm: Alarm
    /// `false` if nothing in the text is like any phrase that was learned.
    let isLikeSomething: Bool

    init(ranked: [Ranked], dangerLead: Double, dangerWords: DangerWording?, alarm: Alarm, isUnderstood: Bool) {
        self.ranked = ranked
        self.dangerLead = dangerLead
        self.dangerWords = dangerWords
        self.alarm = alarm
        isLikeSomething = isUnderstood
    }

    /// What `SituationClassifier.danger(in:language:)` hears in the text.
    public var danger: Danger? {
        guard case .sure(let danger) = alarm else { return nil }
        return danger
    }

    /// `true` if danger was heard: urgent help comes first.
    public var isUrgent: Bool { danger != nil }

    /// `true` if it may be danger, and is not sure.
    public var mayBeUrgent: Bool { alarm == .possible }

    /// `false` if nothing can be suggested: the text is like no phrase that was learned, or it is no matter at all.
    public var isUnderstood: Bool { alarm != .none || isLikeSomething && !isNoMatter }

    private var isNoMatter: Bool {
        guard alarm == .none, let first = ranked.first else { return false }
        return first.situation.group == nil && first.score >= Self.surelyNothing
    }

    /// What to offer a person to choose from, best first: three where the first is sure, else four. Danger is none of
    /// them; it stands above them.
    public var suggestions: [Situation] {
        let matters = ranked.filter(\.situation.isSuggested)
        let all = matters.map(\.score).reduce(0, +)
        let isSure = (matters.first?.score ?? 0) >= Self.surelyFirst * all
        return matters.prefix(isSure ? 3 : 4).map(\.situation)
    }

    /// Of texts whose first suggestion has this share of the suggestions or more, nearly all have the right one first.
    private static let surelyFirst = 0.9
    /// What is no matter at all must have this share for nothing to be suggested: to be asked again costs more than a
    /// list with "none of these".
    private static let surelyNothing = 0.97

    /// The best situation of each group of outcomes, in the order in which a visitor meets them: danger first where urgent
    /// help is told first, and behind the suggestions where it is not; its score is that of all its group's situations.
    public var groups: [Group] {
        var groups: [Group] = []
        for entry in ranked {
            guard let group = entry.situation.group else { continue }
            if let place = groups.firstIndex(where: { $0.group == group }) {
                let first = groups[place]
                groups[place] = Group(
                    group: group, situation: first.situation, score: first.score + entry.score,
                    because: first.because)
            } else {
                groups.append(
                    Group(group: group, situation: entry.situation, score: entry.score, because: entry.because))
            }
        }
        groups = groups.enumerated().sorted { ($0.element.score, -$0.offset) > ($1.element.score, -$1.offset) }
            .map(\.element)
        guard let place = groups.firstIndex(where: { $0.group == .urgent }) else { return groups }
        let danger = groups.remove(at: place)
        let end = isUrgent ? 0 : max(place, min(groups.count, suggestions.count))
        // Best first: danger that was moved is worth no less than what stands behind it, and no more than what stands before.
        let least = end < groups.count ? groups[end].score : 0
        let most = end > 0 ? groups[end - 1].score : 1
        groups.insert(
            Group(
                group: danger.group, situation: danger.situation, score: min(most, max(least, danger.score)),
                because: danger.because), at: end)
        return groups
    }
}
