/// What a client is told by SMS or e-mail.
public struct MessagePhrases: Sendable {
    public let confirmation = TwoBlanks("message-confirmation", "county", "time")
    public let change = TwoBlanks("message-change", "county", "time")
    public let handover = TwoBlanks("message-handover", "county", "time")
    public let reminder = TwoBlanks("message-reminder", "county", "time")
    public let cancelled = TwoBlanks("message-cancelled", "county", "time")
    public let cancelledByUs = TwoBlanks("message-cancelled-by-us", "county", "time")
    public let neutral = OneBlank("message-neutral", "time")
    public let neutralCancelled = OneBlank("message-neutral-cancelled", "time")
    public let reference = OneBlank("message-reference", "reference")
    public let how = Phrase("message-how")
    public let howWord = Phrase("message-how-word")
    public let newTime = Phrase("message-new-time")
    public let rightCode = TwoBlanks("message-right", "code", "day")
}
