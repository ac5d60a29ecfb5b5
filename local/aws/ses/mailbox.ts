/** The mails that would have left the company: every mail that SES accepted, whole, with its outcome for each recipient. */
import type { Instant } from '#core/time/instant.ts'
import type { Attachment, MailHeader } from '#local/aws/ses/raw-message.ts'
import type { RecipientState } from '#local/aws/ses/recipient-outcome.ts'
import type { MailTag, Recipient } from '#local/aws/ses/send-email-input.ts'
import type { StoredMessage } from '#local/aws/ses/ses-messages.ts'
import type { SesStore } from '#local/aws/ses/ses-store.ts'

export interface MailboxMessage {
  readonly messageId: string
  /** When SES accepted it, by the given clock. */
  readonly at: Instant
  readonly from: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  readonly replyTo: readonly string[]
  readonly subject: string
  readonly html: string | null
  readonly text: string | null
  readonly headers: readonly MailHeader[]
  readonly attachments: readonly Attachment[]
  readonly tags: readonly MailTag[]
  readonly configurationSet: string | null
  readonly recipients: readonly { readonly address: string; readonly kind: Recipient['kind']; readonly state: RecipientState }[]
}

export interface MailboxQuery {
  /** Searched in subject, addresses, tag values and text; case is ignored. */
  readonly search?: string
  /** One recipient's address, in any of the three lists. */
  readonly to?: string
  /** Only mails that came after this one. */
  readonly newerThan?: string | undefined
  readonly limit: number
  /** The `next` of the previous page. */
  readonly after?: string
}

export interface Mailbox {
  /** Newest first. */
  list(query: MailboxQuery): { readonly messages: readonly MailboxMessage[]; readonly next: string | null }
  /** The id of the newest mail, without reading it. */
  newest(): string | undefined
  get(messageId: string): MailboxMessage | undefined
  count(): number
}

export function mailboxOf(store: SesStore): Mailbox {
  function shown({ message_id, at, mail }: StoredMessage): MailboxMessage {
    const states = store.recipientStates(message_id)
    const addresses = (kind: Recipient['kind']): readonly string[] =>
      mail.recipients.filter((recipient) => recipient.kind === kind).map(({ address }) => address)
    const { from, replyTo, subject, html, text, headers, attachments, tags, configurationSet } = mail
    return {
      messageId: message_id,
      at,
      from,
      to: addresses('to'),
      cc: addresses('cc'),
      bcc: addresses('bcc'),
      ...{ replyTo, subject, html, text, headers, attachments, tags, configurationSet },
      recipients: mail.recipients.map(({ address, kind }, place) => ({ address, kind, state: states[place] ?? 'accepted' })),
    }
  }
  return {
    list({ search = '', to = '', newerThan = '', limit, after }) {
      const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after)
      const found = store.messagesBefore({ before, newerThan, search, to, limit: limit + 1 })
      const page = found.slice(0, limit)
      return { messages: page.map(shown), next: found.length > limit ? String(page.at(-1)?.seq) : null }
    },
    get(messageId) {
      const found = store.message(messageId)
      return found && shown(found)
    },
    newest: () => store.newestMessage(),
    count: () => store.countMessages(),
  }
}
