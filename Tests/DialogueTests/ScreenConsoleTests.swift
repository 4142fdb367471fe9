import Dialogue
import Testing

@Suite("A screen in memory")
struct ScreenConsoleTests {
    @Test("Only the last lines are seen, the prompt among them")
    func lastLines() {
        var seen: [[String]] = []
        let console = ScreenConsole(columns: 20, rows: 3) { screen in
            seen.append(screen.visible)
            return "yes"
        }
        console.show(["one", "two", "three", "four"].map { .paragraph(TerminalText($0)) })
        #expect(console.ask(LineRequest()) == "yes")
        #expect(seen == [["three", "four", "> "]])
        #expect(console.visible == ["three", "four", "> yes"])
    }

    @Test("What is typed takes as many lines as it needs")
    func longAnswer() {
        let console = ScreenConsole(columns: 20, rows: 4) { _ in "abcdefghijklmnopqrstuvwxyz" }
        _ = console.ask(LineRequest())
        #expect(console.visible == ["> abcdefghijklmnopqr", "stuvwxyz"])
    }

    @Test("A password is not shown, an answer that is too long is told, and a wiped screen is empty")
    func unseen() {
        let console = ScreenConsole(columns: 20, rows: 4) { _ in "secret" }
        #expect(console.ask(LineRequest(isSecret: true)) == "secret")
        #expect(console.visible == ["> "])
        #expect(console.ask(LineRequest(longest: 3)) == .tooLong(typed: "secret"))
        console.wipe()
        #expect(console.visible == [])
    }

    @Test("Nobody there: the warning is shown before the time is over")
    func warning() {
        let console = ScreenConsole(columns: 40, rows: 4) { _ in .timedOut }
        var told: [ConsoleEvent] = []
        console.observer = { told.append($0) }
        let idle = IdleTimeout(warnAfter: 1, endAfter: 20, warning: "Are you still there?")
        #expect(console.ask(LineRequest(idle: idle)) == .timedOut)
        #expect(console.visible == ["> ", "Are you still there?"])
        #expect(told == [.warningShown("Are you still there?")])
    }
}
