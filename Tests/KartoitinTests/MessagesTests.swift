import Foundation
import TestValues
import Testing

@Suite("messages due, send and write")
struct MessagesTests {
    let fixture: MessageFixture

    init() throws { fixture = try MessageFixture() }

    @Test("E-mail goes to sendmail and SMS to the spool, each with its key and without a word of the description")
    func sent() throws {
        let reference = try fixture.book()
        let keys = try fixture.keys("waiting")
        #expect(keys.count == 2)
        #expect(
            try fixture.send("--from", "ajat@example.fi")
                == ProgramResult(code: 0, output: MessageFixture.count(sent: 2)))
        let mailed = try #require(try fixture.mailed().first)
        let spooled = try #require(try fixture.spooled().first)
        #expect([mailed, spooled].sorted() == keys)
        let meeting = """
            Siun sote: your appointment is booked. Tue 1 Dec at 09:00.
            The adviser calls you on 040 123 4567.

            """
        let preparation = """
            Bring or have at hand: Letters or decisions, if it is about them.
            You do not need to prepare.

            """
        let code = """
            Booking code \(reference). If you cannot come, change or cancel it at the booking terminal. The code and your phone number are enough.
            """
        #expect(
            try fixture.letter() == """
                From: ajat@example.fi
                To: maija@example.fi
                Subject: Siun sote: your appointment is booked. Tue 1 Dec at 09:00.
                X-Kartoitin-Key: \(mailed)
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                \(meeting + preparation + code)

                """)
        #expect(
            try fixture.texts(in: fixture.spool) == [
                """
                To: 358401234567
                Alphabet: UTF-8
                X-Kartoitin-Key: \(spooled)

                \(meeting + code)
                """
            ])
        #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.spool) == ["kartoitin-\(spooled)"])
        #expect(try fixture.due().isEmpty)
        #expect(try fixture.send() == ProgramResult(code: 0, output: MessageFixture.count()))
    }

    @Test("What is due is listed without the client's number or address")
    func due() throws {
        let reference = try fixture.book()
        let listed = try fixture.program.prepare(["messages", "due", "--format", "csv"]).output
        #expect(listed.hasPrefix("state,due,kind,channel,language,reference,attempts,failure,key\nwaiting,"))
        #expect(listed.contains(",confirmation,email,en,\(reference),0,,"))
        #expect(!listed.contains("40123") && !listed.contains("maija"))
        let later = try fixture.program.prepare(["messages", "due", "--until", "2100-01-01", "--format", "csv"])
            .output
        #expect(later.contains("\nwaiting,2099-11-30T09:00:00+02:00,reminder,sms,"))
    }

    @Test("Without a way to send it says what is missing")
    func noWay() throws {
        let told =
            "kartoitin: messages send needs --sendmail PATH for e-mail, --sms-gateway URL or --sms-spool DIR for SMS, or both"
            + example(of: "messages send") + "\n"
        #expect(try fixture.program.run(["messages", "send"]) == ProgramResult(code: 64, error: told))
        try fixture.book()
        let half = try fixture.program.run(["messages", "send", "--sms-spool", fixture.spool, "--format", "json"])
        #expect(
            half
                == ProgramResult(
                    code: 1, output: MessageFixture.count(sent: 1),
                    error: "kartoitin: messages that are due by email and wait for --sendmail PATH: 1\n"))
        #expect(try fixture.due().map { $0["channel"] as? String } == ["email"])
        try fixture.book(1, email: nil)
        let other = try fixture.program.run(["messages", "send", "--sendmail", fixture.sendmail, "--format", "json"])
        #expect(
            other
                == ProgramResult(
                    code: 1, output: MessageFixture.count(sent: 1),
                    error:
                        "kartoitin: messages that are due by sms and wait for --sms-gateway URL or --sms-spool DIR: 1\n"
                ))
    }

    @Test("A spool folder or a program that is not there stops before anything is tried")
    func missing() throws {
        try fixture.book()
        let nowhere = fixture.program.path("nowhere")
        let folder = try fixture.program.run(["messages", "send", "--sms-spool", nowhere])
        #expect(
            folder
                == ProgramResult(
                    code: 69,
                    error: "kartoitin: there is no folder \(nowhere); make it, or give another with --sms-spool\n"))
        let program = try fixture.program.run(["messages", "send", "--sendmail", nowhere])
        #expect(
            program
                == ProgramResult(
                    code: 69,
                    error:
                        "kartoitin: there is no program \(nowhere) that may be run; give another one with --sendmail\n"
                ))
        #expect(try fixture.due().allSatisfy { $0["attempts"] as? Int == 0 })
    }

    @Test(
        "What fails is tried again later and given up after the sixth time; given up, it is listed and can be revived"
    )
    func deadLetters() throws {
        try fixture.makeSendmail(acting: "exit 75")
        try fixture.book()
        #expect(try fixture.send() == ProgramResult(code: 1, output: MessageFixture.count(sent: 1, failed: 1)))
        #expect(try fixture.send() == ProgramResult(code: 0, output: MessageFixture.count()))
        for _ in 2...5 {
            try fixture.makeDue()
            #expect(try fixture.send() == ProgramResult(code: 1, output: MessageFixture.count(failed: 1)))
        }
        try fixture.makeDue()
        #expect(try fixture.send() == ProgramResult(code: 1, output: MessageFixture.count(gaveUp: 1)))
        let givenUp = try #require(try fixture.due().first)
        #expect(givenUp["state"] as? String == "gave-up")
        #expect(givenUp["failure"] as? String == "sendmail ended with the code 75")
        #expect(givenUp["attempts"] as? Int == 6)
        try fixture.makeSendmail(acting: "")
        #expect(try fixture.send("--revive") == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
        #expect(Set(try fixture.mailed()).count == 1)
        #expect(try fixture.due().isEmpty)
    }

    @Test("On a full disk nothing is sent and nothing is lost")
    func fullDisk() throws {
        try fixture.book()
        let full = try fixture.program.run(fixture.words, shell: "ulimit -f 1; exec")
        let told = "kartoitin: the disk is full; make room and try again, nothing was lost\n"
        #expect(full == ProgramResult(code: 69, error: told))
        #expect(try fixture.send() == ProgramResult(code: 0, output: MessageFixture.count(sent: 2)))
    }

    @Test("An SMS whose file cannot be made leaves nothing half in the spool and goes out later")
    func noFile() throws {
        try fixture.book(email: nil)
        let small = fixture.program.path("small")
        let key = try #require(try fixture.keys("waiting").first)
        // A folder in the place of the file cannot be replaced: the rename fails.
        try FileManager.default.createDirectory(
            atPath: "\(small)/kartoitin-\(key)/x", withIntermediateDirectories: true)
        let failed = try fixture.program.run(["messages", "send", "--format", "json", "--sms-spool", small])
        #expect(failed == ProgramResult(code: 1, output: MessageFixture.count(failed: 1)))
        #expect(try FileManager.default.contentsOfDirectory(atPath: small) == ["kartoitin-\(key)"])
        try fixture.makeDue()
        #expect(try fixture.send() == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
        #expect(try fixture.spooled() == [key])
    }

    @Test("An SMS with a letter that the GSM alphabet lacks goes out in UCS-2")
    func otherLetters() throws {
        let reference = try fixture.book(email: nil)
        _ = try fixture.send()
        try fixture.program.prepare(["messages", "write", reference, "--quiet", "--text", "Tervetuloa, Š!"])
        let key = try #require(try fixture.keys("waiting").first)
        _ = try fixture.send()
        let data = try Data(contentsOf: URL(filePath: "\(fixture.spool)/kartoitin-\(key)"))
        let header = "To: 358401234567\nAlphabet: UCS\nX-Kartoitin-Key: \(key)\n\n"
        #expect(
            data == Data(header.utf8) + Data("Tervetuloa, Š!".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }))
    }

    @Test("An address that means more than one is never written to")
    func twoAddresses() throws {
        try fixture.book(email: "root,maija@example.fi")
        #expect(try fixture.send() == ProgramResult(code: 1, output: MessageFixture.count(sent: 1, gaveUp: 1)))
        #expect(try fixture.mailed().isEmpty)
        #expect(try fixture.due().map { $0["failure"] as? String } == ["the e-mail address cannot be written to"])
    }

    @Test("Once the meeting has begun nothing about it is sent, and staff sees that it was not")
    func tooLate() throws {
        try fixture.book(email: nil)
        try fixture.program.edit(.slot(1, from: 60, until: 960))
        #expect(try fixture.send() == ProgramResult(code: 1, output: MessageFixture.count(gaveUp: 1)))
        #expect(try fixture.due().map { $0["failure"] as? String } == ["the meeting began before it was sent"])
    }

    @Test("A message by hand must fit into an SMS and needs a booking")
    func byHand() throws {
        let long = String(repeating: "a", count: 460)
        let reference = try fixture.book()
        #expect(
            try fixture.program.run(["messages", "write", reference, "--text", long])
                == ProgramResult(
                    code: 65, error: "kartoitin: --text has 460 characters, an SMS takes 459; nothing was written\n"))
        // Letters outside the GSM alphabet take more room: three parts hold 201 of them.
        let unusual = String(repeating: "š", count: 202)
        #expect(
            try fixture.program.run(["messages", "write", reference, "--text", unusual])
                == ProgramResult(
                    code: 65,
                    error: "kartoitin: --text has 202 characters, an SMS with \"š\" in it takes 201; "
                        + "nothing was written\n"))
        let unknown = reference == "AAAA-AAAA" ? "EEEE-EEEE" : "AAAA-AAAA"
        #expect(
            try fixture.program.run(["messages", "write", unknown, "--text", "Hei"])
                == ProgramResult(
                    code: 65, error: "kartoitin: no booking has this reference; check it\n"))
    }

    @Test("A demonstration sends nothing")
    func demonstration() throws {
        try fixture.program.edit(.demonstration)
        #expect(
            try fixture.send()
                == ProgramResult(
                    code: 77,
                    error: "kartoitin: a demonstration sends nothing to anybody; see: kartoitin messages due\n"))
    }
}
