/** A mail after parsing: what the reader of replies needs, independent of the mail format. */

export interface MailAttachment {
  /** Without any folder; clean enough to be shown. */
  readonly name: string
  readonly type: string
  readonly bytes: number
  /** The HTML part shows it within the text; absent for an attached file. */
  readonly inline?: true
}

export interface ParsedMail {
  /** The bare address, as written; empty when there is none. It is no proof of the sender. */
  readonly from: string
  /** Every address that the head names as a receiver: To, Cc, Delivered-To, X-Original-To. Spelling kept. */
  readonly recipients: readonly string[]
  readonly subject: string
  readonly messageId: string | null
  /** Lower-case name → values as they stand, topmost first: the last server that handled the mail wrote the topmost. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** The plain part; or the HTML part as text, with quotes marked as in plain mails. */
  readonly text: string
  readonly attachments: readonly MailAttachment[]
  /** Why a part was not read, such as `size:over-10-mb`; absent when all was read. */
  readonly limits?: readonly string[]
}

/** The topmost value of a header, or undefined. */
export const headerOf = ({ headers }: Pick<ParsedMail, 'headers'>, name: string): string | undefined => headers.get(name)?.[0]
