/** The mail about an urgent piece of work: short, because it is read at night on a phone. Its subject names no customer: phones show it on a locked screen. */
import { html } from 'hono/html'
import type { ToldBecause } from '#core/duty/told-at-once.ts'
import type { Instant } from '#core/time/instant.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { type PersonToMail, personInMail, type StopInMail } from '#web/staff/mails/call-in-mail.ts'
import { personLine } from '#web/staff/mails/calls-mail-html.ts'
import { HOLDS_NAMES } from '#web/staff/mails/holds-names.ts'
import { mailFrame } from '#web/staff/mails/mail-frame.ts'
import { URGENT_MAIL_WORDS } from '#web/staff/mails/urgent-mail-words.ts'
import { writtenInstant } from '#web/words/written.ts'

export interface UrgentMail {
  readonly locale: PageLocale
  readonly zone: string
  readonly company: string
  readonly team: string | null
  /** When the work was opened, or became urgent again. */
  readonly at: Instant
  /** Null where the mail told no customer. */
  readonly customer: PersonToMail | null
  readonly stop: StopInMail
  /** What the customer said, in one sentence. */
  readonly words: string | null
  readonly because: ToldBecause
  readonly backAt: Instant | null
  readonly link: string | null
}

export function urgentMail(mail: UrgentMail): { readonly subject: string; readonly html: string; readonly text: string } {
  const { locale, zone, company, team, at, customer, stop, words: said, because, backAt, link } = mail
  const words = URGENT_MAIL_WORDS[locale]
  const written = (instant: Instant) => writtenInstant(instant, { zone, locale })
  const title = headerSafe(words.subject(written(at), team ?? '')).text
  const person = customer && personInMail(customer, locale, { stop })
  const sentence = said === null ? words.noWords : words.said(said)
  const remarks = [
    words.because[because],
    ...(because === 'at-work' ? [] : [backAt === null ? words.noBack : words.back(written(backAt))]),
  ]
  const body = html`${person === null ? html`<p>${words.stranger}</p>\n` : personLine(person)}<p class="warn">${sentence}</p>
${link === null ? '' : html`<p><a class="open" href="${link}">${words.open}</a></p>\n`}${remarks.map((remark) => html`<p>${remark}</p>\n`)}<p class="quiet">${HOLDS_NAMES[locale]}</p>
`
  const paragraphs = [
    title,
    person === null ? words.stranger : `${person.form} (${person.fullName}), ${person.readable}`,
    sentence,
    ...(link === null ? [] : [`${words.open}: ${link}`]),
    ...remarks,
    `-- \n${company}\n${HOLDS_NAMES[locale]}`,
  ]
  return { subject: title, html: mailFrame({ locale, company, title, body }), text: `${paragraphs.join('\n\n')}\n` }
}
