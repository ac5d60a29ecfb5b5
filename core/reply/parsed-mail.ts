/** A mail taken apart: what the reader of replies needs, without anything of how mails are written down. */

export interface MailAttachment {
  /** Without any folder; tidy enough to be shown. */
  readonly name: string
  readonly type: string
  readonly bytes: number
  /** The HTML part shows it among its words; left out for a file that was attached. */
  readonly inline?: true
}

export interface ParsedMail {
  /** The bare address, as written; empty when there is none. It proves nothing. */
  readonly from: string
  /** Every address it was sent to, as far as its head says: To, Cc, Delivered-To, X-Original-To. Spelling kept. */
  readonly recipients: readonly string[]
  readonly subject: string
  readonly messageId: string | null
  /** Lower-case name → values as they stand, topmost first: the last one who handled the mail wrote the first. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** The plain part; or the HTML part as text, in which quotes are marked as plain mails mark them. */
  readonly text: string
  readonly attachments: readonly MailAttachment[]
  /** Why not all of it was read, such as `size:over-10-mb`; left out when everything was. */
  readonly limits?: readonly string[]
}

/** The topmost value of a header, or undefined. */
export const headerOf = ({ headers }: Pick<ParsedMail, 'headers'>, name: string): string | undefined => headers.get(name)?.[0]
