import Foundation

/// Which state of the source the program was built from.
enum Version {
    static let number = "0.2.0"

    /// For example `0.2.0 (1a2b3c4d5)`.
    static var text: String {
        guard let program = Bundle.main.executableURL else { return number }
        return commit(of: program).map { "\(number) (\($0))" } ?? number
    }

    /// The commit that a program was built from: of an installed program as its installer wrote it beside it, of one in a
    /// checkout as the checkout tells. If the checkout has moved on since the program was built, that is told too.
    ///
    /// - Returns: nil if nothing tells it.
    static func commit(of program: URL) -> String? {
        let folder = program.resolvingSymlinksInPath().deletingLastPathComponent()
        let installed = folder.appending(path: "../share/kartoitin/commit")
        if let written = firstLine(of: installed) { return abbreviated(written) }
        guard let checkout = SourceCheckout(around: folder), let head = checkout.head,
            let commit = abbreviated(head.commit)
        else { return nil }
        let isOlder = modified(program.resolvingSymlinksInPath()).map { $0 < head.since } ?? true
        return isOlder ? "older than \(commit)" : commit
    }

    /// - Returns: nil if it is no commit.
    private static func abbreviated(_ commit: String) -> String? {
        commit.count >= 7 && commit.allSatisfy(\.isHexDigit) ? String(commit.prefix(9)) : nil
    }
}

/// A Git checkout of the program's source.
private struct SourceCheckout {
    /// Where Git keeps what belongs to this checkout, and what all checkouts of the repository share.
    private let own: URL
    private let shared: URL

    /// The checkout that a folder is in, if there is one.
    init?(around folder: URL) {
        var place = folder.standardizedFileURL
        while !FileManager.default.fileExists(atPath: place.appending(path: "Package.swift").path) {
            guard place.path != "/" else { return nil }
            place.deleteLastPathComponent()
        }
        let git = place.appending(path: ".git")
        // A file in a further working tree: it names the folder.
        let link = firstLine(of: git).flatMap { $0.hasPrefix("gitdir: ") ? $0.dropFirst(8) : nil }
        let own = link.map { URL(filePath: String($0), relativeTo: place) } ?? git
        let common = firstLine(of: own.appending(path: "commondir"))
        self.own = own
        shared =
            common.map { URL(filePath: $0, relativeTo: own.appending(path: "", directoryHint: .isDirectory)) } ?? own
    }

    /// The commit that is checked out, and since when.
    var head: (commit: String, since: Date)? {
        let file = own.appending(path: "HEAD")
        guard let line = firstLine(of: file), let changed = modified(file) else { return nil }
        guard line.hasPrefix("ref: ") else { return (line, changed) }
        let name = String(line.dropFirst(5))
        let branch = shared.appending(path: name)
        if let commit = firstLine(of: branch), let moved = modified(branch) { return (commit, max(changed, moved)) }
        let packed = shared.appending(path: "packed-refs")
        guard let lines = try? String(contentsOf: packed, encoding: .utf8),
            let entry = lines.split(separator: "\n").first(where: { $0.hasSuffix(" \(name)") }),
            let commit = entry.split(separator: " ").first
        else { return nil }
        return (String(commit), changed)
    }
}

private func firstLine(of file: URL) -> String? {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    return text.split(separator: "\n").first.map { $0.trimmingCharacters(in: .whitespaces) }
}

private func modified(_ file: URL) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    return attributes?[.modificationDate] as? Date
}
