import Testing

@testable import KartoitinCommand

@Suite("What a command line asks for")
struct RequestTests {
    private func help(_ words: String...) throws -> String? {
        guard case .help(let help) = try Request(words) else { return nil }
        return help.text
    }

    @Test("help and --help tell the same")
    func help() throws {
        let overview = try #require(try help("--help"))
        #expect(overview.hasPrefix("kartoitin: finds the right social service"))
        #expect(try help("help") == overview)
        #expect(try help("help", "--help") == overview)
        for command in Command.all {
            let text = Help.command(command).text
            #expect(try Request(command.words + ["--help"]).isHelp(text), "\(command.name)")
            #expect(try Request(["help"] + command.words).isHelp(text), "\(command.name)")
        }
    }

    @Test("-h tells what --help tells, at each of its places")
    func shortHelp() throws {
        #expect(try help("-h") == help("--help"))
        #expect(try help("help", "-h") == help("--help"))
        #expect(try help("help", "messages", "-h") == help("messages", "--help"))
        #expect(try help("timetable", "-h") == help("timetable", "--help"))
        for command in Command.all {
            #expect(try Request(command.words + ["-h"]).isHelp(Help.command(command).text), "\(command.name)")
        }
        #expect(try help("booking", "move", "K7PF-3M2R", "--at", "x", "-h") == help("booking", "move", "--help"))
    }

    @Test("The first word of several commands tells those commands only")
    func family() throws {
        let text = try #require(try help("messages", "--help"))
        #expect(
            text == """
                  messages due              messages to clients that wait to be sent, and those that were given up
                  messages send             send the messages that are due; for a timer
                  messages write REFERENCE  write to the client of a booking in your own words

                kartoitin COMMAND --help says more of a command.
                """)
        #expect(try help("help", "messages") == text)
    }

    @Test(
        "A word of which there is no help is told",
        arguments: [
            (["help", "bok"], #"unknown command "bok", did you mean "book"?; see kartoitin --help"#),
            (["help", "messages", "sned"], #"unknown command "messages sned", did you mean "messages send"?"#),
            (["help", "messages", "now"], "messages needs one of these after it: due, send, write"),
            (["messages", "sned"], #"unknown command "messages sned", did you mean "messages send"?"#),
            (["help", "slots", "now"], "slots takes no word after it; see kartoitin slots --help"),
            (["help", "--methd"], "unknown option --methd"),
        ])
    func unknown(_ words: [String], _ told: String) {
        let failure = #expect(throws: Failure.self) { try Request(words) }
        #expect(failure?.code == .usage)
        #expect(failure?.message == told)
    }

    @Test("Of two commands of which one's name begins with the other's, the words name the longer if they can")
    func longerName() {
        for names in [["slots", "slots days"], ["slots days", "slots"]] {
            let commands = names.map { Command($0, "") { _ in .done } }
            let named = { (words: [String]) in Command.named(by: words, among: commands)?.name }
            #expect(named(["slots", "days", "--format", "csv"]) == "slots days")
            #expect(named(["slots", "--limit", "1"]) == "slots")
            #expect(named(["slots"]) == "slots")
            #expect(named(["days"]) == nil)
        }
    }

    @Test("The version is asked for with and without a command")
    func version() throws {
        for words in [["--version"], ["slots", "--version"], ["messages", "--help", "--version"]] {
            guard case .version = try Request(words) else {
                Issue.record("\(words)")
                continue
            }
        }
    }

    @Test("Without a word nothing is asked for")
    func nothing() throws {
        guard case .nothing = try Request([]) else {
            Issue.record("something is")
            return
        }
    }
}

extension Request {
    fileprivate func isHelp(_ text: String) -> Bool {
        if case .help(let help) = self { return help.text == text }
        return false
    }
}
