public import Foundation

/// What the kernel tells of processes.
public enum ProcessTable {
    /// The processes that a process has started and not buried.
    public static func children(of process: pid_t) -> [pid_t] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return tasks.flatMap { task in
            read("/proc/\(process)/task/\(task)/children").split(separator: " ").compactMap { pid_t($0) }
        }
    }

    /// Whether it waits for something: a key, for one that talks.
    public static func isSleeping(_ process: pid_t) -> Bool {
        // The name is in parentheses and may hold anything; the state is the word after it.
        let status = read("/proc/\(process)/stat")
        return status.lastIndex(of: ")").map { status[$0...].hasPrefix(") S") } ?? false
    }

    /// The file name of its program.
    public static func program(of process: pid_t) -> String {
        let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
        return path.map { String($0.split(separator: "/").last ?? "") } ?? ""
    }

    /// Such files have no length, so they are read to their end.
    private static func read(_ path: String) -> String {
        guard let file = FileHandle(forReadingAtPath: path), let data = try? file.readToEnd() else { return "" }
        return String(decoding: data, as: UTF8.self)
    }
}
