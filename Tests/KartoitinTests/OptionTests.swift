import BookingCore
import CivilTime
import Foundation
import SocialServices
import Testing

@testable import KartoitinCommand

@Suite("Options of a command")
struct OptionTests {
    private struct Inner: CommandOptions {
        let days = Option(repeatable: "--day", "DAY", "days", .day(.either))
    }

    private struct Outer: CommandOptions {
        let file = Operand("FILE", .text)
        let desk: Operand<ContactMethod?> = Operand(optional: "METHOD", as: "method", .choice)
        let name = Option(required: "--name", "NAME", "a name", .name(upTo: 5))
        let limit = Option("--limit", "N", "rows", .count(upTo: 50), default: 7)
        let method: Option<ContactMethod?> = Option("--method", "METHOD", "how", .choice)
        let inner = Inner()
        let quick = Flag("--quick", "fast")
        let slow = Flag("--slow", "slowly")

        var rules: [OptionRule] { [.notBoth(quick, slow), .needs(method, limit)] }
    }

    private func call(_ line: String) throws -> Invocation<Outer> {
        let words = line.split(separator: " ").map(String.init)
        let options = Outer()
        let given = try GivenWords(
            words, of: "try", knowing: options.declared.options + GlobalOptions().declared.options)
        return try Invocation(options, given, try CommandEnvironment(given), examples: [])
    }

    private func failure(_ line: String) -> String? {
        do {
            _ = try call(line).county()
            return nil
        } catch {
            return "\(Failure(error).code.rawValue) \(Failure(error).message)"
        }
    }

    @Test("Are found in the structure that declares them, in its order, with those within")
    func found() {
        #expect(
            Outer().declared.options.map(\.name) == ["--name", "--limit", "--method", "--day", "--quick", "--slow"])
        #expect(Outer().declared.operands.map(\.name) == ["FILE", "[METHOD]"])
        #expect(Outer().declared.rules.count == 2)
    }

    @Test("Are read as values of their types")
    func read() throws {
        let given = try call(
            "a remote --day 2026-12-01 --name=Aino --day=2026-12-02 --quick --limit 3 --method phone")
        #expect(try given[\.file] == "a")
        #expect(try given[\.desk] == .remote)
        #expect(try given[\.name] == "Aino")
        #expect(try given[\.limit] == 3)
        #expect(try given[\.method] == .phone)
        #expect(try given[\.inner][\.days].map(\.description) == ["2026-12-01", "2026-12-02"])
        #expect(given[\.quick])
        #expect(!given[\.slow])
    }

    @Test("Have their usual value if they are left out")
    func leftOut() throws {
        let given = try call("a --name Aino")
        #expect(try given[\.desk] == nil)
        #expect(try given[\.limit] == 7)
        #expect(!given.has(\.limit))
        #expect(try given[\.method] == nil)
        #expect(try given[\.inner][\.days] == [])
        #expect(throws: Failure.self) { try given.required(\.method) }
    }

    private static let methods = ContactMethod.allCases.map(\.rawValue).joined(separator: ", ")

    @Test(
        "What is wrong is told before anything is done",
        arguments: [
            ("a", "64 try needs --name"), ("a --name=", "64 try needs --name"),
            ("--name Aino", "64 try needs FILE after it"),
            ("a phone b --name Aino", #"64 try does not know what to do with "b""#),
            ("a letter --name Aino", #"64 unknown method "letter"; use one of: \#(methods)"#),
            ("a --name Aino --limit 1 --method fax", #"64 unknown --method "fax"; use one of: \#(methods)"#),
            ("a --name Aino --limit 1 --method phne", #"64 unknown --method "phne", did you mean "phone"?"#),
            ("a --name 12", "65 --name needs letters, and at most 5 characters"),
            ("a --name Aino --limit 51", "64 --limit is 1 to 50, not 51"),
            ("a --name Aino --limit x", #"64 --limit needs a number from 1 up, not "x""#),
            ("a --name Aino --limit 1 --limit 2", "64 --limit is given twice; give it once"),
            ("a --name Aino --day x", #"64 --day needs a day such as 2026-12-01 or 1.12., not "x""#),
            ("a --name Aino --quick --slow", "64 --quick and --slow do not go together; give one"),
            ("a --name Aino --method phone", "64 --method needs --limit N beside it"),
            ("a --name Aino --format xml", #"64 unknown --format "xml"; use one of: table, json, csv"#),
        ])
    func wrong(_ line: String, _ told: String) {
        #expect(failure(line) == told)
    }

    @Test("Every command declares each option once, and none that all commands have")
    func declaredOnce() {
        for command in Command.all {
            let names = (command.options + GlobalOptions().declared.options).map(\.name)
            #expect(Set(names).count == names.count, "\(command.name)")
            #expect(Set(command.operands).count == command.operands.count, "\(command.name)")
        }
    }
}
