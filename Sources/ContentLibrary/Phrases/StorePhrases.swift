/// What is said when the store does not answer.
public struct StorePhrases: Sendable {
    public let trouble = Phrase("store-trouble")
    public let again = Phrase("store-again")
    public let giveUp = Phrase("store-give-up")
    public let unsure = Phrase("store-unsure")
    public let unsureLeft = Phrase("store-unsure-left")
    public let closed = Phrase("store-closed")
    public let paused = Phrase("store-paused")
    public let pausedOwn = Phrase("store-paused-own")
    public let resting = Phrase("store-resting")
}
