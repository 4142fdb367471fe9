import Foundation

extension Command {
    static let serviceUnit = Command(
        words: ["service-unit"], summary: "print files for systemd: kiosk, messages, purge or backup",
        operands: ["kiosk|messages|purge|backup"],
        options: [Option("--user", "NAME", "as whom it runs, who owns the store's file; kiosk when left out")]
    ) { call in
        let service = try Invocation.choice(
            call.arguments.operands[0], of: "service-unit", ServiceUnits.Service.self)
        guard let program = Bundle.main.executablePath else {
            throw Failure(.unreachable, "the program does not know where it is; start it by its path")
        }
        let units = ServiceUnits(
            program: program, store: call.serviceStore,
            content: URL(fileURLWithPath: call.contentFolder).standardized.path, user: call.value("--user") ?? "kiosk"
        )
        Output.data(units.files(of: service).map { "# \($0.path)\n\($0.text)" }.joined(separator: "\n\n"))
        return .done
    }
}
