import BookingCore
import Desks
import Foundation

/// Leaves SMS as files where smstools' `smsd` takes them from (its outgoing folder).
///
/// The format is smstools' "SMS file format": headers, an empty line, the text; the number without its plus. A
/// header that smstools does not know, such as ours with the key, is ignored by it. A file is written under a hidden
/// name and renamed when it is whole and on the disk. It is named by its key: while it waits there, the same message
/// again takes its place.
struct SMSSpool: MessageCarrier {
    let folder: String
    let channel = Message.Channel.sms

    /// - Throws: `Failure` where there is no such folder or nothing can be written to it.
    init(folder: String) throws(Failure) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw Failure(.unreachable, "there is no folder \(folder); make it, or give another with --sms-spool")
        }
        guard access(folder, W_OK | X_OK) == 0 else {
            throw Failure(.unreachable, "nothing can be written to the folder \(folder); check its owner and rights")
        }
        self.folder = folder
    }

    func deliver(_ message: Message, _ text: MessageText) throws(DeliveryFailure) {
        let draft = "\(folder)/.kartoitin-\(message.key).\(getpid())"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o660)
        guard file >= 0 else { throw Self.failure("made") }
        defer { unlink(draft) }
        let isWritten = Self.write(Self.bytes(message, text), to: file) && fsync(file) == 0
        let trouble = isWritten ? nil : Self.failure("written")
        guard close(file) == 0, trouble == nil else { throw trouble ?? Self.failure("written") }
        guard rename(draft, "\(folder)/kartoitin-\(message.key)") == 0 else { throw Self.failure("named") }
    }

    /// UTF-8 where the GSM alphabet has every character, else big-endian UCS-2, as smstools wants it.
    static func bytes(_ message: Message, _ text: MessageText) -> [UInt8] {
        let isPlain = text.body.unicodeScalars.allSatisfy(GSMAlphabet.has)
        let header = """
            To: \(message.recipient.drop { $0 == "+" })
            Alphabet: \(isPlain ? "UTF-8" : "UCS")
            X-Kartoitin-Key: \(message.key)


            """
        let body = isPlain ? Array(text.body.utf8) : text.body.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        return Array(header.utf8) + body
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func failure(_ what: String) -> DeliveryFailure {
        DeliveryFailure(reason: "the file of the SMS could not be \(what): \(String(cString: strerror(errno)))")
    }
}

/// The characters of an SMS of 7-bit letters (GSM 03.38 with its extension).
enum GSMAlphabet {
    private static let scalars = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€").unicodeScalars)

    static func has(_ scalar: Unicode.Scalar) -> Bool { scalars.contains(scalar) }
}
