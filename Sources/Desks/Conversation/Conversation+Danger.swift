import ContentLibrary
import Dialogue

extension Conversation {
    /// Shows urgent help if a line tells of danger; in a text of several lines only for what is new in it.
    ///
    /// - Returns: `true` if it does.
    @discardableResult
    func hearDanger(in text: String, _ manner: Manner) throws(NavigationRequest) -> Bool {
        guard !text.trimmed.isEmpty, let rang = listener?.danger(text) else { return false }
        let isNew = notes.hear(danger: rang)
        if case .writing = manner, !isNew { return true }
        _ = try show(urgent, heard: true)
        return true
    }

    /// Shows whom to call, until the person is safe and wants to go on.
    ///
    /// - Parameter isHeard: it was told, not asked for.
    /// - Returns: `false` for the way back.
    func show(_ urgent: UrgentScreen, heard isHeard: Bool = false) throws(NavigationRequest) -> Bool {
        show(urgent.blocks(heard: isHeard))
        if !urgent.hasChoices {
            try pause(.shared.urgentBack)
            return true
        }
        while true {
            let typed: String
            switch ask(LineRequest()) {
            case .endOfInput: throw .ended(.endOfInput)
            case .interrupted: throw .ended(.interrupted)
            case .timedOut: throw timedOut()
            case .notUTF8: typed = "!"
            case .tooLong(let line), .line(let line): typed = line.trimmed
            }
            if isYes(typed) { return true }
            switch Key(sign: typed, among: keys.keys) {
            case .back: return false
            case .human: throw .human
            case .language: throw .language
            case .leave where try confirms(leaveQuestion, yes: .shared.leaveYes): throw .leave
            case .again: turnVoiceOn()
            case .help, .urgent, .restart, .leave, nil: break
            }
            if !urgent.more.isEmpty, typed == "2" {
                if fits(urgent.more + urgent.foot) {
                    show(urgent.more + urgent.foot)
                } else {
                    try page(urgent.more)
                    show(urgent.foot)
                }
                continue
            }
            if let rang = listener?.danger(typed) {
                _ = notes.hear(danger: rang)
                keep(typed)
            }
            show(urgent.blocks(heard: isHeard))
        }
    }

    /// `1`, or yes in any of its words.
    func isYes(_ typed: String) -> Bool { typed.trimmed == "1" || phrases.says(.yes, in: typed) }

    /// Keeps words that answer nothing for the description, if they tell anything.
    ///
    /// - Returns: `false` if there is nothing to keep, or nobody who keeps it.
    @discardableResult
    func keep(_ text: String) -> Bool {
        guard listener != nil, text.split(whereSeparator: { !$0.isLetter }).contains(where: { $0.count >= 3 }) else {
            return false
        }
        notes.keep(text.trimmed)
        return true
    }
}
