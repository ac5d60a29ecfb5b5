/** A mail as its customer sees it: what it asks, and its links and addresses. It holds only what a customer can see. */
import { SCORED_KINDS, type ScoredKind, type SurveyKind } from '#core/campaign/survey-definition.ts'
import { scoresOf } from '#core/survey/scale.ts'
import type { Instant } from '#core/time/instant.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import { replyAddress } from '#local/mail-in/answer-mail.ts'
import { textOfMarkup } from '#local/sample-listeners/markup.ts'
import type { PageLocale } from '#web/customer/page.ts'

export interface MailAsRead {
  readonly message: MailboxMessage
  readonly at: Instant
  readonly address: string
  readonly locale: PageLocale
  /** By its buttons; null for a mail that asks nothing. */
  readonly asks: SurveyKind | null
  /**
   * Every link to the company's pages, in both parts and in the headers. Other links lead out of this machine, and sample customers do not follow
   * them.
   */
  readonly links: readonly string[]
  readonly survey: string | null
  readonly preferences: string | null
  /** Where the two buttons lead that ask whether a case is solved. */
  readonly solved: string | null
  /** Its answer goes to a case of theirs. */
  readonly isOfCase: boolean
  /** The link that the mailbox's own button posts to, and the address that takes a "stop". */
  readonly oneClick: string | null
  readonly stopAddress: string | null
}

/** `pages` is the address of the company's pages. */
export function mailAsRead(message: MailboxMessage, pages: string): MailAsRead {
  const html = message.html ?? ''
  const written = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => textOfMarkup(href))
  const inText = message.text?.match(/https?:\/\/[^\s<>"')\]]+/g) ?? []
  const unsubscribe = headerOf(message, 'List-Unsubscribe')
  const inHeader = /<(https?:[^>]+)>/.exec(unsubscribe)?.[1]
  const links = [...new Set([...written, ...inText, ...(inHeader ? [inHeader] : [])])].filter((link) =>
    link.startsWith(`${pages}/`),
  )
  const leadingTo = (use: string) => links.find((link) => link.startsWith(`${pages}/${use}/`) && !link.includes('?')) ?? null
  return {
    message,
    at: message.at,
    address: message.to[0] ?? '',
    locale: /<html[^>]*\blang="en/.test(html) ? 'en' : 'vi',
    asks: leadingTo('s') === null ? null : (scaleOf(links) ?? 'csi'),
    links,
    survey: leadingTo('s'),
    preferences: leadingTo('p'),
    solved: links.find((link) => link.startsWith(`${pages}/c/`))?.split('?')[0] ?? null,
    isOfCase: replyAddress(message)?.startsWith('c+') ?? false,
    oneClick: headerOf(message, 'List-Unsubscribe-Post') === 'List-Unsubscribe=One-Click' ? (inHeader ?? null) : null,
    stopAddress: /<mailto:([^?>]+)/.exec(unsubscribe)?.[1] ?? null,
  }
}

function headerOf({ headers }: MailboxMessage, wanted: string): string {
  return headers.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.value ?? ''
}

/** Each kind has its own scale, so the buttons tell the kind. Null for one button that leads to several questions. */
function scaleOf(links: readonly string[]): ScoredKind | null {
  const offered = new Set(links.flatMap((link) => /\?score=(\d+)$/.exec(link)?.[1] ?? []).map(Number))
  const isOffered = (kind: ScoredKind) => {
    const scores = scoresOf(kind)
    return scores.length === offered.size && scores.every((score) => offered.has(score))
  }
  return SCORED_KINDS.find(isOffered) ?? null
}
