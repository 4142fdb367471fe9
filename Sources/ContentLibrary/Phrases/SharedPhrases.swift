/// What every desk says: its keys, its faults, urgent help, leaving.
public struct SharedPhrases: Sendable {
    public let noPhone = Phrase("no-phone")

    // The language itself.
    public let languageName = Phrase("language-name")
    public let locale = Phrase("locale")
    public let shortMonth = Phrase("short-month")
    public let dayAndTime = TwoBlanks("day-and-time", "day", "time")

    // The start.
    public let privacy = OneBlank("privacy", "county")
    public let demoNotice = Phrase("demo-notice")

    // Ways that are open at every question.
    public let keysHelp = Phrase("keys-help")
    public let offerHuman = Phrase("offer-human")
    public let idleWarning = OneBlank("idle-warning", "seconds")
    public let noWayBack = Phrase("no-way-back")

    // Questions and what may go wrong with an answer.
    public let questionNumber = TwoBlanks("question-number", "number", "count")
    public let lastQuestion = OneBlank("question-last", "number")
    public let unknown = Phrase("unknown")
    public let hintOne = OneBlank("hint-one", "count")
    public let hintSeveral = OneBlank("hint-several", "count")
    public let hintWords = OneBlank("hint-words", "count")
    public let faultEmpty = OneBlank("fault-empty", "hint")
    public let faultNoSuchOption = TwoBlanks("fault-no-such-option", "typed", "hint")
    public let pageMore = Phrase("page-more")
    public let keptWords = OneBlank("kept-words", "hint")
    public let faultOnlyOne = Phrase("fault-only-one")
    public let faultExclusive = OneBlank("fault-exclusive", "option")
    public let faultNotUTF8 = Phrase("fault-not-utf8")
    public let faultTooLong = TwoBlanks("fault-too-long", "count", "limit")
    public let faultTextTooLong = ThreeBlanks("fault-text-too-long", "count", "limit", "end")
    public let already = OneBlank("already", "value")
    public let alreadyOptional = OneBlank("already-optional", "value")
    public let keepBeginning = Phrase("keep-beginning")
    public let writeAgain = Phrase("write-again")

    // What a person says in their own words at the first question.
    public let ownWordsHint = Phrase("own-words-hint")
    public let ownWordsTitle = Phrase("own-words-title")
    public let ownWordsHelp = Phrase("own-words-help")
    public let ownWordsDanger = Phrase("own-words-danger")
    public let ownWordsNone = Phrase("own-words-none")
    public let ownWordsAgain = Phrase("own-words-again")
    public let ownWordsUnclear = Phrase("own-words-unclear")
    public let ownWordsForeign = Phrase("own-words-foreign")

    // Urgent help.
    public let urgentHeard = Phrase("urgent-heard")
    public let urgentLead = OneBlank("urgent-lead", "number")
    /// Where it only may be danger: one line, short.
    public let urgentPossible = OneBlank("urgent-possible", "number")
    public let urgentSafe = Phrase("urgent-safe")
    public let urgentMore = Phrase("urgent-more")
    public let urgentBack = Phrase("urgent-back")

    // Leaving.
    public let leaveQuestion = Phrase("leave-question")
    public let leaveYes = Phrase("leave-yes")
    public let leaveNo = Phrase("leave-no")
    public let goodbye = Phrase("goodbye")
    public let restartQuestion = Phrase("restart-question")
    public let restartYes = Phrase("restart-yes")

    // The outcome.
    public let websiteLine = OneBlank("website-line", "website")
}
