import Foundation

/// Another program that takes a message on its standard input.
///
/// Never in its arguments or its environment: everybody on the machine could read it in the list of processes.
struct MessageProgram {
    let path: String
    /// What failures call it.
    let name: String
    /// After this it is stopped, in seconds. Shorter than a sender keeps a message to itself.
    let patience: Double

    /// Runs it to its end.
    ///
    /// - Parameter output: gets what it says, which must be less than a pipe holds; nil to let nobody hear it.
    /// - Returns: the code it ended with.
    func run(_ arguments: [String], input: Data, output: Pipe? = nil) throws(DeliveryFailure) -> Int32 {
        let process = Foundation.Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let typed = Pipe()
        process.standardInput = typed
        let hasEnded = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in hasEnded.signal() }
        do {
            // A message is far smaller than a pipe: written before anybody reads, nobody has to be waited for.
            try typed.fileHandleForWriting.write(contentsOf: input)
            try typed.fileHandleForWriting.close()
            try process.run()
        } catch {
            throw DeliveryFailure(reason: "\(name) could not be started")
        }
        if hasEnded.wait(timeout: .now() + patience) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            hasEnded.wait()
            throw DeliveryFailure(reason: "\(name) did not end within \(Int(patience)) seconds")
        }
        guard process.terminationReason == .exit else { throw DeliveryFailure(reason: "\(name) was killed") }
        return process.terminationStatus
    }
}
