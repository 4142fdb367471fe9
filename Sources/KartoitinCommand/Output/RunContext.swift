import Foundation

/// What one run of the program has around it: the environment's variables and the three standard streams.
///
/// The program runs in those of its process; a test gives a run its own.
struct RunContext: Sendable {
    @TaskLocal static var current = RunContext()

    var environment = ProcessInfo.processInfo.environment
    var input = FileHandle.standardInput
    var output = FileHandle.standardOutput
    var error = FileHandle.standardError
    /// Why not everything could be written to `output`, if that is so.
    let outputFailure = OutputFailure()

    /// `true` if a user at a terminal can be asked, and sees what they are asked.
    var isOnTerminal: Bool { isatty(input.fileDescriptor) == 1 && isatty(output.fileDescriptor) == 1 }
}
