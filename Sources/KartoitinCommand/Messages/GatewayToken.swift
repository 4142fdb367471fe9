/// The token of a gateway, kept in the first line of a file that is its owner's alone.
enum GatewayToken {
    /// - Throws: `Failure` where the file cannot be read, others can read it, or there is no token in it.
    static func read(_ path: String) throws(Failure) -> String {
        let token = try SecretFile.firstLine(of: path, holding: "token")
        // It becomes a header: anything else could end it and begin another.
        guard token.unicodeScalars.allSatisfy({ (0x21..<0x7F).contains($0.value) }) else {
            throw Failure(
                .badData, "the first line of \(path) is no token; one is of letters, digits and signs without spaces")
        }
        return token
    }
}
