/** Cases that are like one on the desk, each with what was proposed, answered, given and said at last. */
import { html } from 'hono/html'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { daysBetween } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { descriptionOf, saysSolved } from '#core/work/case/case-standing.ts'
import { isSameProduct, whatWasDone } from '#core/work/case/similar.ts'
import { closingOf, reopeningsOf } from '#core/work/standing.ts'
import { type Case, openedAt } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip } from '#web/staff/chip.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'
import { groupNamed } from '#web/words/recurring.ts'
import { eventInWords } from '#web/words/work-events.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Vụ việc tương tự',
    back: 'Về vụ việc',
    like: (what: string) => `Các vụ việc đã đóng cùng loại: ${what}.`,
    theirs: 'Của khách này',
    others: 'Của khách khác',
    noCategory: 'Hãy chọn loại vụ việc trước: vụ việc tương tự là vụ việc cùng loại.',
    none: 'Chưa có.',
    noneWithin: (days: number) => `Không có trong ${days} ngày qua.`,
    opened: (day: string, days: number) => `mở ngày ${day}, giải quyết trong ${days} ngày`,
    sameProduct: 'cùng sản phẩm',
    solved: 'khách nói đã ổn',
    unsolved: 'khách nói chưa ổn',
    reopened: (times: number) => `mở lại ${times} lần`,
  },
  en: {
    title: 'Similar cases',
    back: 'Back to the case',
    like: (what) => `Closed cases of the same category: ${what}.`,
    theirs: 'Of this customer',
    others: 'Of other customers',
    noCategory: 'Choose the category first: similar cases are those of the same category.',
    none: 'There are none yet.',
    noneWithin: (days) => `There are none within the last ${numberOf(days, DAYS)}.`,
    opened: (day, days) => `opened on ${day}, solved in ${numberOf(days, DAYS)}`,
    sameProduct: 'same product',
    solved: 'the customer said it is solved',
    unsolved: 'the customer said it is not solved',
    reopened: (times) => `opened again ${numberOf(times, ['time', 'times'])}`,
  },
})

export interface SimilarShown {
  readonly item: Case
  readonly theirs: readonly Case[]
  readonly others: readonly Case[]
  readonly companyRules: CompanyRules
  readonly lookedBackDays: number
}

export function similarPage(frame: Frame, shown: SimilarShown): Html {
  const { item, theirs, others, companyRules, lookedBackDays } = shown
  const { locale } = frame
  const words = WORDS[locale]
  const described = descriptionOf(item)
  const what = described && {
    category: described.category,
    product: described.fields.product ?? null,
  }
  const section = (title: string, cases: readonly Case[], none: string) =>
    html`<section><h2>${title}</h2>${cases.length === 0 ? html`<p class="quiet">${none}</p>` : cases.map((one) => caseShown(one, shown, frame))}</section>`
  const body = html`<p class="back"><a href="${workPath(item.workId)}">← ${words.back}</a></p>
      <h1>${words.title}</h1>
      ${
        what
          ? html`<p>${words.like(groupNamed(what, { cases: companyRules.cases, locale }))}</p>
            ${section(words.theirs, theirs, words.none)}${section(words.others, others, words.noneWithin(lookedBackDays))}`
          : html`<p class="empty">${words.noCategory}</p>`
      }`
  return framePage({ frame, section: 'work', title: words.title, body })
}

function caseShown(one: Case, { item, companyRules }: SimilarShown, { locale, company }: Frame): Html {
  const words = WORDS[locale]
  const { zone } = company
  const on = (instant: Instant) => localDateAt(instant, zone)
  const [opened, closed] = [on(openedAt(one)), closingOf(one)?.on ?? on(openedAt(one))]
  const { product } = descriptionOf(one)?.fields ?? {}
  const [said, again] = [saysSolved(one), reopeningsOf(one).length]
  const chips = [
    ...(isSameProduct(item, one) ? [chip(words.sameProduct, 'good')] : []),
    ...(said === null ? [] : [said ? chip(words.solved, 'good') : chip(words.unsolved, 'warn')]),
    ...(again === 0 ? [] : [chip(words.reopened(again), 'warn')]),
  ]
  const telling = {
    locale,
    at: (instant: Instant) => writtenInstant(instant, { zone, locale }),
    cases: companyRules.cases,
    departments: companyRules.departments,
  }
  const done = whatWasDone(one).map((event) => {
    const told = eventInWords(event, one, telling)
    return html`<li>${told.what}${told.note === null ? '' : html`<p class="words">${told.note}</p>`}</li>`
  })
  return html`<article data-similar="${one.workId}"><h3><a href="${workPath(one.workId)}">${product ?? one.workId}</a> <small>${words.opened(shortDate(opened, locale), daysBetween(opened, closed))}</small></h3>
            ${chips.length === 0 ? '' : html`<p class="chips">${chips.map((one) => html`${one} `)}</p>`}<ul class="plain">${done}</ul></article>`
}
