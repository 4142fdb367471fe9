/// What is said of an outcome and what can be done with it.
public struct OutcomePhrases: Sendable {
    public let suggestion = OneBlank("suggestion", "title")
    public let because = OneBlank("because", "answers")
    public let forOther = Phrase("outcome-for-other")
    public let contactsTitle = Phrase("contacts-title")
    public let firstFree = OneBlank("first-free", "time")
    public let nothingFree = Phrase("nothing-free")
    public let outcomeQuestion = Phrase("outcome-question")
    public let actionBook = Phrase("action-book")
    public let actionRead = OneBlank("action-read", "title")
    public let actionChange = Phrase("action-change")
    public let actionNotRight = Phrase("action-not-right")
    public let actionFinish = Phrase("action-finish")
    public let changeQuestion = Phrase("change-question")
    public let readQuestion = Phrase("read-question")
    public let readEnough = Phrase("read-enough")
    public let readBack = Phrase("read-back")
}
