extension Phrase {
    /// The names in braces that the phrase must hold, each exactly as written here.
    public var blanks: Set<String> {
        switch self {
        case .privacy, .consentQuestion, .deskWho: ["county"]
        case .idleWarning: ["seconds"]
        case .dayAndTime: ["day", "time"]
        case .questionsLeft, .hintOne, .hintSeveral, .hintWords: ["count"]
        case .faultEmpty: ["hint"]
        case .faultNoSuchOption, .faultNotANumber: ["typed", "hint"]
        case .faultExclusive: ["option"]
        case .faultTooLong: ["count", "limit"]
        case .faultTextTooLong: ["count", "limit", "end"]
        case .urgentLead: ["number"]
        case .suggestion, .actionRead: ["title"]
        case .because: ["answers"]
        case .websiteLine: ["website"]
        case .firstFree, .tooSoon, .tooFar, .cancelUntil, .cancelTooLate: ["time"]
        case .tooManyOpen, .rightLeft: ["count"]
        case .rightFound: ["what"]
        case .example: ["place"]
        case .placeRow: ["place", "time"]
        case .already, .alreadyOptional: ["value"]
        case .timesOfDay: ["day"]
        case .dayRow: ["day", "count"]
        case .holdTold, .length: ["minutes"]
        case .summaryDescription: ["count"]
        case .confirmedPhone, .deskCall: ["phone"]
        case .confirmedOffice, .deskOffice: ["place"]
        case .deskRemote: ["contact"]
        case .referenceLine, .deskNewBooking: ["reference"]
        case .moveQuestion: ["old", "new"]
        case .messageConfirmation, .messageChange, .messageHandover, .messageReminder, .messageCancelled,
            .messageCancelledByUs:
            ["county", "time"]
        case .messageReference: ["reference"]
        case .deskInterpreter, .deskLanguage: ["language"]
        case .deskAccess: ["need"]
        case .phoneLanguage: ["language"]
        case .phoneFree: ["times"]
        case .phoneSay, .phoneHint: ["text"]
        case .phoneRuleNotice, .phoneRuleAhead, .phoneRuleChange: ["time"]
        case .phoneRuleCount: ["count"]
        case .phoneReference: ["reference"]
        case .phoneNumberKept, .phoneBookings: ["phone"]
        case .phoneDraftFound: ["what"]
        case .extractBooking, .extractArrangements, .extractDescription, .extractAdvice, .extractRights, .extractAll,
            .extractLog, .extractConsent, .extractErasure, .extractOther, .extractRefused:
            ["name"]
        case .extractWhy: ["purpose"]
        case .dayCounts: ["booked", "free"]
        case .actReadOn, .opened, .absenceCheck: ["count"]
        case .deskNoted: ["what"]
        case .deskOverlapping: ["time"]
        case .deskColleague: ["name"]
        case .deskGuard: ["reason"]
        case .deskDeadline, .deskDeadlineChild: ["day", "contact"]
        case .deskMoveQuestion: ["old", "new"]
        case .letterQuestion: ["limit"]
        case .letterCheck: ["characters", "parts"]
        case .rightRow: ["code", "what", "used", "uses"]
        case .rightTeam: ["team"]
        case .rightGiven: ["code", "spelled", "uses", "day"]
        case .rightEnded: ["code"]
        case .paperKept, .paperExists, .paperDenied, .templateUnreadable: ["path"]
        case .openCheck: ["count", "day", "hours"]
        case .templateCheck: ["count", "skipped"]
        case .fateMoved: ["time", "name"]
        default: []
        }
    }
}

extension Words {
    /// A phrase with its blanks filled in; the key itself where the content lacks it.
    public func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
        let text = phrases[phrase] ?? phrase.key
        if values.isEmpty { return text }
        // Filled in one pass from left to right: braces inside a person's own words stay as they are.
        var filled = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            let value = values.first { $0.key == name }?.value
            filled += rest[..<open] + (value ?? String(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
