import Foundation
import TestSupport
import TestValues
import Testing

@Suite("Senders that are killed, and two at once")
struct SenderKilledTests {
    @Test("Killed before, during or after a delivery the sender loses nothing and repeats with the same key")
    func killed() throws {
        // Slow enough that a sender never gets through before it is killed at its beginning.
        let fixture = try MessageFixture(acting: "sleep 0.2")
        for number in 0..<8 { try fixture.book(number) }
        let all = try fixture.keys("waiting")
        #expect(all.count == 16)
        var random = RandomNumbers(seed: 20_261_201)
        var kills = 0
        var rounds = 0
        while try !fixture.keys("waiting").isEmpty {
            try #require(rounds < 200)
            let before = try fixture.mailed().count
            let sender = try fixture.program.start(fixture.words)
            // Now at its beginning, now somewhere after it has handed over a letter.
            if !rounds.isMultiple(of: 2) {
                while try sender.isRunning && fixture.mailed().count == before { Thread.sleep(forTimeInterval: 0.01) }
            }
            Thread.sleep(
                forTimeInterval: Double.random(in: 0..<(rounds.isMultiple(of: 2) ? 0.1 : 0.6), using: &random))
            sender.kill()
            if try sender.wait().code == -SIGKILL { kills += 1 }
            rounds += 1
            // The lease of whoever was killed is over.
            try fixture.makeDue()
        }
        #expect(kills > 0)
        // Whatever a killed sender had handed over arrives too.
        Thread.sleep(forTimeInterval: 0.5)
        let delivered = try fixture.mailed() + fixture.spooled()
        #expect(Set(delivered) == Set(all))
        #expect(try fixture.program.run(["store", "check"]).code == 0)
    }

    @Test("A message delivered by a sender that was killed before it could keep that is sent again with its key")
    func killedAfterDelivery() throws {
        let fixture = try MessageFixture(acting: "kill -9 $PPID")
        try fixture.book()
        let sender = try fixture.program.run(["messages", "send", "--sendmail", fixture.sendmail])
        #expect(sender.code == -SIGKILL)
        let first = try fixture.mailed()
        #expect(first.count == 1)
        // Nobody else gets it while the lease runs.
        try fixture.makeSendmail(acting: "")
        #expect(try fixture.send().output == "{\"failed\":0,\"gaveUp\":0,\"sent\":1}\n")
        #expect(try fixture.mailed() == first)
        try fixture.makeDue()
        _ = try fixture.send()
        #expect(try fixture.mailed() == first + first)
    }

    @Test("Three senders at once deliver each message once")
    func together() throws {
        let fixture = try MessageFixture(acting: "sleep 0.02")
        for number in 0..<8 { try fixture.book(number) }
        let all = try fixture.keys("waiting")
        let senders = try (0..<3).map { _ in try fixture.program.start(fixture.words) }
        let sent = try senders.map { try #require(try $0.wait().json()["sent"] as? Int) }
        #expect(sent.reduce(0, +) == 16)
        #expect((try fixture.mailed() + fixture.spooled()).sorted() == all)
    }
}
