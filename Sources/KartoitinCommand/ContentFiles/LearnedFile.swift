import Foundation
import HostSystem
import OwnWords
import SocialServices

/// A file with what was learned, which every visit maps into its memory. It is named by the content that it was learned
/// from, by the program that learned it, and holds no visitor's word. It can be thrown away at any time.
struct LearnedFile {
    private static let prefix = "own-words-"
    /// A second name by which a file is found without reading the phrases: see `mark`.
    private static let quickPrefix = "own-words-at-"
    /// Of other contents, or of the program before: so many names stay.
    private static let mostKept = 8

    private let folder: String
    private let content: String
    private let files: [String]
    private let situations: [Situation]
    /// Which program learned, and for which situations.
    private let start: ByteSum

    /// Nil if the content cannot be looked through, or has nothing to learn from.
    ///
    /// - Parameters:
    ///   - content: the folder, and what was read from it.
    ///   - folder: of the cache.
    init?(of content: (folder: String, situations: [Situation]), in folder: String) {
        guard !content.situations.isEmpty, let program = FileMark(of: Bundle.main.executablePath ?? ""),
            let files = ContentMark.files(of: content.folder)
        else { return nil }
        var start = ByteSum()
        start.add(program.text.utf8)
        for situation in content.situations {
            start.add("\(situation.id) \(situation.group?.rawValue ?? "")".utf8)
        }
        self.start = start
        self.folder = folder
        self.content = content.folder
        self.files = files.filter { $0.hasPrefix("situations/") }
        situations = content.situations
    }

    /// The file of these very phrases, wherever they stand: two copies of a content share it. Nil if they cannot be read.
    private var path: String? {
        var sum = start
        for file in files {
            guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: "\(content)/\(file)")) else { return nil }
            sum.add(file.utf8)
            sum.add(bytes)
        }
        return "\(folder)/\(Self.prefix)\(String(sum.number, radix: 16))"
    }

    /// The name of the file for phrases that stand here and have not changed since, by sizes and times. Nil if they are gone.
    private var quickPath: String? {
        var sum = start
        sum.add(content.utf8)
        for file in files {
            guard let mark = FileMark(of: "\(content)/\(file)") else { return nil }
            sum.add("\(file) \(mark.text)".utf8)
        }
        return "\(folder)/\(Self.quickPrefix)\(String(sum.number, radix: 16))"
    }

    /// Nil if it was not learned yet, or if anybody else could have written the file.
    func load() -> SituationClassifier? {
        guard let quickPath else { return nil }
        if let learned = learned(at: quickPath) { return learned }
        guard let path, let learned = learned(at: path) else { return nil }
        unlink(quickPath)
        link(path, quickPath)
        removeOldest()
        return learned
    }

    private func learned(at path: String) -> SituationClassifier? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o022 == 0,
            [0, geteuid()].contains(status.st_uid),
            let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        else { return nil }
        return SituationClassifier(file: bytes, of: situations)
    }

    /// Keeps what was learned. Where that cannot be done, it is learned anew when it is needed again.
    func store(_ learned: SituationClassifier) {
        guard let path, let quickPath else { return }
        let draft = "\(path).\(getpid()).draft"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            unlink(draft)
            try PrivateFile.write([UInt8](learned.file), to: draft)
        } catch {
            return
        }
        guard rename(draft, path) == 0 else {
            unlink(draft)
            return
        }
        unlink(quickPath)
        link(path, quickPath)
        removeOldest()
    }

    /// Who maps a removed file goes on with it.
    private func removeOldest() {
        let files = FileManager.default
        let names = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasPrefix(Self.prefix) }
        func written(_ name: String) -> Date {
            let attributes = try? files.attributesOfItem(atPath: "\(folder)/\(name)")
            return attributes?[.modificationDate] as? Date ?? .distantPast
        }
        let newestFirst = names.map { (name: $0, day: written($0)) }.sorted { $0.day > $1.day }
        for old in newestFirst.dropFirst(Self.mostKept) { unlink("\(folder)/\(old.name)") }
    }
}

/// A number of bytes: other bytes have another one. FNV-1a (Fowler, Noll and Vo), eight bytes at a time.
private struct ByteSum {
    private(set) var number: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String.UTF8View) { add(Data(text)) }

    mutating func add(_ data: Data) {
        let bytes = data.bytes
        let whole = bytes.byteCount / 8
        for place in 0..<whole { mix(bytes.unsafeLoadUnaligned(fromByteOffset: place * 8, as: UInt64.self)) }
        for place in (whole * 8)..<bytes.byteCount {
            mix(UInt64(bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt8.self)))
        }
        mix(UInt64(bytes.byteCount))
    }

    private mutating func mix(_ value: UInt64) {
        number = (number ^ value) &* 0x100_0000_01b3
        // The upper bits of eight bytes would else never reach the lower ones.
        number ^= number >> 32
    }
}
