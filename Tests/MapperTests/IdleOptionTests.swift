import Mapper
import SocialServices
import Testing

@Suite("Options that change nothing")
struct IdleOptionTests {
    @Test("An option that leads where \"unknown\" leads is idle")
    func idle() {
        let walks = Walks(of: tree(.one("a", "x" --> "!end", "y" --> "!other", "z" --> "!end", "unknown" --> "!end")))
        #expect(walks.idleOptions == ["a": ["x", "z"]])
    }

    @Test("One option alone may lead where \"unknown\" leads, as long as another leads elsewhere")
    func alone() {
        let usual = tree(.one("a", "yes" --> "!other", "no" --> "!end", "unknown" --> "!end"))
        #expect(Walks(of: usual).idleOptions.isEmpty)
        #expect(Walks(of: tree(.one("a", "no" --> "!end", "unknown" --> "!end"))).idleOptions == ["a": ["no"]])
    }

    @Test("A flag that \"unknown\" lacks is a change; one that it has too is none")
    func flag() {
        let walks = Walks(
            of: tree(
                .one(
                    "a", Option(id: "x", destination: .outcome("end"), flags: [.soon]),
                    Option(id: "y", destination: .outcome("end"), flags: [.child]),
                    Option(id: "z", destination: .outcome("end")),
                    Option(id: "unknown", destination: .outcome("end"), flags: [.child]))))
        #expect(walks.idleOptions == ["a": ["y", "z"]])
    }

    @Test("An option that a later question's route asks for is not idle, nor where it asks for \"unknown\"")
    func asked() {
        let later = Question.one("b", "unknown", then: [then("!x", when: ["a": ["x"]]), then("!other")])
        #expect(Walks(of: tree(.one("a", "x" --> "b", "unknown" --> "b"), later)).idleOptions.isEmpty)
        let unknown = Question.one("b", "unknown", then: [then("!x", when: ["a": ["unknown"]]), then("!other")])
        #expect(Walks(of: tree(.one("a", "x" --> "b", "unknown" --> "b"), unknown)).idleOptions.isEmpty)
    }

    @Test("An option whose way differs after one earlier answer only is not idle")
    func sometimes() {
        let tree = tree(
            .one("first", "x" --> "b", "y" --> "b", "unknown" --> "!other"),
            .one("b", "p" --> "!end", "unknown", then: [then("!special", when: ["first": ["y"]]), then("!end")]))
        #expect(Walks(of: tree).idleOptions.isEmpty)
    }

    @Test("\"None\" is never told, nor what a question without \"unknown\" offers")
    func never() {
        #expect(Walks(of: tree(.several("a", "none", "unknown", then: [then("!end")]))).idleOptions.isEmpty)
        #expect(Walks(of: tree(.one("a", "x" --> "!end", "y" --> "!end"))).idleOptions.isEmpty)
    }

    @Test("A question that only describes may have them")
    func describes() {
        let options = ["x" --> "!end", "unknown" --> "!end"]
        #expect(Walks(of: tree(Question(id: "a", kind: .one, options: options, describes: true))).idleOptions.isEmpty)
        #expect(Walks(of: tree(Question(id: "a", kind: .one, options: options))).idleOptions == ["a": ["x"]])
    }

    @Test("What nobody reaches and what leads nowhere is told as that, not as idle")
    func toldAlready() {
        let island = Question.one("island", "x" --> "!end", "unknown" --> "!end")
        #expect(Walks(of: tree(.one("a", "unknown" --> "!end"), island)).idleOptions.isEmpty)
        #expect(Walks(of: tree(.one("a", "x", "unknown", then: []))).idleOptions.isEmpty)
        #expect(Walks(of: tree(.one("a", "x" --> "!lost", "unknown" --> "!lost"))).idleOptions.isEmpty)
    }
}
