/// What is said when the store does not answer.
public struct StorePhrases: Sendable {
    public let trouble = Phrase("store-trouble")
    public let again = Phrase("store-again")
    public let giveUp = Phrase("store-give-up")
    public let unsure = Phrase("store-unsure")
    public let unsureLeft = Phrase("store-unsure-left")
    public let resting = Phrase("store-resting")
}
