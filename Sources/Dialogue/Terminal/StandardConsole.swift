public import Foundation
import HostSystem

/// Chooses how to talk over the standard streams.
public enum StandardConsole {
    /// A `ReadlineConsole` when standard input and output are both terminals, otherwise a `PipeConsole`.
    ///
    /// - Parameters:
    ///   - keys: what a terminal's line understands.
    ///   - allowsColour: false if the command line said no.
    ///   - input: the process's standard input, or what is read by lines instead.
    ///   - output: the same of standard output.
    ///   - failing: is told, by `errno`, why no more can be written to a pipe or a file.
    /// - Throws: `ReadlineConsoleError`.
    public static func make(
        keys: TerminalKeys = .kiosk, allowsColour: Bool = true,
        input: FileHandle = .standardInput, output: FileHandle = .standardOutput,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        failing: @escaping (Int32) -> Void = { _ in }
    ) throws -> any Console {
        guard isatty(input.fileDescriptor) == 1, isatty(output.fileDescriptor) == 1 else {
            return PipeConsole(input: input, output: output, environment: environment, failing: failing)
        }
        return try ReadlineConsole(
            keys: keys, allowsColour: allowsColour, environment: environment)
    }
}

/// A conversation over a pipe: for scripts, tests and other programs.
///
/// No escape codes, no prompt and no echo of the answer; an empty line is printed where an answer was read,
/// so that the turns stand apart in a transcript. A prompt other than the usual `> ` says something, and is
/// printed as a line.
///
/// The program must ignore SIGPIPE. When the reader of the output has left, no one reads any more: every
/// later ask replies `endOfInput`.
public final class PipeConsole: Console {
    private let input: FileHandle
    private let output: FileHandle
    private let environment: [String: String]
    private let failing: (Int32) -> Void
    private var reader: LineReader
    private var writer: ByteWriter
    private var hasJustAsked = false

    public let isInteractive = false

    /// The handles stay open as long as the console lives, and are not closed by it.
    ///
    /// - Parameter failing: is told, by `errno`, why no more can be written.
    public init(
        input: FileHandle, output: FileHandle,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        failing: @escaping (Int32) -> Void = { _ in }
    ) {
        self.failing = failing
        self.input = input
        self.output = output
        self.environment = environment
        reader = LineReader(descriptor: input.fileDescriptor)
        writer = ByteWriter(descriptor: output.fileDescriptor)
    }

    /// `COLUMNS` if it is 20...500, else 80.
    public var columns: Int {
        guard let wanted = environment["COLUMNS"].flatMap({ Int($0) }), (20...500).contains(wanted) else {
            return 80
        }
        return wanted
    }

    public var rows: Int? { nil }

    public func show(_ blocks: [TextBlock]) {
        guard let first = blocks.first else { return }
        let gap = hasJustAsked && !first.text.isEmpty ? "\n" : ""
        hasJustAsked = false
        if writer.hasFailed { return }
        let lines = TextLayout.wrap(blocks, columns: columns)
        writer.write(gap + lines.map { $0.plain + "\n" }.joined())
        if let error = writer.error { failing(error) }
    }

    public func ask(_ request: LineRequest) -> Reply {
        if request.prompt != LineRequest.usualPrompt { show([.paragraph(request.prompt)]) }
        guard !writer.hasFailed, let line = reader.next() else { return .endOfInput }
        hasJustAsked = true
        return Reply(bytes: line.bytes, wasCut: line.wasCut, longest: request.longest)
    }

    /// A pipe's lines wait until they are asked for.
    public func rest(seconds: Double) -> Reply {
        Thread.sleep(forTimeInterval: seconds)
        return writer.hasFailed ? .endOfInput : .timedOut
    }

    /// Does nothing: what a pipe has carried is with the program at its other end.
    public func wipe() {}
}
