import Mapper
public import OwnWords
public import SocialServices

/// What people say in their own words, by situation and language: what the matcher learns from, and what is
/// held out to see whether it has understood.
public struct Phrasebook: Sendable {
    /// Learned from, by language.
    public let learned: [Language: [ExamplePhrase]]
    /// Never learned from, only for the evaluation.
    public let heldOut: [Language: [ExamplePhrase]]
    let signs: [DangerSign]
    let cries: [DangerCry]
    /// What a cry may have or not.
    let fillers: [String]
    /// What the phrases are told in, in the order of the content.
    public let situations: [Situation]
    /// From where on danger is told that a text sounds like, by language.
    let dangerLeads: [Language: DangerLeads]

    /// Those with phrases to learn from, by code: the order matters in the last digits of a score.
    public var languages: [Language] { learned.keys.sorted { $0.rawValue < $1.rawValue } }

    /// The words of danger that authors have written as such, without the phrases.
    public var signsAndCries: DangerWords { DangerWords(signs: signs, cries: cries, fillers: fillers) }

    /// All that rings by itself: signs, cries, and each learned phrase of danger.
    public var dangerWords: DangerWords {
        let dangers = Set(situations.filter(\.isDanger).map(\.id))
        let phrases = learned.values.joined().filter { dangers.contains($0.situation) }.map(\.text)
        return DangerWords(signs: signs, cries: cries, fillers: fillers, phrases: phrases)
    }

    /// A matcher that has learned all languages together.
    ///
    /// - Parameter dangerWords: this phrasebook's, if they are known already.
    public func matcher(
        _ dangerWords: DangerWords? = nil, by learner: SituationClassifier.Learner = .both
    ) -> SituationClassifier {
        let phrases = languages.map { learned[$0, default: []] }
        return SituationClassifier(
            learning: phrases, of: situations, dangerWords: dangerWords ?? self.dangerWords, dangerLeads: dangerLeads,
            by: learner)
    }
}
