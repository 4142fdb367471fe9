import ContentLibrary
import Foundation
import HostSystem
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
    ///
    /// - Parameter tries: how often it is read if it changes meanwhile.
    func find(tries: Int = 3) -> Found {
        // A link leads to the same content until all of it is read, whatever is put in its place.
        let source = FolderCopy.followed(source)
        let mark = ContentMark(of: source)
        let kept = keptFolder
        if let mark, let kept, kept.lastPathComponent == mark.text,
            let content = Self.content(in: kept)
        {
            return .whole(content, folder: kept.path)
        }
        do throws(ContentError) {
            let content = try Self.read(source)
            if let mark {
                if let copy = keep(mark, of: source) { return .whole(content, folder: copy.path) }
                if tries > 1, ContentMark(of: FolderCopy.followed(self.source)) != mark {
                    return find(tries: tries - 1)
                }
            }
            return .whole(content, folder: source)
        } catch {
            if let kept, let content = try? ContentReader.read(folder: kept.path) {
                return .kept(content, folder: kept.path, error)
            }
            // Without example phrases own words are not understood, and everything else is.
            if let content = try? ContentReader.read(folder: source) { return .whole(content, folder: source) }
            return .nothing(error)
        }
    }

    /// The content of a folder, if all that a kiosk needs of it is whole.
    static func read(_ folder: String) throws(ContentError) -> Content {
        let content = try ContentReader.read(folder: folder)
        _ = try PhrasebookReader.read(folder: folder, for: content)
        return content
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

    /// The copy that is in force where the original is not whole.
    var keptFolder: URL? {
        guard let kept = try? FileManager.default.destinationOfSymbolicLink(atPath: name.path) else { return nil }
        return place.appendingPathComponent(kept)
    }

    /// Copies what was read, and gives the copy its name once it is whole. Nil if that cannot be done, or if
    /// something has changed meanwhile.
    private func keep(_ mark: ContentMark, of source: String) -> URL? {
        let own = ".\(getpid())"
        let (draft, link) = (place.appendingPathComponent(own), place.appendingPathComponent(own + ".link"))
        let copy = place.appendingPathComponent(mark.text)
        let files = FileManager.default
        // Another program of the same number may have been killed here.
        try? files.removeItem(at: draft)
        defer { try? files.removeItem(at: draft) }
        let earlier = keptFolder
        do {
            try files.createDirectory(
                at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try FolderCopy.write(mark.files, of: source, to: draft.path, for: .owner)
            guard ContentMark(of: source) == mark else { return nil }
            try Self.note(try Self.read(draft.path), in: draft)
            try? files.removeItem(at: copy)
            try FolderCopy.settle(draft.path, as: copy.path)
            try FolderCopy.lead(name.path, to: mark.text, by: link.path)
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
