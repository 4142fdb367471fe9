import Foundation
import HostSystem

/// A program that takes a message on its standard input.
struct MessageProgram {
    let path: String
    /// How reasons name it.
    let name: String
    /// Seconds after which it is stopped. Shorter than a sender keeps a message to itself (`MessageRetry.lease`).
    let timeout: Double

    /// Runs it to its end.
    ///
    /// - Parameter outputLimit: how many bytes of what it prints are kept.
    func run(
        _ arguments: [String], input: String, outputLimit: Int = 0
    ) throws(DeliveryError) -> ChildProcess.Result {
        do throws(ChildProcess.Failure) {
            return try ChildProcess.run(
                path, arguments, input: Array(input.utf8), environment: ProcessInfo.processInfo.environment,
                outputLimit: outputLimit, timeout: timeout)
        } catch {
            switch error {
            case .notStarted: throw DeliveryError(reason: "\(name) could not be started")
            case .timedOut(let seconds): throw DeliveryError(reason: "\(name) did not end within \(seconds) seconds")
            case .killed: throw DeliveryError(reason: "\(name) was killed")
            }
        }
    }
}
