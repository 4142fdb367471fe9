import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import SocialServices
import TestConsole
import TestValues
import Testing

@Suite("Signing in at a terminal")
struct SignInDeskTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture()
        for (id, password) in [("sirpa", "oikea salasana"), ("lukko", "oikea salasana"), ("uusi", nil)] {
            try fixture.store.add(
                StaffMember(id: id, name: "Sirpa Esimerkki", role: .phoneService),
                passwordHash: password.map { "hash of \($0)" }, now: fixture.now)
        }
        try fixture.store.setLocked(true, "lukko")
    }

    private final class Visit {
        let console: ScriptedConsole
        var waits: [TimeInterval] = []
        var answer: StaffAnswer<StaffMember>?

        init(_ answers: [Reply]) { console = ScriptedConsole(answers: answers) }
    }

    private func visit(
        _ answers: [Reply], account: String? = nil, language: Language = .english,
        settings: StaffSettings = StaffSettings()
    ) throws -> Visit {
        let visit = Visit(answers)
        let desk = SignInDesk(
            signIn: try fixture.sessions().signIn(hashing: OpenHasher()), console: visit.console,
            words: fixture.content.words(in: language), account: account, settings: settings,
            sleep: { visit.waits.append($0) })
        visit.answer = try desk.run()
        return visit
    }

    @Test("A name and a password, which stands nowhere, let in")
    func signsIn() throws {
        let visit = try visit(["sirpa", "oikea salasana"])
        #expect(visit.answer.flatMap(\.member)?.id == "sirpa")
        #expect(
            visit.console.transcript == """

                Please sign in.
                Account: sirpa
                Password (not shown as you type):
                """)
        #expect(visit.console.requests.map(\.isSecret) == [false, true])
        #expect(visit.console.requests.allSatisfy { !$0.remembers && $0.prefilled.isEmpty && $0.completions.isEmpty })
        #expect(visit.waits == [])
    }

    @Test("A given name is not asked for, and the way back from the password leads to the name")
    func givenName() throws {
        #expect(try visit(["oikea salasana"], account: "sirpa").answer.flatMap(\.member)?.id == "sirpa")
        let visit = try visit(["<", "sirpa", "oikea salasana"], account: "nobody")
        #expect(visit.answer.flatMap(\.member)?.id == "sirpa")
        #expect(visit.console.requests.map(\.isSecret) == [true, false, true])
    }

    @Test(
        "Wrong password, unknown name, no password, locked: one answer after the same wait",
        arguments: [
            ("sirpa", "väärä"), ("nobody", "oikea salasana"), ("uusi", "oikea salasana"), ("lukko", "oikea salasana"),
        ])
    func failure(name: String, password: String) throws {
        let visit = try visit([.line(name), .line(password), "0"], language: .finnish)
        #expect(
            visit.console.screen(after: 2) == """
                Tunnus tai salasana ei kelpaa, tai tunnus on lukittu. Kymmenen väärää salasanaa
                lukitsee tunnuksen, ja pääkäyttäjä avaa sen.
                """)
        #expect(visit.waits == [1])
        #expect(visit.answer == .left)
    }

    @Test("Failures are counted at the desk, whatever names are typed; answers come slower, and ten end it")
    func tenFailures() throws {
        let tries = (1...10).flatMap { [Reply.line($0 % 2 == 0 ? "sirpa" : "somebody\($0)"), .line("väärä")] }
        let visit = try visit(tries + ["sirpa", "oikea salasana"])
        #expect(visit.waits == [1, 2, 4, 8, 16, 30, 30, 30, 30, 30])
        #expect(visit.answer == .left)
        #expect(
            visit.console.lastScreen.hasSuffix("Ten tries to sign in did not succeed. Please turn to a main user."))
        #expect(visit.console.requests.count == 20)
        #expect(try fixture.store.staff().first { $0.id == "sirpa" }?.isLocked == false)
    }

    @Test("Help is there, an empty line is told what to type, and neither counts as a failure")
    func help() throws {
        let visit = try visit(["?", "", "sirpa", "?", "  ", .notUTF8, "oikea salasana"])
        #expect(visit.answer.flatMap(\.member)?.id == "sirpa")
        #expect(visit.waits == [])
        let told = "The password is not shown."
        #expect(visit.console.transcript.components(separatedBy: told).count == 5)
        #expect(visit.console.transcript.contains("We could not read the text."))
    }

    @Test(
        "Leaving, the end of the input and an interruption are no sign-in",
        arguments: [
            ([Reply.line("0")], StaffAnswer<StaffMember>.left), (["<"], .left), (["sirpa", "0"], .left),
            (["sirpa"], .ended(.endOfInput)), (["sirpa", .interrupted], .ended(.interrupted)),
        ])
    func leaving(answers: [Reply], ending: StaffAnswer<StaffMember>) throws {
        let visit = try visit(answers)
        #expect(visit.answer == ending)
        #expect(visit.console.askedPastEnd == 0)
    }

    @Test("Somebody who goes away is warned, and then the screen is wiped")
    func idle() throws {
        let visit = try visit(["sirpa", .timedOut], settings: StaffSettings(idleEnd: 90))
        #expect(visit.answer == .ended(.timedOut))
        #expect(visit.console.requests.map(\.idle?.warnAfter) == [45, 45])
        #expect(visit.console.requests.map(\.idle?.endAfter) == [45, 45])
        #expect(visit.console.transcript.contains("[wiped]"))
        #expect(visit.console.textSinceWipe == "")
        let usual = try self.visit(["0"]).console.requests.first?.idle
        #expect(usual?.warnAfter == 540 && usual?.endAfter == 60)
    }

    // New passwords.

    private func newPassword(_ answers: [Reply]) -> (console: ScriptedConsole, answer: StaffAnswer<String>) {
        let console = ScriptedConsole(answers: answers)
        let desk = NewPasswordDesk(console: console, words: fixture.content.words(in: .english))
        switch desk.password(for: "sirpa", named: "Sirpa Esimerkki") {
        case .given(let password): return (console, .given(password.text))
        case .left: return (console, .left)
        case .ended(let ending): return (console, .ended(ending))
        }
    }

    @Test("A new password is asked for twice, and stands nowhere")
    func newPassword() {
        let (console, answer) = newPassword(["neljä sanaa peräkkäin", "neljä sanaa peräkkäin "])
        #expect(answer == .given("neljä sanaa peräkkäin"))
        #expect(
            console.transcript == """

                A password has at least 12 characters. Four words in a row are good. It is not
                shown, and you are asked for it twice.
                New password (not shown as you type):
                The same password once more:
                """)
        #expect(console.requests.allSatisfy { $0.isSecret })
    }

    @Test("What is wrong with a new password is told, and it is asked for again")
    func badPasswords() {
        let (console, answer) = newPassword([
            "lyhyt", "Sirpa Esimerkki", "salainen\u{1B}sana1", .line(String(repeating: "x", count: 201)),
            .line(String(repeating: "x", count: 2000)), "neljä sanaa peräkkäin", "neljä sanaa peräkäin",
            "neljä sanaa peräkkäin", "<", "neljä sanaa peräkkäin", "neljä sanaa peräkkäin",
        ])
        #expect(answer == .given("neljä sanaa peräkkäin"))
        #expect(console.screen(after: 1) == "The password is too short. Type at least 12 characters.")
        #expect(console.screen(after: 2) == "The password is the account or the name itself. Type something else.")
        #expect(console.screen(after: 3).hasPrefix("The password has control characters in it."))
        #expect(console.screen(after: 4) == "The password is too long. Type at most 200 characters.")
        #expect(console.screen(after: 5) == "The password is too long. Type at most 200 characters.")
        #expect(console.screen(after: 7) == "The two passwords were not the same. Type the password again.")
        #expect(console.screen(after: 9) == "")
    }

    @Test("The first main user: a name, an account and a password, each asked again until it will do")
    func mainUser() {
        let password: Reply = "neljä sanaa peräkkäin"
        let console = ScriptedConsole(answers: [
            "123", "Paavo Pää", "Paavo P", "<", "Paavo Pääkäyttäjä", "paavo.p", password, password,
        ])
        let desk = NewPasswordDesk(console: console, words: fixture.content.words(in: .english))
        guard case .given(let made) = desk.mainUser() else {
            Issue.record("nobody was made")
            return
        }
        #expect(made.member == StaffMember(id: "paavo.p", name: "Paavo Pääkäyttäjä", role: .mainUser))
        #expect(made.password.text == "neljä sanaa peräkkäin")
        #expect(
            console.screen(after: 3)
                == "An account has 1–64 characters: a–z, 0–9, hyphen and dot. Type it again.")
        #expect(console.askedPastEnd == 0)
    }
}

extension StaffAnswer {
    fileprivate var member: Value? {
        if case .given(let value) = self { value } else { nil }
    }
}

/// Hashes that anybody can read: what is tested is the talk around them.
private struct OpenHasher: PasswordHasher {
    let nobodys = "nobody's"

    func hash(_ password: String) -> String? { "hash of \(password)" }
    func isRight(_ password: String, for hash: String) -> Bool { hash == "hash of \(password)" }
}
