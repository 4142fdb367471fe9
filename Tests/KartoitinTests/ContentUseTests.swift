import Foundation
import Testing

@testable import KartoitinCommand

@Suite("content use and content state")
struct ContentUseTests {
    private let fixture: ContentUseFixture

    init() throws { fixture = try ContentUseFixture() }

    private var content: String { fixture.content }

    private func call(_ words: String...) throws -> ProgramResult { try fixture.program.call(["content"] + words) }

    /// Calls what must be refused, and looks whether anything changed.
    private func expectRefusal(
        _ words: [String], code: Int32, _ told: String, shell: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = (try fixture.asked, fixture.kept, Release.fullNumber(of: content))
        let words = ["content", "use"] + words
        let ended =
            try shell.map { try fixture.program.run(words, shell: $0) } ?? fixture.program.call(words)
        #expect(
            ended == ProgramResult(code: code, error: "kartoitin: \(told)\n"), sourceLocation: sourceLocation)
        let after = (try fixture.asked, fixture.kept, Release.fullNumber(of: content))
        #expect(after == before, sourceLocation: sourceLocation)
    }

    @Test("A draft is checked, compared with what is in force, and put in force")
    func use() throws {
        let draft = try fixture.draft(asking: "Where to?")
        let version = try fixture.version(of: draft)
        let ended = try call("use", draft)
        let difference = /of \d+ walks, 0 end elsewhere\n\nwords\n  en question transport-kind, ask\n/
        #expect(ended.code == 0)
        #expect(ended.output.prefixMatch(of: difference) != nil, "\(ended.output)")
        #expect(ended.output.hasSuffix("    was  \(ContentUseFixture.first)\n    now  Where to?\n"))
        #expect(
            ended.error
                == "content \(version) is in force; kiosks take it at the next visit; to go back: kartoitin content use --back\n"
        )
        #expect(try fixture.asked == "Where to?")
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: content)
        #expect(target.wholeMatch(of: /Content\.d\/\d{8}T\d{6}Z-(\w+)/)?.1 == Substring(version), "\(target)")
        // What is published does not change with the draft.
        try fixture.edit(draft, ContentUseFixture.file, "Where to?", with: "Whither?")
        #expect(try fixture.asked == "Where to?")
    }

    @Test("The difference as JSON says which content it is, and as CSV what content diff says")
    func formats() throws {
        let draft = try fixture.draft(asking: "Where to?")
        let diff = try call("diff", content, draft, "--format", "csv")
        #expect(try call("use", draft, "--format", "csv", "--quiet") == diff)
        let other = try fixture.draft(asking: "Whither?")
        let json = try call("use", other, "--format", "json", "--quiet").json()
        #expect(Set(json.keys) == ["walks", "changedWalks", "changes", "version"])
        #expect(json["version"] as? String == (try fixture.version(of: other)))
    }

    @Test("The same content again changes nothing, and says so")
    func same() throws {
        try fixture.use("Where to?")
        let kept = fixture.kept
        let again = try call("use", fixture.program.path("Draft"))
        #expect(again.code == 0)
        #expect(again.error == "this content is in force already; nothing was changed\n")
        #expect(fixture.kept == kept)
    }

    @Test("A machine without content gets its first, with nothing to compare and nothing to go back to")
    func first() throws {
        let draft = try fixture.draft(asking: "Where to?")
        try FileManager.default.removeItem(atPath: content)
        let version = try fixture.version(of: draft)
        #expect(
            try call("use", draft)
                == ProgramResult(
                    code: 0,
                    error: """
                        no whole content is in force, so there is nothing to compare with
                        content \(version) is in force; kiosks take it at the next visit

                        """))
        #expect(try fixture.listed() == ["in-force Where to?"])
    }

    @Test("content use --back goes back step by step, and what follows stands behind what is in force then")
    func back() throws {
        try fixture.use("one?", "two?", "three?")
        #expect(
            try fixture.listed()
                == ["in-force three?", "earlier two?", "earlier one?", "earlier \(ContentUseFixture.first)"])
        let ended = try call("use", "--back")
        #expect(ended.code == 0)
        #expect(ended.output.hasSuffix("    was  three?\n    now  two?\n"))
        #expect(
            ended.error
                == "content \(try fixture.version(of: content)) is in force; kiosks take it at the next visit; to go back: "
                + "kartoitin content use --back\n")
        #expect(
            try fixture.listed()
                == ["in-force two?", "withdrawn three?", "earlier one?", "earlier \(ContentUseFixture.first)"])
        _ = try call("use", "--back")
        try fixture.use("four?")
        #expect(
            try fixture.listed() == ["in-force four?", "earlier one?", "earlier \(ContentUseFixture.first)"])
        for _ in 0..<2 { #expect(try call("use", "--back").code == 0) }
        try expectRefusal(
            ["--back"], code: 65, "nothing that was in force before is kept beside \(content); nothing was changed")
        #expect(try fixture.asked == ContentUseFixture.first)
    }

    @Test("What was gone back from can be named, and is put in force again")
    func forward() throws {
        try fixture.use("one?", "two?")
        let withdrawn = URL(filePath: content).resolvingSymlinksInPath().path
        _ = try call("use", "--back")
        #expect(try call("use", withdrawn, "--quiet").code == 0)
        #expect(
            try fixture.listed() == ["in-force two?", "earlier one?", "earlier \(ContentUseFixture.first)"])
    }

    @Test("Where the link was removed --back leads to what was in force last")
    func removed() throws {
        try fixture.use("one?", "two?")
        try FileManager.default.removeItem(atPath: content)
        #expect(
            try call("use", "--back").error == """
                no whole content is in force, so there is nothing to compare with
                content \(try fixture.version(of: content)) is in force; kiosks take it at the next visit; to go back: \
                kartoitin content use --back

                """)
        #expect(
            try fixture.listed() == ["in-force two?", "earlier one?", "earlier \(ContentUseFixture.first)"])
    }

    @Test("The last three are kept, and for good the folder that stood there first, with all that was in it")
    func pruned() throws {
        try fixture.program.write("mine", to: "Content/notes.md", rights: 0o600)
        try fixture.use("one?", "two?", "three?", "four?", "five?")
        #expect(
            try fixture.listed()
                == [
                    "in-force five?", "earlier four?", "earlier three?", "earlier two?",
                    "earlier \(ContentUseFixture.first)",
                ])
        let found = try #require(fixture.kept?.first { $0.hasSuffix("-found") })
        #expect(try String(contentsOfFile: "\(content).d/\(found)/notes.md", encoding: .utf8) == "mine")
        #expect(fixture.kept?.count == 5)
    }

    @Test("The state says since when, which content, whether it was edited, and where it is")
    func state() throws {
        let began = Date()
        let state = try #require(try fixture.state().first)
        #expect(Set(state.keys) == ["state", "version", "since", "edited", "folder"])
        #expect(state["folder"] as? String == content)
        try fixture.use("one?")
        let rows = try fixture.state()
        let since = try #require(rows.first?["since"] as? String)
        let moment = try Date(since, strategy: .iso8601)
        #expect(moment >= began.addingTimeInterval(-1) && moment <= Date())
        #expect(rows.first?["version"] as? String == (try fixture.version(of: content)))
        try fixture.edit(content, ContentUseFixture.file, "one?", with: "two?")
        let edited = try call("state")
        let folder = URL(filePath: content).resolvingSymlinksInPath().path
        let lines = edited.output.split(separator: "\n").map(String.init)
        #expect(edited.code == 0)
        #expect(lines.count == 3)
        #expect(lines[0].split(separator: " ") == ["state", "version", "since", "edited", "folder"])
        #expect(lines[1].hasPrefix("in-force  \(try fixture.version(of: content))  "), "\(lines)")
        #expect(lines[1].hasSuffix("  edited  \(folder)"))
        #expect(lines[2].hasPrefix("earlier   "))
    }

    @Test("The state tells faults by file and line, and that no kiosk of this user has a copy")
    func faulty() throws {
        try fixture.edit(
            content, "tree/start.txt", "option unknown     -> talk\n", with: "option unknown     -> talkk\n")
        let text = try String(contentsOfFile: "\(content)/tree/start.txt", encoding: .utf8)
        let line = try #require(text.components(separatedBy: "\n").firstIndex { $0.hasSuffix("talkk") }) + 1
        let ended = try call("state")
        #expect(ended.code == 1)
        #expect(
            ended.output.hasSuffix(
                "\ntree/start.txt:\(line): no question or outcome is called \"talkk\", did you mean \"talk\"?\n"))
        #expect(
            ended.error
                == "no copy of whole content is kept for the kiosks of \(NSUserName()); ask as the user who runs them\n"
        )
        #expect(try fixture.state(code: 1).map { $0["state"] as? String } == ["faulty"])
        try FileManager.default.removeItem(atPath: content)
        let gone = try call("state", "--quiet", "--format", "csv")
        #expect(
            gone
                == ProgramResult(
                    code: 65, output: "state,version,since,edited,folder\n",
                    error: "kartoitin: there is no content in \(content); say where it is with --content DIR\n"))
    }

    @Test("What is compared with where the folder is not whole is the copy that kiosks go on with")
    func keptCopy() throws {
        let kept = KeptContent(of: content, in: fixture.program.path(".local/state/kartoitin"))
        guard case .whole = kept.find() else { throw ContentUseFailure() }
        let draft = try fixture.draft(asking: "Where to?")
        try fixture.edit(content, "tree/start.txt", "human talk ", with: "human talkk ")
        let state = try fixture.state(code: 1)
        #expect(state.map { $0["state"] as? String } == ["in-force", "faulty"])
        #expect(state.first?["folder"] as? String == kept.keptFolder?.path)
        #expect(
            try call("state").error == "kiosks go on with the last content that was whole\n")
        let ended = try call("use", draft)
        #expect(ended.output.hasSuffix("    was  \(ContentUseFixture.first)\n    now  Where to?\n"))
        #expect(try fixture.asked == "Where to?")
        // What was not whole is there, and nobody is led back to it.
        try expectRefusal(
            ["--back"], code: 1,
            """
            \(content).d/\(try #require(fixture.kept?.first)) has faults (1); nothing was changed, see: kartoitin content check \
            --content \(content).d/\(try #require(fixture.kept?.first))
            tree/start.txt:5: no question or outcome is called "talkk", did you mean "talk"?
            """)
    }

    // MARK: Refusals

    @Test("A draft with a fault is refused, with file and line")
    func fault() throws {
        let draft = try fixture.draft(asking: "Where to?")
        try fixture.edit(draft, "tree/start.txt", "human talk ", with: "human talkk ")
        try expectRefusal(
            [draft], code: 1,
            """
            \(draft) has faults (1); nothing was changed, see: kartoitin content check --content \(draft)
            tree/start.txt:5: no question or outcome is called "talkk", did you mean "talk"?
            """)
        #expect(fixture.kept == nil)
    }

    @Test("--strict refuses what a county must mend before it opens")
    func strict() throws {
        let draft = try fixture.draft(asking: "Where to?")
        let ended = try call("use", draft, "--strict")
        #expect(ended.code == 1)
        let told =
            /kartoitin: .* has faults \(\d+\); nothing was changed, see: kartoitin content check --strict --content .*\n/
        #expect(ended.error.prefixMatch(of: told) != nil, "\(ended.error)")
        #expect(ended.output.isEmpty && fixture.kept == nil)
    }

    @Test("A draft whose story does not hold is refused, with file and line")
    func story() throws {
        let draft = try fixture.draft(asking: "Where to?")
        let story = """
            story a-ride
              person  Somebody who needs a ride.
              from    human
              ends    transport-help

            """
        try fixture.program.write(story, to: "Draft/stories/en/rides.txt", rights: 0o644)
        let ended = try call("use", draft)
        #expect(ended.code == 1)
        let told = """
            kartoitin: stories of \(draft) do not hold (1); nothing was changed, see: kartoitin content stories --content \(draft)
            stories/en/rides.txt:
            """
        #expect(ended.error.hasPrefix(told), "\(ended.error)")
        #expect(ended.output.isEmpty && fixture.kept == nil)
        #expect(try fixture.asked == ContentUseFixture.first)
    }

    @Test("What is not there, and what is in force itself, is refused")
    func nothingNew() throws {
        let nowhere = fixture.program.path("nowhere")
        try expectRefusal(
            [nowhere], code: 65, "there is no content in \(nowhere); nothing was changed, name a content folder")
        try expectRefusal(
            [content], code: 65,
            "\(content) is what is in force; nothing was changed, change a copy of it and name that: cp -rL \(content) COPY"
        )
        let draft = try fixture.draft(asking: "Where to?")
        try FileManager.default.removeItem(atPath: "\(draft)/county.txt")
        try expectRefusal(
            [draft], code: 65,
            "the content file \(draft)/county.txt cannot be read; nothing was changed, check its rights")
    }

    @Test(
        "A command line that says too little or too much is refused",
        arguments: [
            ([], "content use needs DIR after it, or --back\(example(of: "content use", 1))"),
            (["x", "--back"], "DIR and --back do not go together; give one"),
            (["--back", "--strict"], "--strict is for a DIR that is checked; leave it out with --back"),
        ])
    func usage(words: [String], told: String) throws { try expectRefusal(words, code: 64, told) }

    @Test("Nothing to go back to is told where nothing was put in force yet")
    func neverUsed() throws {
        try expectRefusal(
            ["--back"], code: 65, "nothing that was in force before is kept beside \(content); nothing was changed")
    }

    // MARK: Links and rights

    @Test("A link to a folder elsewhere stays: the content is put in force where it leads")
    func linked() throws {
        let link = fixture.program.path("Share")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "Content")
        fixture.program.environment["KARTOITIN_CONTENT"] = link
        try fixture.use("one?", "two?")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "Content")
        #expect(try fixture.asked == "two?")
        #expect(try fixture.asked(in: link) == "two?")
        // What starts a kiosk is told the name that stays.
        let unit = try fixture.program.call(["service-unit", "kiosk"]).output
        #expect(unit.contains("KARTOITIN_CONTENT=\(link)\n"), "\(unit)")
    }

    @Test("Everybody can read what is in force, whatever the rights of the draft")
    func readable() throws {
        let draft = try fixture.draft(asking: "Where to?")
        for (path, rights) in [("", 0o700), ("/words", 0o700), ("/county.txt", 0o600)] {
            try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: draft + path)
        }
        #expect(try fixture.program.run(["content", "use", draft], shell: "umask 077; exec").code == 0)
        for (path, rights) in [
            (".d", 0o755), ("/", 0o755), ("/words", 0o755), ("/words/en", 0o755), ("/county.txt", 0o644),
        ] {
            let path = URL(filePath: content + path).resolvingSymlinksInPath().path
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == rights, "\(path)")
        }
    }

    // MARK: What keeps it from being done

    @Test("A full disk leaves nothing, and says so")
    func full() throws {
        let draft = try fixture.draft(asking: "Where to?")
        let told = "the disk is full; nothing was changed, make room and try again"
        for blocks in [1, 8] { try expectRefusal([draft], code: 69, told, shell: "ulimit -f \(blocks); exec") }
        #expect(fixture.kept == nil)
        try fixture.use("one?")
        let other = try fixture.draft("Other", asking: "two?")
        try expectRefusal([other], code: 69, told, shell: "ulimit -f 8; exec")
    }

    @Test("Whoever may not write there changes nothing", .enabled(if: getuid() == 0))
    func denied() throws {
        let draft = try fixture.draft(asking: "Where to?")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: fixture.program.folder.path)
        let asNobody = "exec setpriv --reuid=65534 --clear-groups"
        let told =
            "nothing can be written beside \(content); nothing was changed, check the folder's owner and rights"
        try expectRefusal([draft], code: 69, told, shell: asNobody)
        try fixture.use("one?")
        try expectRefusal([draft], code: 69, told, shell: asNobody)
        try expectRefusal(["--back"], code: 69, told, shell: asNobody)
        // Who may only read can see the state.
        fixture.program.environment["HOME"] = "/nonexistent"
        #expect(try fixture.program.run(["content", "state"], shell: asNobody).code == 0)
    }

    @Test("Something else that has the name of the folder beside it is left alone")
    func inTheWay() throws {
        let draft = try fixture.draft(asking: "Where to?")
        try fixture.program.write("mine", to: "Content.d", rights: 0o600)
        try expectRefusal(
            [draft], code: 69,
            "something is in the way in \(content).d; nothing was changed, look there and move it away")
    }
}

struct ContentUseFailure: Error {}
