import Foundation
import Testing

@Suite("What is not understood on the kiosk's pipe")
struct KioskBadInputTests {
    let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00")
    }

    private static let questions = ["family", "me", "exhausted", "small", "nobody", "sleep", "book", "phone"]
    private static let time = "2099-12-01T09:00"
    private static let details = ["Maija Meikäläinen", "0401234567"]
    private static let end = ["", "ok", "1"]

    private func visit(_ answers: [String]) throws -> ProgramResult {
        try visit(Data((answers.joined(separator: "\n") + "\n").utf8))
    }

    private func visit(_ input: Data) throws -> ProgramResult {
        let ended = try fixture.run(["kiosk", "--language", "en"], input: input)
        #expect(ended.code == 0)
        #expect(ended.error == "")
        return ended
    }

    @Test("Each wrong answer to a question is told, and the question stands")
    func firstQuestion() throws {
        let answers = [
            ("99", "There is no option 99. Type a number from 1 to 10 and press Enter."),
            ("0x", "There is no option 0x. Type a number from 1 to 10 and press Enter."),
            ("-1", "There is no option -1. Type a number from 1 to 10 and press Enter."),
            ("xy", "There is no option xy. Type a number from 1 to 10 and press Enter."),
            ("\u{1B}[2J", "There is no option ␛[2J. Type a number from 1 to 10 and press Enter."),
            ("", "You did not type anything. Type a number from 1 to 10 and press Enter."),
            ("   ", "You did not type anything. Type a number from 1 to 10 and press Enter."),
            ("1 2", "You can choose only one here. Type one number."),
            ("<", "This is the first question, so you cannot go back. Type 0 to leave."),
        ]
        let output = try visit(answers.map(\.0) + ["family"]).output
        var told = answers.dropLast().map { "\n\($0.1)\n" }
        told[1] += """
            Your answer shows who knows your kind of situation. You can always go back and
            change it.

            """ + Self.keys
        for index in told.indices.dropFirst(2) { told[index] += Self.human }
        #expect(output.contains("\n 10  I already have an appointment or a code\n\(told.joined())"), "\(output)")
        #expect(output.contains("\n\(answers[8].1)\n\nWhat brings you here today?\n"), "\(output)")
        #expect(output.hasSuffix("\nQuestion 2 of about 8\nWho needs the help?\n" + Self.who))
    }

    /// What comes unasked after the second failure.
    private static let keys = """
        ? explain  ! urgent  < back  << restart  + person  * again  0 leave

        """

    /// What comes after each further one.
    private static let human = "\nIs this not working? Never mind. Type + to talk to an adviser.\n"

    private static let who = """
          1  Me or my family
          2  My child, who is under 18
          3  My grown-up child or another adult close to me
          4  Someone else, such as a neighbour
          5  A client: I am here because of my work
          6  I don't know

        """

    @Test("None of these does not go together with others")
    func exclusive() throws {
        let output = try visit(Self.questions.prefix(5) + ["sleep none", "none"]).output
        let told = """

            "None of these" does not go together with the others. Choose either it or
            others.

            This could suit you: Help at home for a family with children

            """
        #expect(output.contains(told), "\(output)")
    }

    @Test("Each wrong phone number is told with what to write instead")
    func phone() throws {
        let numbers = ["", "040 abc", "401234567", "0401", "04012345678901", "040 123 4567"]
        let told = """

            Which number can we reach you on? If you have no phone, type: none.

            The number is missing. We need it to reach you. For example 040 123 4567. If you
            have no phone, type: none.

            The number has something other than digits in it. Write it like this: 040 123
            4567. If you have no phone, type: none.
            Which number can we reach you on? If you have no phone, type: none.
            \(Self.keys)
            The beginning is missing. Write the whole number, for example 040 123 4567 or
            +46 70 123 4567. If you have no phone, type: none.
            \(Self.human)
            The number is too short. Check if something is missing. If you have no phone,
            type: none.
            \(Self.human)
            The number is too long. Check if there is something extra. If you have no phone,
            type: none.
            \(Self.human)
            Tell us about your situation in your own words. The adviser you meet reads it,
            or someone standing in for them.

            """
        let output = try visit(Self.questions + [Self.time, "Maija Meikäläinen"] + numbers).output
        #expect(output.contains(told), "\(output)")
    }

    @Test("A name without letters and an address without its end are told")
    func nameAndAddress() throws {
        let start =
            Self.questions + [Self.time, "123", "Maija", "0401234567", "", "email", "maija@", "maija@example.fi"]
        let told = """

            What is your name, and which year were you born? For example Maija Meikäläinen
            1980. You can leave the year out. It helps you find your appointment if you lose
            the booking code.

            Write the name in letters, for example first name and last name.

            Which number can we reach you on? If you have no phone, type: none.

            """
        let output = try visit(start).output
        #expect(output.contains(told), "\(output)")
        let address = """

            Your e-mail address? We use it only for messages about your appointment and for
            the link to a remote meeting. If you do not want to give it, press Enter.

            Something is missing from the address. Write it like this: name@example.fi. Or
            press Enter.

            Check your details. To change a line, type its number.

            """
        #expect(output.contains(address), "\(output)")
    }

    @Test("A line that is not UTF-8 is told, to a menu and to a question, and is never an answer")
    func notUTF8() throws {
        let bad: [UInt8] = [0x4D, 0xE4, 0x0A]
        let start = (Self.questions + [Self.time]).joined(separator: "\n") + "\n"
        let rest = (Self.details + ["En jaksa.", ""] + Self.end).joined(separator: "\n") + "\n"
        let output = try visit(Data(bad) + Data(start.utf8) + Data(bad) + Data(rest.utf8)).output
        let told = "We could not read the text. Please type it again on the keyboard.\n"
        #expect(output.components(separatedBy: told).count == 3)
        #expect(output.contains("\n  3  Name and year of birth: Maija Meikäläinen\n"))
        #expect(output.contains("\nYour appointment is booked.\n"))
    }

    @Test("Of a description that is far too long the beginning can be kept, and the booking is made")
    func longDescription() throws {
        let text = String(repeating: "sana ", count: 20_000)
        let answers = Self.questions + [Self.time] + Self.details + [text, "1"] + Self.end.dropFirst()
        let output = try visit(answers).output
        let told = """

            You wrote 100000 characters. We can keep 8000. Your text is still here. If you
            keep the beginning, it ends with the words "sana sana sana sana".
              1  Keep the beginning of the text
              2  Write it again, shorter

            Check your details. To change a line, type its number.

            """
        #expect(output.contains(told), "\(output)")
        #expect(output.contains("\n  9  Your own words (8000 characters): sana sana"))
        #expect(output.contains("\nYour appointment is booked.\n"))
        #expect(try fixture.freeStarts() == [])
    }

    @Test("A line of two million bytes is told to be too long, and the conversation goes on")
    func hugeLine() throws {
        let output = try visit([String(repeating: "9", count: 2_000_000), "family"]).output
        let told = "\n\nYou wrote 1000000 characters. There is room for 500. Please write it shorter.\n"
        #expect(output.contains(told))
        #expect(output.contains("\nWho needs the help?\n"))
    }

    @Test("The end of the input in the middle books nothing and gives the time back")
    func endOfInput() throws {
        let answers = Self.questions + [Self.time] + Self.details + ["En jaksa.", ""] + Self.end
        // From the held time to the question of consent.
        for count in [10, 11, 12, 13, 14] {
            let output = try visit(Array(answers.prefix(count))).output
            #expect(output.contains("\nWe keep this time for you for 10 minutes."))
            #expect(!output.contains("Your appointment is booked."))
            #expect(try fixture.freeStarts() == ["2099-12-01T09:00:00+02:00"], "\(count)")
        }
    }

    @Test("The last answer counts where its line has no end")
    func lastLineWithoutEnd() throws {
        let answers = Self.questions + [Self.time] + Self.details + ["En jaksa.", ""] + Self.end.dropLast()
        let output = try visit(Data(answers.joined(separator: "\n").utf8)).output
        #expect(output.contains("\nYour appointment is booked.\n"), "\(output)")
        #expect(try fixture.freeStarts() == [])
    }

    @Test("Who leaves in the middle is asked whether they are sure, and their time is given back")
    func left() throws {
        let answers =
            Self.questions + [Self.time, "Maija Meikäläinen", "0", "2", "0401234567", "leave", "0", "1", ""]
        let output = try visit(answers).output
        let question = "Do you want to leave? Nothing about you is kept.\n  1  Leave\n  2  Go on\n"
        #expect(output.components(separatedBy: question).count == 3)
        #expect(output.contains("\nThank you for coming. None of your answers were kept.\n"))
        #expect(try fixture.freeStarts() == ["2099-12-01T09:00:00+02:00"])
    }
}
