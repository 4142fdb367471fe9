public import Mapper
public import SocialServices

/// What people say in their own words, by situation and language: what the matcher learns from, and what is
/// held back to see whether it has understood.
public struct Phrasebook: Sendable {
    /// Learned from, by language.
    public let learned: [Language: [ExamplePhrase]]
    /// Never learned from, only for the evaluation.
    public let heldBack: [Language: [ExamplePhrase]]
    public let signs: [DangerSign]
    /// How far danger must be ahead to be told, by language.
    let dangerLeads: [Language: Double]

    /// A matcher that has learned all languages together.
    public func matcher(for tree: QuestionTree) -> SituationMatcher {
        let phrases = learned.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
        return SituationMatcher(learning: phrases, of: tree.situations, signs: signs, dangerLeads: dangerLeads)
    }
}
