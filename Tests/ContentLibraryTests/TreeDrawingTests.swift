import SocialServices
import Testing

@testable import ContentLibrary

@Suite("The tree made visible")
struct TreeDrawingTests {
    private func drawing(
        from question: String? = nil, showsIDs: Bool = false,
        changing change: (ContentFolder) throws -> Void = { _ in }
    ) throws -> TreeDrawing {
        let folder = try ContentFolder()
        try change(folder)
        let content = try ContentReader.read(folder: folder.path)
        return TreeDrawing(content: content, language: .english, from: question, showsIDs: showsIDs)
    }

    @Test("As an outline each question is told once, with its options, rules and outcomes")
    func outline() throws {
        #expect(
            try TreeOutline(of: drawing()).text == """
                start -> topic
                  topic  What is it about?
                    money  Money -> needs
                      needs  What do you need?  (several)
                        debts  Help with debts  flag soon
                        rent  Help with rent
                        none  None of these
                        unknown  The words
                        when needs debts and needs rent -> outcome debt-help  Help with debts  (working-age, books advice-money)
                        when needs debts rent -> story
                          story  What happened?  (own words)
                            unknown  The words
                            always -> outcome debt-help  Help with debts  (working-age, books advice-money)
                        otherwise -> outcome advice  Advice  (working-age, books advice-money)
                    child  A child -> outcome child-help  Help for a child  (child-protection, books nothing)
                    unknown  The words -> talk
                      talk  Who would you like to talk to?  (describes)
                        advice  Somebody who gives advice -> outcome advice  Advice  (working-age, books advice-money)
                        unknown  The words -> outcome advice  Advice  (working-age, books advice-money)
                human -> see talk
                urgent -> danger
                  danger  Is somebody in danger?
                    now  Yes, now -> outcome call-now  Call now  (urgent, books nothing)
                    unknown  The words -> see talk
                """)
    }

    @Test("The outline of a part begins with its question")
    func part() throws {
        #expect(
            try TreeOutline(of: drawing(from: "talk")).text == """
                talk  Who would you like to talk to?  (describes)
                  advice  Somebody who gives advice -> outcome advice  Advice  (working-age, books advice-money)
                  unknown  The words -> outcome advice  Advice  (working-age, books advice-money)
                """)
    }

    @Test("For Graphviz questions are boxes, outcomes have the colour of their group, and ways are arrows")
    func graphviz() throws {
        #expect(
            try Graphviz(of: drawing()).text == #"""
                digraph tree {
                  rankdir=LR
                  node [fontname="Helvetica" fontsize=11 shape=box]
                  edge [fontname="Helvetica" fontsize=10]
                  n0 [label="topic\nWhat is it about?"]
                  n1 [label="needs\nWhat do you need?\n· Help with debts\n· Help with rent\n· None of these\n· The words"]
                  n2 [label="debt-help\nHelp with debts\n(working-age)\n(books advice-money)" style="rounded,filled" fillcolor="#cfe2f3"]
                  n3 [label="story\nWhat happened?\n· The words"]
                  n4 [label="advice\nAdvice\n(working-age)\n(books advice-money)" style="rounded,filled" fillcolor="#cfe2f3"]
                  n5 [label="child-help\nHelp for a child\n(child-protection)\n(books nothing)" style="rounded,filled" fillcolor="#f9cb9c"]
                  n6 [label="talk\nWho would you like to talk\nto?"]
                  n7 [label="start" shape=plaintext]
                  n8 [label="human" shape=plaintext]
                  n9 [label="danger\nIs somebody in danger?"]
                  n10 [label="call-now\nCall now\n(urgent)\n(books nothing)" style="rounded,filled" fillcolor="#f4cccc"]
                  n11 [label="urgent" shape=plaintext]
                  n1 -> n2 [label="when needs debts and needs\nrent"]
                  n3 -> n2 [label="always"]
                  n1 -> n3 [label="when needs debts rent"]
                  n1 -> n4 [label="otherwise"]
                  n0 -> n1 [label="Money"]
                  n0 -> n5 [label="A child"]
                  n6 -> n4 [label="· Somebody who gives advice\n· The words"]
                  n0 -> n6 [label="The words"]
                  n7 -> n0
                  n8 -> n6
                  n9 -> n10 [label="Yes, now"]
                  n9 -> n6 [label="The words"]
                  n11 -> n9
                }
                """#)
    }

    @Test("Drawings can say options by their ids")
    func ids() throws {
        #expect(
            try Graphviz(of: drawing(from: "needs", showsIDs: true)).text == #"""
                digraph tree {
                  rankdir=LR
                  node [fontname="Helvetica" fontsize=11 shape=box]
                  edge [fontname="Helvetica" fontsize=10]
                  n0 [label="needs\nWhat do you need?\n· debts\n· rent\n· none\n· unknown"]
                  n1 [label="debt-help\nHelp with debts\n(working-age)\n(books advice-money)" style="rounded,filled" fillcolor="#cfe2f3"]
                  n2 [label="story\nWhat happened?\n· unknown"]
                  n3 [label="advice\nAdvice\n(working-age)\n(books advice-money)" style="rounded,filled" fillcolor="#cfe2f3"]
                  n0 -> n1 [label="when needs debts and needs\nrent"]
                  n2 -> n1 [label="always"]
                  n0 -> n2 [label="when needs debts rent"]
                  n0 -> n3 [label="otherwise"]
                }
                """#)
    }

    @Test("For Mermaid it is a flowchart with the same boxes and arrows")
    func mermaid() throws {
        #expect(
            try Mermaid(of: drawing()).text == """
                flowchart LR
                  n0["topic<br/>What is it about?"]
                  n1["needs<br/>What do you need?<br/>· Help with debts<br/>· Help with rent<br/>· None of these<br/>· The words"]
                  n2(["debt-help<br/>Help with debts<br/>(working-age)<br/>(books advice-money)"]):::workingage
                  n3["story<br/>What happened?<br/>· The words"]
                  n4(["advice<br/>Advice<br/>(working-age)<br/>(books advice-money)"]):::workingage
                  n5(["child-help<br/>Help for a child<br/>(child-protection)<br/>(books nothing)"]):::childprotection
                  n6["talk<br/>Who would you like to talk<br/>to?"]
                  n7(("start"))
                  n8(("human"))
                  n9["danger<br/>Is somebody in danger?"]
                  n10(["call-now<br/>Call now<br/>(urgent)<br/>(books nothing)"]):::urgent
                  n11(("urgent"))
                  n1 -->|"when needs debts and needs<br/>rent"| n2
                  n3 -->|"always"| n2
                  n1 -->|"when needs debts rent"| n3
                  n1 -->|"otherwise"| n4
                  n0 -->|"Money"| n1
                  n0 -->|"A child"| n5
                  n6 -->|"· Somebody who gives advice<br/>· The words"| n4
                  n0 -->|"The words"| n6
                  n7 --> n0
                  n8 --> n6
                  n9 -->|"Yes, now"| n10
                  n9 -->|"The words"| n6
                  n11 --> n9
                  classDef childprotection fill:#f9cb9c,color:#000
                  classDef workingage fill:#cfe2f3,color:#000
                  classDef urgent fill:#f4cccc,color:#000
                """)
    }

    @Test("Two ways in that begin with the same question are drawn as one arrow, and told each")
    func sharedEntrance() throws {
        let drawing = try drawing { try $0.replace("urgent danger", with: "urgent talk", in: "tree/urgent.txt") }
        #expect(TreeOutline(of: drawing).text.hasSuffix("\nhuman -> see talk\nurgent -> see talk"))
        #expect(Graphviz(of: drawing).text.hasSuffix("  n7 -> n0\n  n8 -> n6\n}"))
        #expect(Graphviz(of: drawing).text.contains("  n8 [label=\"human\\nurgent\" shape=plaintext]\n"))
        #expect(Mermaid(of: drawing).text.contains("  n8((\"human<br/>urgent\"))\n"))
    }

    @Test("How a question is answered and that it describes stand side by side")
    func severalThatDescribe() throws {
        let drawing = try drawing(from: "needs") { folder in
            try folder.replace("  kind several\n", with: "  kind several\n  describes yes\n", in: "tree/money.txt")
        }
        #expect(TreeOutline(of: drawing).text.hasPrefix("needs  What do you need?  (several, describes)\n"))
    }

    @Test("A circle in an unchecked tree is drawn as one")
    func circle() throws {
        let drawing = try drawing(from: "talk") { folder in
            try folder.replace(
                "option advice  -> advice", with: "option advice  -> topic", in: "tree/start.txt")
        }
        #expect(TreeOutline(of: drawing).text.contains("  unknown  The words -> see talk"))
        #expect(Graphviz(of: drawing).text.contains("-> n0 ["))
    }

    @Test("Words cannot break out of a label of Graphviz")
    func hostileGraphviz() {
        #expect(
            Graphviz.quoted([#"say "no" \N\"#, "R&D &lt; [b] {c} <d>|e|", "two\nlines\r\nor three"])
                == #""say \"no\" \\N\\\nR&amp;D &amp;lt; [b] {c} <d>|e|\ntwo lines or three""#)
    }

    @Test("Words cannot break out of a label of Mermaid, nor mean anything in it")
    func hostileMermaid() {
        #expect(
            Mermaid.label([#"say "no" `x` *y* _z_"#, "a <b> & #35; [c] {d} |e|", "- list", "1. list"])
                == "\"say #34;no#34; #96;x#96; #42;y#42; #95;z#95;<br/>a #60;b#62; #38; #35;35#59; "
                + "#91;c#93; #123;d#125; #124;e#124;<br/>#45; list<br/>1#46; list\"")
        #expect(Mermaid.label(["style: \"a\\b\"\nc--d"]) == "\"style#58; #34;a#92;b#34;#10;c-#45;d\"")
    }

    @Test("A whole drawing with hostile words has them as labels only")
    func hostileWords() throws {
        let drawing = try drawing(from: "talk") { folder in
            try folder.replace(
                "Who would you like to talk to?", with: #"A"]; x -> y [label="B & <br> | end"#,
                in: "words/en/start.txt")
        }
        #expect(
            Graphviz(of: drawing).text.contains(
                #"  n0 [label="talk\nA\"]; x -> y [label=\"B &amp; <br>\n| end"]"#))
        #expect(
            Mermaid(of: drawing).text.contains(
                "  n0[\"talk<br/>A#34;#93;#59; x #45;#62; y #91;label#61;#34;B #38; #60;br#62;<br/>#124; end\"]"))
    }
}
