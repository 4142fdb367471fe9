import Foundation

/// What this process has in use, as the kernel counts it.
enum Memory {
    /// In kibibytes; 0 where the kernel does not tell.
    static var resident: Int { field("VmRSS:", of: "self") }

    /// The most a process has had in use so far, in kibibytes.
    static func peak(of process: Int32) -> Int { field("VmHWM:", of: String(process)) }

    private static func field(_ name: String, of process: String) -> Int {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix(name) }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
