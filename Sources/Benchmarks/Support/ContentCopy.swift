import Foundation

/// Copies of the content that a drill works with.
enum ContentCopy {
    /// A copy without the county's rules on when a time can be booked: a made-up county's times are years ahead.
    ///
    /// - Returns: its path.
    static func withoutRules(in folder: URL) throws -> String {
        let copy = folder.appendingPathComponent("Content")
        try FileManager.default.copyItem(atPath: "Content", toPath: copy.path)
        let services = copy.appendingPathComponent("services.txt")
        let lines = try String(contentsOf: services, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { $0.firstMatch(of: #/^  (notice|ahead|change-until|open-per-phone) /#) == nil }
        try Data(kept.joined(separator: "\n").utf8).write(to: services)
        return copy.path
    }
}
