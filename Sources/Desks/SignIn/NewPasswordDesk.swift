public import BookingCore
public import ContentLibrary
public import Dialogue

/// Asks for a new password twice, and for the name and the id of a store's first user.
public final class NewPasswordDesk {
    private let talk: Conversation

    public init(console: any Console, words: Words, settings: StaffSettings = StaffSettings()) {
        talk = settings.conversation(at: console, in: words)
    }

    /// A new password of an account, checked against its id and name.
    public func password(for id: String, named name: String) -> StaffAnswer<Password> {
        answer { () throws(NavigationRequest) in try askPassword(id, name) }
    }

    /// The first main user of a new store.
    public func mainUser() -> StaffAnswer<(member: StaffMember, password: Password)> {
        talk.say(.signIn.mainUserTitle)
        return answer { () throws(NavigationRequest) in
            var name = ""
            while let typed = try askName(already: name) {
                name = typed
                guard let id = try askID() else { continue }
                guard let password = try askPassword(id, name) else { continue }
                return (StaffMember(id: id, name: name, role: .mainUser), password)
            }
            return nil
        }
    }

    private func answer<Value>(_ ask: () throws(NavigationRequest) -> Value?) -> StaffAnswer<Value> {
        do throws(NavigationRequest) {
            guard let value = try ask() else { return .left }
            return .given(value)
        } catch {
            return StaffAnswer(error)
        }
    }

    private func askName(already: String) throws(NavigationRequest) -> String? {
        try talk.write(talk.words(.signIn.mainUserName), longest: StaffMember.longestName, already: already) {
            typed in
            typed.contains(where: \.isLetter) ? .success(typed) : .failure(WritingFault(.booking.nameFault))
        }
    }

    private func askID() throws(NavigationRequest) -> String? {
        try talk.write(talk.words(.signIn.mainUserID), longest: StaffMember.idLength.upperBound) { typed in
            StaffMember.isID(typed) ? .success(typed) : .failure(WritingFault(.signIn.mainUserIDFault))
        }
    }

    private func askPassword(_ id: String, _ name: String) throws(NavigationRequest) -> Password? {
        talk.say(.signIn.newPasswordHow)
        while let first = try PasswordPrompt(conversation: talk).ask(
            .signIn.newPassword, help: .signIn.newPasswordHow)
        {
            let password = Password(first)
            if let fault = password.fault(for: id, named: name) {
                talk.say(fault.phrase)
                continue
            }
            guard
                let second = try PasswordPrompt(conversation: talk).ask(
                    .signIn.newPasswordAgain, help: .signIn.newPasswordAgain)
            else {
                continue
            }
            if Password(second).text == password.text { return password }
            talk.say(.signIn.newPasswordDiffers)
        }
        return nil
    }
}

extension Password.Fault {
    var phrase: Phrase {
        switch self {
        case .tooShort: .signIn.newPasswordTooShort
        case .tooLong: .signIn.newPasswordTooLong
        case .isName: .signIn.newPasswordIsName
        case .hasControls: .signIn.newPasswordControls
        case .noHash: .signIn.newPasswordNoHash
        }
    }
}
