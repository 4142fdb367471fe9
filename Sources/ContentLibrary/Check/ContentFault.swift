/// A fault in a content file, told so that its author can mend it: where, and what is wrong.
public struct ContentFault: Error, Sendable, Hashable {
    /// The file's path below the content folder, for example `words/fi/families.txt`.
    public let file: String
    /// 1 for the first line; 0 where the fault is the whole file's.
    public let line: Int
    /// Lower case, without a full stop.
    public let message: String

    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `file:line: message`, as compilers print it.
    public var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}
