/** An SMTP port on loopback for mail to the reply domain, with the mail service's limits: any mail program on this machine can answer a customer's mail. */
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from 'smtp-server'
import { LOOPBACK } from '#local/aws/listen-on-loopback.ts'
import type { IncomingMail } from '#local/mail-in/lay-down-mail.ts'

export interface SmtpPortOptions {
  /** 0 for any free port. */
  readonly port: number
  readonly replyDomain: string
  /** A mail was taken. The sending program is told of a failure here, and tries again. */
  readonly received: (mail: IncomingMail) => Promise<void>
}

export interface SmtpPort {
  readonly port: number
  stop(): Promise<void>
}

/** The limit of SES. */
const MOST_BYTES = 40 * 1024 * 1024
const MOST_RECIPIENTS = 100

class SmtpRefusal extends Error {
  override name = 'SmtpRefusal'
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

export async function startSmtpPort({ port, replyDomain, received }: SmtpPortOptions): Promise<SmtpPort> {
  const isOurs = ({ address }: SMTPServerAddress) => address.toLowerCase().endsWith(`@${replyDomain.toLowerCase()}`)
  const server = new SMTPServer({
    banner: 'mail for customers of a demonstration; nothing leaves this machine',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MOST_BYTES,
    maxRecipients: MOST_RECIPIENTS,
    onRcptTo: (address, _session, done) =>
      isOurs(address) ? done() : done(new SmtpRefusal(550, `5.1.1 only mail to ${replyDomain} is taken here`)),
    onData: (stream, { envelope }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      wholeMail(stream)
        .then((bytes) => received({ from, to: envelope.rcptTo.map(({ address }) => address), bytes }))
        .then(
          () => done(null, 'taken'),
          (error: unknown) => done(error instanceof SmtpRefusal ? error : new SmtpRefusal(451, '4.3.0 not taken, try again')),
        )
    },
  })
  // A client that breaks off is no fault of this server.
  server.on('error', () => {})
  const listening = await new Promise<number>((resolve, reject) => {
    const opened = server.listen(port, LOOPBACK, () => {
      const address = opened.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
    opened.once('error', reject)
  })
  return { port: listening, stop: () => new Promise((resolve) => server.close(resolve)) }
}

/** Reads the mail to its end in any case, or the client never hears that it was too large. */
async function wholeMail(stream: SMTPServerDataStream): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of stream) {
    if (stream.sizeExceeded) parts.length = 0
    else parts.push(part)
  }
  if (stream.sizeExceeded) throw new SmtpRefusal(552, `5.3.4 larger than ${MOST_BYTES} bytes`)
  return Buffer.concat(parts)
}
