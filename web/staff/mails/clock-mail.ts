/**
 * The mail about the clocks of a case: to its owner before time is over, to the person to whom it went up, or to the one who waits for news of it. Its subject names no customer: phones show
 * it on a locked screen. A director reads no names, so that mail names none.
 */
import { html } from 'hono/html'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { Department } from '#core/campaign/departments.ts'
import type { Role } from '#core/staff/role.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Raised, raisedOf } from '#core/work/case/case-raised.ts'
import { severityOf, typeOf } from '#core/work/case/case-standing.ts'
import { questionNamed } from '#core/work/case/questions.ts'
import type { RingMatter } from '#core/work/case/ring-matter.ts'
import { nameOf } from '#core/work/event-staff.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { type PersonToMail, personInMail, type StopInMail } from '#web/staff/mails/call-in-mail.ts'
import { personLine } from '#web/staff/mails/calls-mail-html.ts'
import { CLOCK_MAIL_WORDS } from '#web/staff/mails/clock-mail-words.ts'
import { HOLDS_NAMES } from '#web/staff/mails/holds-names.ts'
import { mailFrame } from '#web/staff/mails/mail-frame.ts'
import { NEWS_MAIL_WORDS, newsLines, newsTitle } from '#web/staff/mails/news-in-mail.ts'
import { CLOCK_WORDS, LEVEL_WORDS, severityNamed, TYPE_WORDS } from '#web/words/cases.ts'
import { writtenInstant } from '#web/words/written.ts'

export interface ClockMail {
  readonly locale: PageLocale
  readonly zone: string
  readonly company: string
  readonly cases: CasePolicy
  readonly departments: readonly Department[]
  readonly item: Case
  readonly matter: Exclude<RingMatter, { is: 'escalate' }>
  readonly to: { readonly address: string; readonly role: Role }
  /** Null where the customer is not known. */
  readonly customer: PersonToMail | null
  readonly stop: StopInMail
  /** What the customer said, in one sentence. */
  readonly words: string | null
  readonly link: string | null
}

export function clockMail(mail: ClockMail): { readonly subject: string; readonly html: string; readonly text: string } {
  const { locale, company, cases, item, to, customer, stop, words: said } = mail
  const words = CLOCK_MAIL_WORDS[locale]
  const isDirector = to.role === 'director'
  const severity = severityNamed(severityOf(item, cases).severity, { cases, locale })
  const title = headerSafe(
    `${matterName(mail)} (${TYPE_WORDS[locale][typeOf(item)].toLowerCase()}, ${words.ofSeverity(severity)})`,
  ).text
  const person = customer && !isDirector ? personInMail(customer, locale, { stop }) : null
  const stranger = person === null && !isDirector ? [words.stranger] : []
  const sentence = said === null || isDirector ? [] : [words.said(said)]
  const link = isDirector ? null : mail.link
  const lines = linesOf(mail)
  const remarks = remarksOf(mail)
  const body = html`${person === null ? stranger.map((line) => html`<p>${line}</p>\n`) : personLine(person)}${lines.map((line) => html`<p class="warn">${line}</p>\n`)}${sentence.map((line) => html`<p>${line}</p>\n`)}${link === null ? '' : html`<p><a class="open" href="${link}">${words.open}</a></p>\n`}${remarks.map((remark) => html`<p>${remark}</p>\n`)}${isDirector ? '' : html`<p class="quiet">${HOLDS_NAMES[locale]}</p>\n`}`
  const paragraphs = [
    title,
    ...(person === null ? stranger : [`${person.form} (${person.fullName}), ${person.readable}`]),
    ...lines,
    ...sentence,
    ...(link === null ? [] : [`${words.open}: ${link}`]),
    ...remarks,
    `-- \n${company}${isDirector ? '' : `\n${HOLDS_NAMES[locale]}`}`,
  ]
  return { subject: title, html: mailFrame({ locale, company, title, body }), text: `${paragraphs.join('\n\n')}\n` }
}

function matterName({ locale, departments, item, matter }: ClockMail): string {
  const words = CLOCK_MAIL_WORDS[locale]
  switch (matter.is) {
    case 'alert':
      return words.alert(LEVEL_WORDS[locale][matter.to])
    case 'news':
      return newsTitle(item, { news: matter.news, turn: matter.turn, departments, locale })
    case 'remind':
      return words.remind(CLOCK_WORDS[locale][matter.clocks[0].clock].toLowerCase(), matter.clocks[0].percent)
  }
}

function linesOf(mail: ClockMail): readonly string[] {
  const { locale, zone, departments, item, matter } = mail
  switch (matter.is) {
    case 'alert':
      return alertLines(mail, raisedOf(item))
    case 'news':
      return newsLines(item, { news: matter.news, turn: matter.turn, departments, locale, zone })
    case 'remind':
      return clockLines(mail)
  }
}

function clockLines({ locale, zone, matter }: ClockMail): readonly string[] {
  if (matter.is !== 'remind') return []
  const words = CLOCK_MAIL_WORDS[locale]
  const at = (instant: Instant) => writtenInstant(instant, { zone, locale })
  return matter.clocks.map(({ clock, percent, dueAt }) => {
    const name = CLOCK_WORDS[locale][clock]
    return percent < 100 ? words.running(name, percent, at(dueAt)) : words.over(name, at(dueAt))
  })
}

/** Why it went up: the clock, or the reason that a colleague wrote. The reason may name the customer, and a director does not read it. */
function alertLines({ locale, matter, item, to }: ClockMail, raised: Raised | null): readonly string[] {
  if (matter.is !== 'alert' || raised === null) return []
  const words = CLOCK_MAIL_WORDS[locale]
  const who = LEVEL_WORDS[locale][matter.to]
  const up = item.events.findLast((event) => event.is === 'escalated')
  const told = raised.told.flatMap((person) => person?.name ?? [])
  const turn = told.length === 0 ? [] : [words.turn(told.join(', '))]
  if (up?.is !== 'escalated') return turn
  if (up.clock) return [words.byClock(CLOCK_WORDS[locale][up.clock.clock], up.clock.percent, who), ...turn]
  const by = words.byStaff(nameOf(up.by) ?? words.someone, who)
  return [to.role === 'director' ? by.replace(/:$/, '.') : `${by} “${up.because}”`, ...turn]
}

function remarksOf({ locale, matter, item, to }: ClockMail): readonly string[] {
  const words = CLOCK_MAIL_WORDS[locale]
  if (to.role === 'director') return [words.director]
  if (matter.is === 'alert') return [words.takeUp]
  if (matter.is === 'news' && matter.news.is === 'approval') return [NEWS_MAIL_WORDS[locale].decide]
  const owner = ownerOf(item)
  if (matter.is === 'news' && matter.news.is === 'answer' && owner.is !== 'person') {
    const isAsker = questionNamed(item, matter.news.questionId)?.asked.by.address === to.address
    if (isAsker) return [NEWS_MAIL_WORDS[locale].youAsked]
  }
  return [owner.is === 'person' && owner.address === to.address ? words.yours : words.forOwner]
}
