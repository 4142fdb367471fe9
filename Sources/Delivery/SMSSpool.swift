public import BookingCore
public import ContentLibrary
import Foundation
import HostSystem

/// Leaves SMS as files where smstools' `smsd` takes them from (its outgoing folder).
///
/// The format is smstools' "SMS file format": headers, an empty line, the text; the number without its plus. A
/// header that smstools does not know, such as ours with the key, is ignored by it. A file is written under a hidden
/// name and renamed when it is whole and on the disk. It is named by its key: while it waits there, the same message
/// again takes its place.
public struct SMSSpool: MessageTransport {
    private let folder: String
    public let channel = Message.Channel.sms

    /// - Throws: `noFolder` or `folderNotWritable`.
    public init(folder: String) throws(TransportError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
        else { throw .noFolder(path: folder) }
        guard access(folder, W_OK | X_OK) == 0 else { throw .folderNotWritable(path: folder) }
        self.folder = folder
    }

    public func deliver(_ message: Message, _ text: MessageText) throws(DeliveryError) {
        let draft = "\(folder)/.kartoitin-\(message.key).\(getpid())"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o660)
        guard file >= 0 else { throw Self.failure("made") }
        defer { unlink(draft) }
        let isWritten = ByteWriter.writeAll(Self.bytes(message, text), to: file) && fsync(file) == 0
        let trouble = isWritten ? nil : Self.failure("written")
        guard close(file) == 0, trouble == nil else { throw trouble ?? Self.failure("written") }
        guard rename(draft, "\(folder)/kartoitin-\(message.key)") == 0 else { throw Self.failure("named") }
    }

    /// UTF-8 where the GSM alphabet has every character, else big-endian UCS-2, as smstools wants it.
    static func bytes(_ message: Message, _ text: MessageText) -> [UInt8] {
        let isPlain = SMSLength(of: text.body).isPlain
        let header = """
            To: \(message.recipient.drop { $0 == "+" })
            Alphabet: \(isPlain ? "UTF-8" : "UCS")
            X-Kartoitin-Key: \(message.key)


            """
        let body = isPlain ? Array(text.body.utf8) : text.body.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        return Array(header.utf8) + body
    }

    private static func failure(_ what: String) -> DeliveryError {
        DeliveryError(reason: "the file of the SMS could not be \(what): \(String(cString: strerror(errno)))")
    }
}
