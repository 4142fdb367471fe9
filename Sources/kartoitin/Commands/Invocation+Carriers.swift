import SocialServices

extension Invocation {
    /// The ways to send that were given; at least one.
    func carriers() throws(Failure) -> [any MessageCarrier] {
        var carriers: [any MessageCarrier] = []
        let sender = value("--from").flatMap { EmailAddress(typed: $0) }
        if has("--from"), sender == nil {
            throw Failure(.badData, "--from is not an address such as name@example.fi")
        }
        if let path = value("--sendmail") { carriers.append(try Sendmail(path: path, sender: sender)) }
        if let carrier = try smsCarrier() { carriers.append(carrier) }
        if carriers.isEmpty {
            throw Failure(
                .usage,
                "messages send needs --sendmail PATH for e-mail, --sms-gateway URL or --sms-spool DIR for SMS, or both"
            )
        }
        return carriers
    }

    private func smsCarrier() throws(Failure) -> (any MessageCarrier)? {
        if has("--sms-gateway-token"), !has("--sms-gateway") {
            throw Failure(.usage, "--sms-gateway-token needs --sms-gateway URL beside it")
        }
        guard let address = value("--sms-gateway") else {
            guard let folder = value("--sms-spool") else { return nil }
            return try SMSSpool(folder: folder)
        }
        guard !has("--sms-spool") else {
            throw Failure(.usage, "--sms-gateway and --sms-spool are two ways for the same SMS; give one of them")
        }
        let token: String?
        if let file = value("--sms-gateway-token") { token = try GatewayToken.read(file) } else { token = nil }
        return try SMSGateway(address: try GatewayAddress(address), token: token)
    }
}
