/// What only the kiosk says: its start and its first screen.
public struct KioskPhrases: Sendable {
    // The start.
    public let languageTitle = Phrase("language-title")
    public let chooseLanguage = Phrase("choose-language")
    public let programName = Phrase("program-name")
    public let welcome = Phrase("welcome")
    public let anonymous = Phrase("anonymous")
    public let languageEnds = Phrase("language-ends")
    public let demoEnd = Phrase("demo-end")
    public let myBooking = Phrase("my-booking")

    // Ways that are open at every question, as keys and as words.
    public let keysLine = Phrase("keys-line")
    public let speechOffer = Phrase("speech-offer")
}
