import Foundation
import Storage

/// Example files for systemd, with the places of this machine in them.
struct ServiceUnits {
    enum Service: String, CaseIterable {
        case kiosk
        case messages
        case purge
        case backup
    }

    struct File {
        let path: String
        let text: String
    }

    let program: String
    let store: String
    let content: String
    let user: String

    /// Where backups go, and for how many days they stay: what was erased is gone from them too after that.
    static let backups = (folder: "/var/backups/kartoitin", days: 30)

    func files(of service: Service) -> [File] {
        switch service {
        case .kiosk: [File(path: Self.path(service, "service"), text: kiosk)]
        case .messages:
            files(
                service, describedAs: "Messages of Kartoitin that are due",
                running: ["\(command) messages send --sendmail /usr/sbin/sendmail"], at: "minutely", spread: "1s")
        case .purge:
            files(
                service, describedAs: "What Kartoitin need not keep any longer",
                running: ["\(command) store purge --yes --as purge --password-file /etc/kartoitin/purge-password"],
                at: "*-*-* 01:30:00", spread: "10min")
        case .backup:
            files(
                service, describedAs: "A backup of Kartoitin", running: backup, at: "*-*-* 02:30:00", spread: "10min")
        }
    }

    private static func path(_ service: Service, _ kind: String) -> String {
        "/etc/systemd/system/kartoitin-\(service.rawValue).\(kind)"
    }

    /// The program, with all that it needs in `environment`.
    private var command: String { UnitText.commandWord(program) }

    private var environment: String {
        let secret =
            Stores.isServer(store)
            ? "# the password stands in ~/.pgpass of \(user), with the rights 0600; never here: everybody can read this\n"
            : ""
        return secret + "Environment=\(UnitText.word("KARTOITIN_STORE=\(Stores.shown(store))")) "
            + UnitText.word("KARTOITIN_CONTENT=\(content)")
    }

    private var kiosk: String {
        """
        [Unit]
        Description=Kartoitin on the first console
        Conflicts=getty@tty1.service
        After=getty@tty1.service network.target
        StartLimitIntervalSec=0

        [Service]
        User=\(user)
        TTYPath=/dev/tty1
        TTYReset=yes
        TTYVHangup=yes
        StandardInput=tty-force
        StandardOutput=tty
        StandardError=journal
        Environment=TERM=linux
        \(environment)
        ExecStart=\(command) kiosk
        Restart=always
        RestartSec=2
        NoNewPrivileges=yes

        [Install]
        WantedBy=multi-user.target
        """
    }

    private var backup: [String] {
        let copy = "\(Self.backups.folder)/kartoitin-$(date +%F)"
        let old = "/usr/bin/find \(Self.backups.folder) -name 'kartoitin-*' -mtime +\(Self.backups.days) -delete"
        let line =
            Stores.isServer(store)
            ? "umask 077; exec pg_dump --format=custom --file=\"\(copy).dump\" \"$KARTOITIN_STORE\""
            : "exec \(program.quotedForShell) store backup \"\(copy).sqlite\""
        return ["/bin/sh -c \(UnitText.commandWord(line))", old]
    }

    private func files(
        _ service: Service, describedAs description: String, running commands: [String], at time: String,
        spread: String
    ) -> [File] {
        let unit = """
            [Unit]
            Description=\(description)
            After=network.target

            [Service]
            Type=oneshot
            User=\(user)
            \(environment)
            \(commands.map { "ExecStart=\($0)" }.joined(separator: "\n"))
            StandardError=journal
            NoNewPrivileges=yes
            PrivateTmp=yes
            """
        let timer = """
            [Unit]
            Description=\(description), by the clock

            [Timer]
            OnCalendar=\(time)
            AccuracySec=\(spread)
            Persistent=yes

            [Install]
            WantedBy=timers.target
            """
        return [
            File(path: Self.path(service, "service"), text: unit),
            File(path: Self.path(service, "timer"), text: timer),
        ]
    }
}

/// Words in a file for systemd.
enum UnitText {
    /// One word as it is, whatever is in it: quoted where it must be; `%` has a meaning of its own there.
    static func word(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
        return escaped.contains(where: { " \t\"'\\;".contains($0) }) ? "\"\(escaped)\"" : escaped
    }

    /// One word of a command line, where `$` has a meaning too.
    static func commandWord(_ text: String) -> String { word(text.replacing("$", with: "$$")) }
}

private struct UnitOptions: CommandOptions {
    let service: Operand<ServiceUnits.Service> = Operand(
        "kiosk|messages|purge|backup", as: "service", .choice)
    let user = Option(
        "--user", "NAME", "as whom it runs, who owns the store's file; kiosk when left out", .text, default: "kiosk")
}

extension Command {
    static let serviceUnit = Command(
        "service-unit", "print files for systemd: kiosk, messages, purge or backup", UnitOptions()
    ) { call in
        guard let program = Bundle.main.executablePath else {
            throw Failure(.unreachable, "the program does not know where it is; start it by its path")
        }
        let units = ServiceUnits(
            program: program, store: call.environment.serviceStore,
            content: URL(fileURLWithPath: call.environment.contentFolder).standardized.path, user: try call[\.user])
        let files = units.files(of: try call[\.service])
        Output.data(files.map { "# \($0.path)\n\($0.text)" }.joined(separator: "\n\n"))
        return .done
    }
}
