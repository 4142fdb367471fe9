import ContentLibrary
import Dialogue

/// Urgent help on the screen, until the person is safe and wants to go on.
struct UrgentDialog {
    let talk: Talk
    let urgent: UrgentScreen

    /// Shows whom to call, until the person is safe and wants to go on.
    ///
    /// - Parameter isHeard: it was told, not asked for.
    /// - Returns: `false` for the way back.
    func show(heard isHeard: Bool = false) throws(NavigationRequest) -> Bool {
        talk.show(urgent.blocks(heard: isHeard))
        if !urgent.hasChoices {
            talk.say(.shared.urgentBack)
            _ = try typed()
            return true
        }
        while true {
            let typed = try typed()
            let named = SpokenChoice(of: urgent.menu, in: talk.phrases).ids(typed)?.first
            let choice = named.flatMap(UrgentScreen.Choice.init(rawValue:))
            if choice == .safe || talk.isYes(typed) { return true }
            switch Key(sign: typed, among: talk.keys.keys) {
            case .back: return false
            case .human: throw .human
            case .language: throw .language
            case .leave where try YesNoDialog.leaves(talk): throw .leave
            case .again: talk.turnVoiceOn()
            case .help, .urgent, .restart, .leave, nil: break
            }
            if !urgent.more.isEmpty, typed == "2" || choice == .more {
                let parts = ScreenParts(of: urgent.more, on: talk.console)
                if parts.fit(with: urgent.foot) {
                    talk.show(urgent.more)
                } else {
                    for part in parts.parts {
                        talk.show(part)
                        talk.say(.shared.pageMore)
                        _ = try self.typed()
                    }
                }
                talk.show(urgent.foot)
                continue
            }
            _ = talk.notesDanger(in: typed)
            talk.show(urgent.blocks(heard: isHeard))
        }
    }

    /// One line; bytes that are no text ask for help too.
    private func typed() throws(NavigationRequest) -> String { try talk.typed() ?? "!" }
}

/// A question of yes or no in which urgent help is never far.
struct YesNoDialog {
    let talk: Talk
    let question: Phrase
    let yes: Phrase
    let no: Phrase

    private var words: Words { talk.words }

    /// Whether a person who wants to leave is sure.
    static func leaves(_ talk: Talk) throws(NavigationRequest) -> Bool {
        try YesNoDialog(talk: talk, question: talk.leaveQuestion, yes: .shared.leaveYes, no: .shared.leaveNo).isYes()
    }

    /// `true` for yes. Anything that is not understood is asked again; the way back is no.
    func isYes() throws(NavigationRequest) -> Bool {
        let texts = [words(yes), words(no)]
        let asked: () -> Void = {
            talk.show([.blank, .paragraph(TerminalText(words(question)))])
            talk.show(texts.enumerated().map { .option(number: $0 + 1, TerminalText($1)) })
        }
        asked()
        while true {
            let typed = try talk.typed() ?? ""
            if typed == "0" || talk.isYes(typed) || typed.lowercased() == texts[0].lowercased() { return true }
            if ["2", "<", texts[1].lowercased()].contains(typed.lowercased()) || talk.phrases.says(.no, in: typed) {
                return false
            }
            if talk.keys.keys.contains(.urgent), typed == "!" || talk.phrases.says(.urgent, in: typed) {
                _ = try UrgentDialog(talk: talk, urgent: talk.urgent).show()
                asked()
            } else if talk.notesDanger(in: typed) {
                _ = try UrgentDialog(talk: talk, urgent: talk.urgent).show(heard: true)
                asked()
            } else {
                talk.say(.shared.hintOne("2"))
            }
        }
    }
}
