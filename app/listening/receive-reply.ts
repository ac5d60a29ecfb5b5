/**
 * Takes a received mail: which customer sent it, what it says, and what follows. Every step that follows runs first and is harmless when repeated.
 * The reply is stored last: a stored reply proves that all steps are done, and a crash between any two steps loses nothing. The instant of receipt is
 * the mail service's own, so that a mail handled hours later, or twice, has the same meaning.
 */
import { type ActOnReplyPorts, actOnReply } from '#app/listening/act-on-reply.ts'
import { type AskedSurvey, askedSurvey } from '#app/listening/asked-survey.ts'
import { type Addressed, addressedBy, type ReplyAddressPorts } from '#app/listening/reply-address.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { OwnWords, ReplyStore } from '#app/ports/listening.ts'
import type { AddressHashes, ReplySeals } from '#app/ports/secrets.ts'
import { contentId } from '#core/customer/content-id.ts'
import { ownLetters } from '#core/reply/own-sentences.ts'
import type { ParsedMail } from '#core/reply/parsed-mail.ts'
import { readReply } from '#core/reply/read-reply.ts'
import type { Reply, ReplyReading } from '#core/reply/reply.ts'
import { type BadVerdict, badVerdict } from '#core/reply/verdict.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { mailsOf } from '#core/work/case/case-mail.ts'

export interface ReceiveReplyPorts extends ActOnReplyPorts, ReplyAddressPorts {
  readonly campaigns: CampaignStore
  readonly customers: CustomerStore
  readonly work: ActOnReplyPorts['work']
  readonly replies: ReplyStore
  readonly ownWords: OwnWords
  readonly seals: AddressHashes & Pick<ReplySeals, 'openReplyLocalPart'>
}

export interface ReceivedMail {
  readonly rawKey: string
  /** When the mail service stored it. */
  readonly receivedAt: Instant
  readonly mail: ParsedMail
  /** Its size when it was too large to be read whole: `mail` is then what its beginning says. */
  readonly tooLarge: number | null
}

/** The limit of a row in the store. The raw mail holds the whole text. */
const LONGEST_TEXT = 20_000
const LONGEST_SUBJECT = 500
const MOST_ATTACHMENTS = 50

export async function receiveReply(ports: ReceiveReplyPorts, received: ReceivedMail): Promise<Reply> {
  const { replies, seals, companyRules, events } = ports
  const { mail, rawKey, receivedAt } = received
  const addressed = await addressedBy(ports, { recipients: mail.recipients, company: companyRules.company })
  const verdict = badVerdict(mail.headers)
  // A mail with a virus is matched to no customer, except at a sealed stop address: there a mail can mean only "stop". A spam verdict is about the
  // sending server and proves nothing against the sealed address: its user has read the customer's mail.
  const sender = verdict === 'virus' && addressed?.use !== 'stop' ? undefined : addressed
  // The question as it was asked then, whatever the campaign asks now.
  const asked = sender?.answered ? await askedSurvey(ports, sender.answered.occurrenceId) : undefined
  const isRead = verdict === null || (verdict === 'spam' && sender !== undefined)
  const ownTexts = isRead && sender ? await ownTextsTo(ports, sender) : []
  const reading = isRead ? readingOf(received, { asked, ownTexts }) : unreadBecauseOf(verdict)
  const replyId = replyIdOf(received, sender)
  const stored = await replies.get({ customerId: sender?.customerId ?? null, replyId })
  if (stored) return stored

  const outcome = await actOnReply(ports, { at: receivedAt, replyId, sender, asked, reading })
  const reply: Reply = {
    customerId: sender?.customerId ?? null,
    replyId,
    occurrenceId: sender?.answered?.occurrenceId ?? null,
    receivedAt,
    receivedOn: localDateAt(receivedAt, companyRules.company.zone),
    rawKey,
    fromHash: mail.from === '' ? null : seals.addressHash(mail.from),
    subject: isRead ? mail.subject.slice(0, LONGEST_SUBJECT) : '',
    reading: { ...reading, text: reading.text.slice(0, LONGEST_TEXT) },
    attachments: isRead
      ? mail.attachments.slice(0, MOST_ATTACHMENTS).map(({ name, type, bytes }) => ({ name, type, bytes }))
      : [],
    outcome,
  }
  await replies.add(reply)
  events.replyReceived({ replyId, customerId: reply.customerId, kind: reading.kind, outcome })
  return reply
}

/** What an answer may quote. */
async function ownTextsTo({ ownWords }: ReceiveReplyPorts, { answered, ofCase }: Addressed): Promise<readonly string[]> {
  if (answered) return ownWords.ofOccurrence(answered.occurrenceId)
  return ofCase ? mailsOf(ofCase).flatMap(({ mail, note }) => [mail.subject, note]) : []
}

/**
 * The same mail gives the same reply id, however often it is stored and under whatever key. The id includes the text: mail programs have been seen to
 * give one Message-ID to two mails.
 */
function replyIdOf({ mail, rawKey }: ReceivedMail, sender: Addressed | undefined): string {
  const named = [sender?.customerId ?? '', sender?.use ?? '', mail.messageId ?? rawKey, mail.subject, mail.text]
  return contentId(named.map((part) => `${part.length}:${part}`).join(''))
}

/** None of its words are kept. */
const unreadBecauseOf = (verdict: BadVerdict): ReplyReading => ({
  kind: 'unclear',
  score: null,
  text: '',
  language: 'und',
  reasons: [`verdict:${verdict}`],
  holds: [],
  verdict,
})

interface ToRead {
  readonly asked: AskedSurvey | undefined
  readonly ownTexts: readonly string[]
}

function readingOf({ mail, tooLarge }: ReceivedMail, { asked, ownTexts }: ToRead): ReplyReading {
  const reading = readReply(mail, asked ? { kind: asked.survey.kind } : null, ownLetters(ownTexts))
  if (tooLarge === null) return reading
  const reasons = [...reading.reasons, `too-large:${tooLarge}`]
  const wholeOrNotItIs = reading.kind === 'autoReply' || reading.kind === 'bounce' || reading.kind === 'optOut'
  return wholeOrNotItIs ? { ...reading, reasons } : { ...reading, kind: 'unclear', score: null, reasons }
}
