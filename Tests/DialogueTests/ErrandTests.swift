import Foundation
import HostSystem
import Testing

@Suite("Work in a thread of its own")
struct ErrandTests {
    private struct Refused: Error {}

    @Test("Its result is waited for as long as wanted, and given away once")
    func value() throws {
        let errand = Errand {
            Thread.sleep(forTimeInterval: 0.2)
            return "done"
        }
        let begun = ContinuousClock.now
        #expect(try errand.take(within: 0.01) == nil)
        #expect(ContinuousClock.now - begun < .milliseconds(190))
        #expect(try errand.take(within: 30) == "done")
        #expect(try errand.take(within: 0.01) == nil)
    }

    @Test("What it throws is thrown to the one who asks")
    func failure() {
        let errand = Errand { () throws -> String in throw Refused() }
        #expect(throws: Refused.self) { try errand.take(within: 30) }
    }
}

@Suite("A program that talks on this program's terminal")
struct ForegroundProcessTests {
    /// What came of a shell's line, and the lines of its news.
    private func run(
        _ line: String, until last: String? = nil
    ) -> (run: ForegroundProcess.Run, news: [String]) {
        var news: [String] = []
        let run = ForegroundProcess.run("/bin/sh", ["-c", line], environment: ["PATH": "/usr/bin:/bin"]) {
            news.append($0)
            return $0 != last
        }
        return (run, news)
    }

    @Test("Its end is told, and what it says on descriptor 3")
    func ends() {
        let (run, news) = run("echo one >&3; echo two >&3; exit 3")
        #expect(run.end == .exited(3))
        #expect(news == ["one", "two"])
        #expect(!run.isToldToEnd)
        #expect(self.run("kill -9 $$").run.end == .killed(signal: 9))
        // One that closes the line goes on all the same.
        #expect(self.run("exec 3>&-; sleep 0.2; exit 4").run.end == .exited(4))
    }

    @Test("It may leave the terminal before its end; then nobody waits for it")
    func leaves() throws {
        let begun = ContinuousClock.now
        let (run, _) = run("echo bye >&3; sleep 1", until: "bye")
        #expect(ContinuousClock.now - begun < .milliseconds(900))
        guard case .left(let process) = run.end else {
            Issue.record("\(run)")
            return
        }
        #expect(ForegroundProcess.isRunning(process))
        usleep(1_500_000)
        #expect(!ForegroundProcess.isRunning(process))
    }

    @Test("One that has left is looked after while the next one runs")
    func leavesBeforeNext() throws {
        guard case .left(let process) = run("echo bye >&3; sleep 0.2", until: "bye").run.end else {
            Issue.record("it has not left")
            return
        }
        var isBuried = false
        let next = ForegroundProcess.run(
            "/bin/sh", ["-c", "sleep 1.6"], environment: ["PATH": "/usr/bin:/bin"],
            meanwhile: { isBuried = isBuried || !ForegroundProcess.isRunning(process) })
        #expect(next.end == .exited(0))
        #expect(isBuried)
        #expect(kill(process, 0) == -1)
    }

    @Test("One that cannot be started has no end")
    func missing() {
        let run = ForegroundProcess.run("/nonexistent/program", [], environment: [:])
        #expect(run.end == nil)
    }
}
