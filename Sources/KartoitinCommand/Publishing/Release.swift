import ContentLibrary
import Foundation

/// One content that was put in force, kept as a folder of its own whose name says when, and which content it is:
/// `20261201T071500Z-3fa9c1d2`.
struct Release {
    let folder: String
    /// When it was first put in force.
    let since: Date
    /// Which content it was then.
    let version: String
    /// `true` of a folder that stood there before the first release: it is a person's own, and is never removed.
    let isFound: Bool

    /// The folders that it holds beside the tree and its words.
    static let parts = ["situations", "stories"]

    private static let foundMark = "found"
    /// The version of what cannot be read.
    static let unknown = "unknown"

    /// Nil if a folder is not named as a release is.
    init?(folder: String) {
        let parts = URL(fileURLWithPath: folder).lastPathComponent.split(separator: "-").map(String.init)
        guard parts.count == 2 || parts.count == 3 && parts[2] == Self.foundMark,
            let since = try? Date(parts[0], strategy: Self.stamps)
        else { return nil }
        self.folder = folder
        self.since = since
        version = parts[1]
        isFound = parts.count == 3
    }

    /// What a new release is called.
    static func name(since: Date, version: String, isFound: Bool = false) -> String {
        "\(since.formatted(stamps))-\(version)" + (isFound ? "-\(foundMark)" : "")
    }

    /// To the second, so that names are in the order of time.
    private static let stamps = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)

    /// Which content is in a folder: the same number of equal words, wherever and whenever they were copied. Nil if it
    /// cannot be read.
    static func version(of folder: String) -> String? {
        number(of: folder, with: ["situations"]).map { String($0.prefix(8)) }
    }

    /// Of all files that are put in force, the stories too.
    static func fullNumber(of folder: String) -> String? { number(of: folder, with: parts) }

    private static func number(of folder: String, with parts: [String]) -> String? {
        guard let files = ContentMark.files(of: folder, with: parts) else { return nil }
        var texts: [String] = []
        for file in files {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else { return nil }
            texts += [file, String(decoding: data, as: UTF8.self)]
        }
        return ContentMark.number(of: texts)
    }
}
