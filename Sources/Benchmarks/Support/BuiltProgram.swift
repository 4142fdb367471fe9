import Foundation

/// The program that is measured and tried.
enum BuiltProgram {
    /// Where it is: built beside this one.
    static let url = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("kartoitin")
}
