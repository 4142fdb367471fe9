import Foundation

/// By which it is seen whether anybody has changed a content folder.
struct ContentMark: Equatable {
    /// What a kiosk reads, by the path in the folder.
    let files: [String]
    let text: String

    /// Nil if the folder cannot be looked through.
    init?(of folder: String) {
        guard let files = Self.files(of: folder) else { return nil }
        self.files = files
        var seen: [String] = []
        for file in self.files {
            guard let mark = FileMark(of: "\(folder)/\(file)") else { return nil }
            seen.append("\(file) \(mark.text)")
        }
        text = Self.number(of: seen)
    }

    /// The files of the content, by the path in the folder; nil if it cannot be looked through.
    ///
    /// - Parameter parts: the folders that hold folders of a language, of those that need not be there.
    static func files(of folder: String, with parts: [String] = ["situations"]) -> [String]? {
        let manager = FileManager.default
        func names(_ path: String) -> [String]? {
            (try? manager.contentsOfDirectory(atPath: "\(folder)/\(path)"))?.filter { !$0.hasPrefix(".") }.sorted()
        }
        func inside(_ part: String, _ names: [String]?) -> [String] { (names ?? []).map { "\(part)/\($0)" } }
        guard let tree = names("tree"), let words = names("words") else { return nil }
        let all = inside("tree", tree) + inside("words", words) + parts.flatMap { inside($0, names($0)) }
        // Most have a folder for each language, and files beside them.
        let files =
            ["county.txt", "services.txt"] + all.flatMap { $0.hasSuffix(".txt") ? [$0] : inside($0, names($0)) }
        return files.filter { $0.hasSuffix(".txt") }
    }

    /// FNV-1a (Fowler, Noll, Vo), as text: other texts have other numbers.
    static func number(of texts: [String]) -> String {
        var number: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in texts.joined(separator: "\n").utf8 { number = (number ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(number, radix: 16)
    }
}

/// By which it is seen whether anybody has changed a file: its size, and when it was written.
struct FileMark {
    let text: String

    /// Nil if there is no such file.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        text = "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
