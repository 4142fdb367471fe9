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
    public let signs: [DangerSign]
    /// What the phrases are told in, in the order of the content.
    public let situations: [Situation]
    /// How far danger must be ahead to be told, by language.
    let dangerLeads: [Language: Double]

    /// Those with phrases to learn from, by code: the order matters in the last digits of a score.
    public var languages: [Language] { learned.keys.sorted { $0.rawValue < $1.rawValue } }

    /// A matcher that has learned all languages together.
    public func matcher() -> SituationClassifier {
        let phrases = languages.map { learned[$0, default: []] }
        return SituationClassifier(learning: phrases, of: situations, signs: signs, dangerLeads: dangerLeads)
    }
}
