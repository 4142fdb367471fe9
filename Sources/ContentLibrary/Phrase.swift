/// What the desks themselves say, by key; the words are in `words/<language>/desk.txt`.
public enum Phrase: CaseIterable, Sendable {
    // The language itself.
    case languageName, locale, shortMonth, dayAndTime, languageTitle, chooseLanguage

    // The start.
    case programName, welcome, privacy, anonymous, demoNotice, demoEnd, myBooking

    // Ways that are open at every question, as keys and as words.
    case keysLine, keysHelp, wordHelp, wordUrgent, wordBack, wordRestart, wordHuman, wordLeave, wordAgain,
        offerHuman, speechOffer, idleWarning, noWayBack, pressEnter

    // Questions and what may go wrong with an answer.
    case questionsLeft, oneQuestionLeft, unknown, hintOne, hintSeveral, hintWords, faultEmpty, faultNoSuchOption,
        faultNotANumber, faultOnlyOne, faultExclusive, faultNotUTF8, faultTooLong, faultTextTooLong, already,
        alreadyOptional, keepBeginning, writeAgain

    // What a person says in their own words at the first question.
    case ownWordsHint, ownWordsTitle, ownWordsHelp, ownWordsDanger, ownWordsNone, ownWordsAgain, ownWordsUnclear

    // Urgent help.
    case urgentTitle, urgentLead, urgentBack

    // Leaving.
    case leaveQuestion, leaveYes, leaveNo, goodbye, restartQuestion, restartYes

    // The outcome.
    case suggestion, because, contactsTitle, websiteLine, firstFree, nothingFree, outcomeQuestion, actionBook,
        actionRead, actionChange, actionNotRight, actionFinish, changeQuestion, readQuestion, readEnough, readBack

    // How, where and when.
    case methodQuestion, methodPhone, methodRemote, methodOffice, methodAny, methodOfTime, shortPhone, shortRemote,
        shortOffice, placeQuestion, placeAny, placeRow, example, timesTitle, timesOfDay, timesMore, timesDay,
        timesOther, dayQuestion, dayRow, noTimes, noMoreTimes, holdTold, taken, tooSoon, tooFar, tooManyOpen

    // Who comes, and what they need.
    case nameQuestion, nameForOther, nameFault, phoneQuestion, phoneEmpty, phoneNotDigits, phoneNoPrefix,
        phoneTooShort, phoneTooLong, emailQuestion, emailFault, meetingLanguageQuestion, needsQuestion,
        needInterpreter, needSignLanguage, needAccess, needNone, interpreterQuestion, accessQuestion

    // The description.
    case descriptionTitle, descriptionHow, descriptionMore, hopeQuestion

    // The summary and the consent.
    case summaryTitle, summaryTime, summaryName, summaryPhone, summaryEmail, summaryLanguage, summaryNeeds,
        summaryDescription, summaryHope, summaryNone, summaryOK, summaryHow, consentQuestion, consentYes, consentNo,
        consentRefused

    // The confirmation.
    case confirmed, length, confirmedPhone, confirmedRemote, confirmedOffice, referenceLine, bringTitle,
        prepareTitle, cancelHow, cancelUntil, cancelTooLate, doneEnter

    // "I already have a booking."
    case findReference, findReferenceFault, findPhone, findNothing, rightFound, rightLeft, rightWithdrawn,
        rightExpired, rightUsedUp, rightWorkerLeft, foundTitle, foundPast, foundCancelled, foundQuestion,
        actionCancelBooking, actionKeepBooking, cancelQuestion, cancelYes, cancelNo, cancelled, actionMoveBooking,
        moveQuestion, moveYes, moveNo, moveTaken, moved

    // What a client is told by SMS or e-mail.
    case messageConfirmation, messageChange, messageHandover, messageReminder, messageCancelled,
        messageCancelledByUs, messageReference, messageHow, messageNewTime

    // When the store does not answer.
    case storeTrouble, storeAgain, storeGiveUp, storeUnsure, storeUnsureLeft, storeResting

    // The professional's desk.
    case deskWho, deskNewBooking, deskCall, deskRemote, deskOffice, deskInterpreter, deskSignLanguage, deskAccess,
        deskLanguage, deskOwnWords, deskNoWords, deskHope, deskAnswers, deskTold, deskContact, deskKeys, flagSoon,
        flagChild, flagOver75, flagDisability, flagForSomeoneElse, deskGoodbye

    // The professional's desk: what is done there.
    case professionalHint, actHint, dayToday, dayCounts, dayEmpty, dayNext, timeFree, timeHeld, timeAbsent,
        signInterpreter, signSignLanguage, signAccess, signGuard, statusBooked, statusCancelled, statusMet,
        statusNoShow, actNextDay, actPreviousDay, actNextWeek, actPreviousWeek, actWeek, actToday, actOpenTimes,
        actTemplate, actAbsence, actHandover, actMet, actNoShow, actAdvice, actRight, actMove, actCancel,
        actMessage, actGuard, actPaper, actReadOn, actList, deskYes, deskNo, deskNoted, deskNothingDone,
        deskTrouble, deskGiveUp, deskNoSuch, deskNotPermitted, deskGone, deskPast, deskPurged, deskSeveral,
        deskTaken, deskOverlapping, deskWorkerGone, deskTextNeeded, deskDayFault, deskHoursFault, deskMomentFault,
        deskCountFault, deskColleague, deskGuard, deskDeadline, deskDeadlineChild, adviceQuestion, adviceStored,
        adviceShared, adviceKept, guardQuestion, guardKept, guardDropped, cancelReason, deskCancelled, ownTimes,
        deskNoTimes, deskMoveQuestion, deskMoved, letterQuestion, letterCheck, letterSend, letterAgain, letterKept,
        rightQuestion, rightNew, rightRow, rightWhat, rightWith, rightAlone, rightPair, rightTeam, rightColleague,
        rightUses, rightUntil, rightGiven, rightEnded, paperQuestion, paperKept, paperExists, paperFull,
        paperDenied, openWhat, openOther, openPurpose, openDay, openHours, openMethods, openNone, openCheck, opened,
        templatePath, templateFrom, templateUntil, templateCheck, templateFaults, templateUnreadable, periodFrom,
        periodUntil, absenceReason, absenceCheck, absenceKept, absenceHandover, handoverTo, handoverAnybody,
        handoverRest, restNone, restMove, restCancel, restBoth, fateMoved, fateCancelled, fateBegun, fateNone,
        handoverCheck, handoverNot, handoverDone, handoverNothing, paperTitle, fieldReference, fieldStatus,
        fieldTime, fieldService, fieldMethod, fieldProduct, fieldResource, fieldPlace, fieldClient, fieldContact,
        fieldContacted, fieldNotes, fieldNeed, fieldInstructions, fieldAdvice, fieldStored, fieldShared,
        fieldPrinted

    // Signing in, and new passwords.
    case signInTitle, signInName, signInPassword, signInHelp, signInFailed, signInTooMany, newPassword,
        newPasswordAgain, newPasswordHow, newPasswordDiffers, newPasswordTooShort, newPasswordTooLong,
        newPasswordIsName, newPasswordControls, newPasswordNoHash, mainUserTitle, mainUserName, mainUserID,
        mainUserIDFault
    // The phone service's desk.
    case wordLanguage, phoneTitle, phoneKeys, phoneLanguage, phoneSearch, phoneSearchHelp, phoneNothing,
        phoneChoose, phoneFree, phoneSay, phoneHint, phoneOutcomeQuestion, phoneOtherTimes, phoneSearchAgain,
        phoneEndCall, phoneNameHow, phoneDescription, phoneDescriptionHow, phoneRuleNotice, phoneRuleAhead,
        phoneRuleCount, phoneRuleChange, phoneConsentHow, phoneConsentYes, phoneConsentNo, phoneConsentRefused,
        phoneReference, phoneNext, phoneNumberKept, phoneBookings, phoneSeveral, phoneEndQuestion, phoneEndYes,
        phoneEndNo, phoneDraftFound, phoneDraftTake, phoneDraftDrop
    // A client's own extract of the access log.
    case extractTitle, extractLead, extractNone, extractBooking, extractArrangements, extractDescription,
        extractAdvice, extractRights, extractAll, extractLog, extractConsent, extractErasure, extractOther,
        extractRefused, extractWhy, extractForMeeting, extractForCall, extractForMatter
}

extension Phrase {
    /// What it is called in the file: its name in small letters, with a hyphen before each new word. `faultNotUTF8` is
    /// `fault-not-utf8`.
    public var key: String {
        var key: [UInt8] = []
        let name = Array("\(self)".utf8)
        for (index, letter) in name.enumerated() {
            let beginsAfter = { (before: UInt8) in
                let isBeforeSmall = index + 1 < name.count && Self.isSmall(name[index + 1])
                return Self.isSmall(before) || Self.isCapital(before) && isBeforeSmall
            }
            if index > 0, !Self.isSmall(letter), beginsAfter(name[index - 1]) { key.append(UInt8(ascii: "-")) }
            key.append(Self.isCapital(letter) ? letter | 0x20 : letter)
        }
        return String(decoding: key, as: UTF8.self)
    }

    init?(key: String) {
        guard let phrase = Self.byKey[key] else { return nil }
        self = phrase
    }

    private static let byKey = Dictionary(allCases.map { ($0.key, $0) }) { first, _ in first }

    private static func isSmall(_ letter: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) }

    private static func isCapital(_ letter: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
    }
}
