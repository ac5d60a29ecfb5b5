/** The balance of an occurrence, shown so that anybody can add it up. */
import { html } from 'hono/html'
import { OUTCOME_STATES, type OutcomeState } from '#core/audience/outcome.ts'
import { handedOver, type Standing } from '#core/planning/balance.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { HANDED_WORDS, INSTEAD_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { standingInWords, troublesOf } from '#web/words/standings.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    audience: 'đối tượng',
    erased: (count: string) => `${count} người chưa rõ đã được xóa từ đó: vẫn được đếm, và không còn gì để quyết định.`,
    waitingInstead: (count: string) => `Trong số chờ gửi, ${count} người sẽ nhận thư thay cho cuộc gọi.`,
    sums: (sum: string, audience: string) => `Cộng lại: ${sum}. Khi lập danh sách đã đếm: ${audience}.`,
  },
  en: {
    audience: 'audience',
    erased: (count: string) =>
      `${count} of those unknown ${count === '1' ? 'was' : 'were'} erased since: still counted, with nothing left to decide.`,
    waitingInstead: (count: string) => `Of those who wait, ${count} will get a mail instead of a call.`,
    sums: (sum: string, audience: string) => `The lines sum up to ${sum}. Planning counted ${audience}.`,
  },
})

/** A sum that is right is good news only when no customer in it went without through a failure. */
export function standingChip({ standing, balance }: { standing: Standing; balance: Balance }, locale: PageLocale): Html {
  const said = standingInWords({ standing, balance }, locale)
  if (standing !== 'adds-up') return chip(said, standing === 'mismatch' ? 'warn' : 'quiet')
  return troublesOf(balance).length > 0 ? chip(said, 'warn') : chip(`✓ ${said}`, 'good')
}

/** `54 đã gửi + 6 bỏ qua`: only the lines that have anybody. */
export function balanceInBrief(
  balance: Balance,
  { locale, isOfCalls }: { readonly locale: PageLocale; readonly isOfCalls: boolean },
): string {
  const parts = OUTCOME_STATES.flatMap((line) => {
    if (line === 'sent' && balance.instead) return handedAndWritten(balance, locale)
    return [{ count: balance[line], name: nameOf(line, { locale, isOfCalls }) }]
  })
  return parts
    .filter(({ count }) => count > 0)
    .map(({ count, name }) => `${writtenCount(count, locale)} ${name}`)
    .join(' + ')
}

/** A call is handed to the desk, and made by staff later. */
const nameOf = (
  line: OutcomeState,
  { locale, isOfCalls }: { readonly locale: PageLocale; readonly isOfCalls: boolean },
): string => (isOfCalls && line === 'sent' ? HANDED_WORDS[locale] : STATE_WORDS[locale][line])

/** `sent`, apart: handed to the desk, and written to because the team has no time to ring them. */
const handedAndWritten = (balance: Balance, locale: PageLocale) => [
  { line: 'sent', count: handedOver(balance), name: HANDED_WORDS[locale] },
  { line: 'instead', count: balance.instead?.sent ?? 0, name: INSTEAD_WORDS[locale] },
]

/** Every line, also those with nobody: audience = sent + skipped + …; `planned` only while somebody waits. */
export function equation({
  balance,
  audience,
  standing,
  locale,
  isOfCalls = false,
}: {
  readonly balance: Balance
  readonly audience: number
  readonly standing: Standing
  readonly locale: PageLocale
  /** Of a campaign of calls, which sends no mail. */
  readonly isOfCalls?: boolean
}): Html {
  const words = WORDS[locale]
  const lines = OUTCOME_STATES.filter((line) => line !== 'planned' || balance.planned > 0)
  const sum = OUTCOME_STATES.reduce((total, line) => total + balance[line], 0)
  const term = ({ sign, line, name, count, tone }: Term) =>
    html`<li>${sign === '' ? '' : html`<span class="sign">${sign}</span>`}<span class="term ${tone}" data-line="${line}"><b>${writtenCount(count, locale)}</b><small>${name}</small></span></li>`
  return html`<ul class="equation">
        ${term({ sign: '', line: 'audience', name: words.audience, count: audience, tone: 'total' })}
        ${lines
          .flatMap((line) => {
            if (line === 'sent' && balance.instead)
              return handedAndWritten(balance, locale).map((part) => ({ ...part, tone: part.count === 0 ? 'none' : '' }))
            const isTrouble = troublesOf(balance).some(({ trouble }) => trouble === line)
            const tone = balance[line] === 0 ? 'none' : isTrouble ? 'bad' : ''
            return [{ line, name: nameOf(line, { locale, isOfCalls }), count: balance[line], tone }]
          })
          .map((part, at) => term({ ...part, sign: at === 0 ? '=' : '+' }))}
      </ul>
      <p>${standingChip({ standing, balance }, locale)} <small>${words.sums(writtenCount(sum, locale), writtenCount(audience, locale))}</small></p>${erasedLine(balance, locale)}${waitingLine(balance, locale)}`
}

const waitingLine = ({ instead }: Balance, locale: PageLocale): Html | string =>
  instead === undefined || instead.waiting === 0
    ? ''
    : html`<p class="quiet" data-waiting-instead="${instead.waiting}"><small>${WORDS[locale].waitingInstead(writtenCount(instead.waiting, locale))}</small></p>`

const erasedLine = ({ unknownErased = 0 }: Balance, locale: PageLocale): Html | string =>
  unknownErased === 0
    ? ''
    : html`<p class="quiet" data-unknown-erased="${unknownErased}"><small>${WORDS[locale].erased(writtenCount(unknownErased, locale))}</small></p>`

interface Term {
  readonly sign: '' | '=' | '+'
  readonly line: string
  readonly name: string
  readonly count: number
  readonly tone: string
}
