public import Foundation

/// Chooses how to talk over the standard streams.
public enum StandardConsole {
    /// A `ReadlineConsole` when standard input and output are both terminals, otherwise a `PipeConsole`.
    ///
    /// - Parameters:
    ///   - keys: what a terminal's line understands.
    ///   - allowsColour: false where the command line said no.
    /// - Throws: `ReadlineConsoleError`.
    public static func make(
        keys: TerminalKeys = .kiosk, allowsColour: Bool = true,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> any Console {
        let input = FileHandle.standardInput
        let output = FileHandle.standardOutput
        guard isatty(input.fileDescriptor) == 1, isatty(output.fileDescriptor) == 1 else {
            return PipeConsole(input: input, output: output, environment: environment)
        }
        return try ReadlineConsole(
            keys: keys, allowsColour: allowsColour, environment: environment)
    }
}
