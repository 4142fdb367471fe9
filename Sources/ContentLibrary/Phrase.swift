/// What the desks themselves say, by key; the words are in `words/<language>/desk.txt`.
public enum Phrase: String, CaseIterable, Sendable {
    // The language itself.
    case languageName = "language-name"
    case locale
    case shortMonth = "short-month"
    case dayAndTime = "day-and-time"
    case languageTitle = "language-title"
    case chooseLanguage = "choose-language"

    // The start.
    case programName = "program-name"
    case welcome
    case privacy
    case anonymous
    case demoNotice = "demo-notice"
    case demoEnd = "demo-end"
    case myBooking = "my-booking"

    // Ways that are open at every question, as keys and as words.
    case keysLine = "keys-line"
    case keysHelp = "keys-help"
    case wordHelp = "word-help"
    case wordUrgent = "word-urgent"
    case wordBack = "word-back"
    case wordRestart = "word-restart"
    case wordHuman = "word-human"
    case wordLeave = "word-leave"
    case wordAgain = "word-again"
    case offerHuman = "offer-human"
    case speechOffer = "speech-offer"
    case idleWarning = "idle-warning"
    case noWayBack = "no-way-back"
    case pressEnter = "press-enter"

    // Questions and what may go wrong with an answer.
    case questionsLeft = "questions-left"
    case oneQuestionLeft = "one-question-left"
    case unknown
    case hintOne = "hint-one"
    case hintSeveral = "hint-several"
    case hintWords = "hint-words"
    case faultEmpty = "fault-empty"
    case faultNoSuchOption = "fault-no-such-option"
    case faultNotANumber = "fault-not-a-number"
    case faultOnlyOne = "fault-only-one"
    case faultExclusive = "fault-exclusive"
    case faultNotUTF8 = "fault-not-utf8"
    case faultTooLong = "fault-too-long"
    case faultTextTooLong = "fault-text-too-long"
    case already
    case alreadyOptional = "already-optional"
    case keepBeginning = "keep-beginning"
    case writeAgain = "write-again"

    // What a person says in their own words at the first question.
    case ownWordsHint = "own-words-hint"
    case ownWordsTitle = "own-words-title"
    case ownWordsHelp = "own-words-help"
    case ownWordsDanger = "own-words-danger"
    case ownWordsNone = "own-words-none"
    case ownWordsAgain = "own-words-again"
    case ownWordsUnclear = "own-words-unclear"

    // Urgent help.
    case urgentTitle = "urgent-title"
    case urgentLead = "urgent-lead"
    case urgentBack = "urgent-back"

    // Leaving.
    case leaveQuestion = "leave-question"
    case leaveYes = "leave-yes"
    case leaveNo = "leave-no"
    case goodbye
    case restartQuestion = "restart-question"
    case restartYes = "restart-yes"

    // The outcome.
    case suggestion
    case because
    case contactsTitle = "contacts-title"
    case websiteLine = "website-line"
    case firstFree = "first-free"
    case nothingFree = "nothing-free"
    case outcomeQuestion = "outcome-question"
    case actionBook = "action-book"
    case actionRead = "action-read"
    case actionChange = "action-change"
    case actionNotRight = "action-not-right"
    case actionFinish = "action-finish"
    case changeQuestion = "change-question"
    case readQuestion = "read-question"
    case readEnough = "read-enough"
    case readBack = "read-back"

    // How, where and when.
    case methodQuestion = "method-question"
    case methodPhone = "method-phone"
    case methodRemote = "method-remote"
    case methodOffice = "method-office"
    case methodAny = "method-any"
    case methodOfTime = "method-of-time"
    case shortPhone = "short-phone"
    case shortRemote = "short-remote"
    case shortOffice = "short-office"
    case placeQuestion = "place-question"
    case placeAny = "place-any"
    case placeRow = "place-row"
    case example
    case timesTitle = "times-title"
    case timesOfDay = "times-of-day"
    case timesMore = "times-more"
    case timesDay = "times-day"
    case timesOther = "times-other"
    case dayQuestion = "day-question"
    case dayRow = "day-row"
    case noTimes = "no-times"
    case noMoreTimes = "no-more-times"
    case holdTold = "hold-told"
    case taken
    case tooSoon = "too-soon"
    case tooFar = "too-far"
    case tooManyOpen = "too-many-open"

    // Who comes, and what they need.
    case nameQuestion = "name-question"
    case nameForOther = "name-for-other"
    case nameFault = "name-fault"
    case phoneQuestion = "phone-question"
    case phoneEmpty = "phone-empty"
    case phoneNotDigits = "phone-not-digits"
    case phoneNoPrefix = "phone-no-prefix"
    case phoneTooShort = "phone-too-short"
    case phoneTooLong = "phone-too-long"
    case emailQuestion = "email-question"
    case emailFault = "email-fault"
    case meetingLanguageQuestion = "meeting-language-question"
    case needsQuestion = "needs-question"
    case needInterpreter = "need-interpreter"
    case needSignLanguage = "need-sign-language"
    case needAccess = "need-access"
    case needNone = "need-none"
    case interpreterQuestion = "interpreter-question"
    case accessQuestion = "access-question"

    // The description.
    case descriptionTitle = "description-title"
    case descriptionHow = "description-how"
    case descriptionMore = "description-more"
    case hopeQuestion = "hope-question"

    // The summary and the consent.
    case summaryTitle = "summary-title"
    case summaryTime = "summary-time"
    case summaryName = "summary-name"
    case summaryPhone = "summary-phone"
    case summaryEmail = "summary-email"
    case summaryLanguage = "summary-language"
    case summaryNeeds = "summary-needs"
    case summaryDescription = "summary-description"
    case summaryHope = "summary-hope"
    case summaryNone = "summary-none"
    case summaryOK = "summary-ok"
    case summaryHow = "summary-how"
    case consentQuestion = "consent-question"
    case consentYes = "consent-yes"
    case consentNo = "consent-no"
    case consentRefused = "consent-refused"

    // The confirmation.
    case confirmed
    case length
    case confirmedPhone = "confirmed-phone"
    case confirmedRemote = "confirmed-remote"
    case confirmedOffice = "confirmed-office"
    case referenceLine = "reference-line"
    case bringTitle = "bring-title"
    case prepareTitle = "prepare-title"
    case cancelHow = "cancel-how"
    case cancelUntil = "cancel-until"
    case cancelTooLate = "cancel-too-late"
    case doneEnter = "done-enter"

    // "I already have a booking."
    case findReference = "find-reference"
    case findReferenceFault = "find-reference-fault"
    case findPhone = "find-phone"
    case findNothing = "find-nothing"
    case foundTitle = "found-title"
    case foundPast = "found-past"
    case foundCancelled = "found-cancelled"
    case foundQuestion = "found-question"
    case actionCancelBooking = "action-cancel-booking"
    case actionKeepBooking = "action-keep-booking"
    case cancelQuestion = "cancel-question"
    case cancelYes = "cancel-yes"
    case cancelNo = "cancel-no"
    case cancelled
    case actionMoveBooking = "action-move-booking"
    case moveQuestion = "move-question"
    case moveYes = "move-yes"
    case moveNo = "move-no"
    case moveTaken = "move-taken"
    case moved

    // What a client is told by SMS or e-mail.
    case messageConfirmation = "message-confirmation"
    case messageChange = "message-change"
    case messageHandover = "message-handover"
    case messageReminder = "message-reminder"
    case messageCancelled = "message-cancelled"
    case messageCancelledByUs = "message-cancelled-by-us"
    case messageReference = "message-reference"
    case messageHow = "message-how"
    case messageNewTime = "message-new-time"

    // When the store does not answer.
    case storeTrouble = "store-trouble"
    case storeAgain = "store-again"
    case storeGiveUp = "store-give-up"

    // The professional's desk.
    case deskDemoOnly = "desk-demo-only"
    case deskWho = "desk-who"
    case deskToday = "desk-today"
    case deskComing = "desk-coming"
    case deskNothing = "desk-nothing"
    case deskChoose = "desk-choose"
    case deskNewBooking = "desk-new-booking"
    case deskCall = "desk-call"
    case deskRemote = "desk-remote"
    case deskOffice = "desk-office"
    case deskInterpreter = "desk-interpreter"
    case deskSignLanguage = "desk-sign-language"
    case deskAccess = "desk-access"
    case deskLanguage = "desk-language"
    case deskOwnWords = "desk-own-words"
    case deskNoWords = "desk-no-words"
    case deskHope = "desk-hope"
    case deskAnswers = "desk-answers"
    case deskTold = "desk-told"
    case deskContact = "desk-contact"
    case deskBack = "desk-back"
    case deskKeys = "desk-keys"
    case flagSoon = "flag-soon"
    case flagChild = "flag-child"
    case flagOver75 = "flag-over-75"
    case flagDisability = "flag-disability"
    case flagForSomeoneElse = "flag-for-someone-else"
    case deskGoodbye = "desk-goodbye"
}
