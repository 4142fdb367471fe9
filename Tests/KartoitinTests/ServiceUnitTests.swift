import Foundation
import Testing

@Suite("service-unit")
struct ServiceUnitTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    private static let services = ["kiosk", "messages", "purge", "backup"]

    /// The files of a service by their names.
    private func files(_ service: String, _ options: String...) throws -> [String: String] {
        let ended = try fixture.run(["service-unit", service] + options)
        try #require(ended.code == 0 && ended.error == "")
        var files: [String: String] = [:]
        for part in ended.output.components(separatedBy: "# /etc/systemd/system/").dropFirst() {
            let lines = part.split(separator: "\n", maxSplits: 1)
            files[String(lines[0])] = String(lines[1])
        }
        return files
    }

    @Test("Each but the kiosk has a service and a timer that starts it")
    func names() throws {
        for service in Self.services {
            let names = try files(service).keys.sorted()
            let kinds = service == "kiosk" ? ["service"] : ["service", "timer"]
            #expect(names == kinds.map { "kartoitin-\(service).\($0)" })
        }
    }

    @Test("A service says word for word what runs, as whom, and where its store and content are")
    func messages() throws {
        let service = try #require(try files("messages", "--user", "kart")["kartoitin-messages.service"])
        let content = try #require(fixture.environment["KARTOITIN_CONTENT"])
        let program = URL(filePath: KartoitinProgram.path).resolvingSymlinksInPath().path
        let expected = """
            [Unit]
            Description=Messages of Kartoitin that are due
            After=network.target

            [Service]
            Type=oneshot
            User=kart
            Environment=KARTOITIN_STORE=\(fixture.store) KARTOITIN_CONTENT=\(content)
            ExecStart=\(program) messages send --sendmail /usr/sbin/sendmail
            StandardError=journal
            NoNewPrivileges=yes
            PrivateTmp=yes


            """
        #expect(service == expected)
    }

    @Test("The password of a server is never in a file that everybody can read")
    func password() throws {
        let address = "postgresql://kart:s%40cret@db.example.fi/kart%20oitin"
        for service in Self.services {
            let texts = try files(service, "--store", address).filter { $0.key.hasSuffix(".service") }.values
            for text in texts {
                #expect(!text.contains("cret@"))
                #expect(text.contains("Environment=KARTOITIN_STORE=postgresql://kart@db.example.fi/kart%%20oitin "))
                #expect(
                    text.contains(
                        "\n# the password stands in ~/.pgpass of kiosk, with the rights 0600; never here: everybody can read this\n"
                    ))
            }
        }
    }

    @Test("Another word is told")
    func unknown() throws {
        let told = #"kartoitin: unknown service "kisok", did you mean "kiosk"?"# + "\n"
        #expect(try fixture.run(["service-unit", "kisok"]) == ProgramResult(code: 64, error: told))
    }

    @Test(
        "systemd understands the files, also with strange names in them",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
    func verified() throws {
        let stores = [
            "/var/lib/kart oitin/100% \"it's\" $HOME.sqlite", "postgresql://kart@db.example.fi/kart%20oitin",
        ]
        for (index, store) in stores.enumerated() {
            let folder = fixture.path("units-\(index)")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            var paths: [String] = []
            for service in Self.services {
                for (name, text) in try files(service, "--store", store, "--user", "root") {
                    paths.append("\(folder)/\(name)")
                    try Data(text.utf8).write(to: URL(filePath: paths[paths.count - 1]))
                }
            }
            let errors = URL(filePath: fixture.path("errors-\(index)"))
            try Data().write(to: errors)
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/systemd-analyze")
            process.arguments = ["verify"] + paths
            process.standardError = try FileHandle(forWritingTo: errors)
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(try String(contentsOf: errors, encoding: .utf8) == "")
        }
    }
}
