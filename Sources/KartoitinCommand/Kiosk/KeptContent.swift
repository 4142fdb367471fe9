import ContentLibrary
import Foundation
import SocialServices

/// The last content that was whole, kept as a copy beside the store: a kiosk goes on with it while the original is edited.
struct KeptContent {
    enum Found {
        /// The content as it is now, in the folder from which the rest of it is to be read.
        case whole(Content, folder: String)
        /// The copy, because the original is not whole.
        case kept(Content, folder: String, ContentError)
        /// Neither is whole.
        case nothing(ContentError)
    }

    private let source: String
    private let place: URL

    /// - Parameters:
    ///   - source: the folder of the content.
    ///   - state: where this program keeps what it must remember.
    init(of source: String, in state: String) {
        self.source = source
        let path = URL(fileURLWithPath: source).standardizedFileURL.path
        place = URL(fileURLWithPath: state).appendingPathComponent("content/\(ContentMark.number(of: [path]))")
    }

    /// Looks at the content, and copies it where it is whole and new.
    func find() -> Found {
        let mark = ContentMark(of: source)
        let kept = keptFolder
        if let mark, let kept, kept.lastPathComponent == mark.text,
            let content = Self.content(in: kept)
        {
            return .whole(content, folder: kept.path)
        }
        do throws(ContentError) {
            let content = try ContentReader.read(folder: source)
            _ = try PhrasebookReader.read(folder: source, for: content)
            return .whole(content, folder: mark.flatMap(keep)?.path ?? source)
        } catch {
            if let kept, let content = try? ContentReader.read(folder: kept.path) {
                return .kept(content, folder: kept.path, error)
            }
            // Without example phrases own words are not understood, and everything else is.
            if let content = try? ContentReader.read(folder: source) { return .whole(content, folder: source) }
            return .nothing(error)
        }
    }

    // The copy.

    /// A file of the copy: by which program it was found whole, the languages that were, and those that are begun.
    private static let found = ".whole"

    /// What a copy holds that this program has found whole before. Nil if it has not: another program may ask for more.
    private static func content(in copy: URL) -> Content? {
        guard let text = try? String(contentsOf: copy.appendingPathComponent(found), encoding: .utf8) else {
            return nil
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let program = FileMark(of: Bundle.main.executablePath ?? ""), lines.first == program.text,
            lines.count == 3
        else { return nil }
        let (whole, begun) = (lines[1].split(separator: " "), lines[2].split(separator: " "))
        return try? ContentReader.read(
            whole: copy.path, in: whole.compactMap { Language(rawValue: String($0)) },
            opening: begun.compactMap { Language(rawValue: String($0)) })
    }

    private static func note(_ content: Content, in copy: URL) throws {
        guard let program = FileMark(of: Bundle.main.executablePath ?? "") else { return }
        let lines =
            [program.text]
            + [content.languages, content.openingLanguages].map { $0.map(\.rawValue).joined(separator: " ") }
        try lines.joined(separator: "\n").write(
            to: copy.appendingPathComponent(found), atomically: true, encoding: .utf8)
    }

    private var name: URL { place.appendingPathComponent("current") }

    /// The copy that is in force.
    private var keptFolder: URL? {
        guard let kept = try? FileManager.default.destinationOfSymbolicLink(atPath: name.path) else { return nil }
        return place.appendingPathComponent(kept)
    }

    /// Copies what was read, and gives the copy its name once it is whole. Nil if that cannot be done, or if
    /// something has changed meanwhile: then the next visit does it.
    private func keep(_ mark: ContentMark) -> URL? {
        let own = ".\(getpid())"
        let (draft, link) = (place.appendingPathComponent(own), place.appendingPathComponent(own + ".link"))
        let copy = place.appendingPathComponent(mark.text)
        let files = FileManager.default
        defer { for rest in [draft, link] { try? files.removeItem(at: rest) } }
        let earlier = keptFolder
        do {
            for file in mark.files {
                let target = draft.appendingPathComponent(file)
                try files.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
                try Data(contentsOf: URL(fileURLWithPath: source).appendingPathComponent(file)).write(to: target)
            }
            guard ContentMark(of: source) == mark else { return nil }
            let content = try ContentReader.read(folder: draft.path)
            _ = try PhrasebookReader.read(folder: draft.path, for: content)
            try Self.note(content, in: draft)
            try? files.removeItem(at: copy)
            try files.moveItem(at: draft, to: copy)
            try files.createSymbolicLink(atPath: link.path, withDestinationPath: mark.text)
            guard rename(link.path, name.path) == 0 else { return nil }
        } catch {
            return nil
        }
        // A visit that goes on may still read what was in force before.
        let needed = [mark.text, earlier?.lastPathComponent, name.lastPathComponent]
        for old in (try? files.contentsOfDirectory(atPath: place.path)) ?? [] where !needed.contains(old) {
            if !old.hasPrefix(".") { try? files.removeItem(at: place.appendingPathComponent(old)) }
        }
        return copy
    }
}

/// By which it is seen whether anybody has changed a content folder.
struct ContentMark: Equatable {
    /// What a kiosk reads, by the path in the folder.
    let files: [String]
    let text: String

    /// Nil if the folder cannot be looked through.
    init?(of folder: String) {
        let manager = FileManager.default
        func names(_ path: String) -> [String]? {
            (try? manager.contentsOfDirectory(atPath: "\(folder)/\(path)"))?.filter { !$0.hasPrefix(".") }.sorted()
        }
        guard let tree = names("tree"), let words = names("words") else { return nil }
        let parts =
            tree.map { "tree/\($0)" } + words.map { "words/\($0)" }
            + (names("situations") ?? []).map { "situations/\($0)" }
        // Words and situations have a folder for each language, and files beside them.
        let files =
            ["county.txt", "services.txt"]
            + parts.flatMap { part in
                part.hasSuffix(".txt") ? [part] : (names(part) ?? []).map { "\(part)/\($0)" }
            }
        self.files = files.filter { $0.hasSuffix(".txt") }
        var seen: [String] = []
        for file in self.files {
            guard let mark = FileMark(of: "\(folder)/\(file)") else { return nil }
            seen.append("\(file) \(mark.text)")
        }
        text = Self.number(of: seen)
    }

    /// FNV-1a (Fowler, Noll, Vo), as text: other texts have other numbers.
    static func number(of texts: [String]) -> String {
        var number: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in texts.joined(separator: "\n").utf8 { number = (number ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(number, radix: 16)
    }
}

/// By which it is seen whether anybody has changed a file: its size, and when it was written.
private struct FileMark {
    let text: String

    /// Nil if there is no such file.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        text = "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
