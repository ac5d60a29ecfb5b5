/** What recurs among complaints: by which rule, how many customers in both periods, the cases behind it, what to do, and the campaign that would tell customers. */
import { html } from 'hono/html'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { playbookOf } from '#core/campaign/playbook.ts'
import type { CareFindings } from '#core/report/care-findings.ts'
import type { CaseBehind, DaysCompared, RecurringGroup } from '#core/report/recurring.ts'
import { stateOf } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { noticePath, workPath } from '#web/staff/paths.ts'
import { table } from '#web/staff/table.ts'
import { playbookParts } from '#web/staff/work/playbook-card.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { STEP_WORDS } from '#web/words/cases.ts'
import { groupNamed, percentOf, RECURRING_WORDS, recurringRuleInWords } from '#web/words/recurring.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Phản ánh lặp lại',
    back: 'Danh sách việc',
    periods: (now: string, before: string) => `${now}, so với ${before}.`,
    notCounted: 'Chưa có số liệu: mỗi ngày hệ thống đếm một lần, từ đầu giờ làm việc của công ty.',
    nothing: 'Không có phản ánh nào lặp lại.',
    columns: ['Kỳ', 'Khách', 'Vụ việc'],
    rows: ['Kỳ này', 'Kỳ trước'],
    cases: 'Các vụ việc của kỳ này',
    opened: (day: string) => `mở ngày ${day}`,
    closed: 'đã đóng',
    more: (count: number) => `và ${count} vụ việc nữa`,
    playbook: 'Cách xử lý',
    noPlaybook: (file: string) =>
      `Loại này chưa có hướng dẫn xử lý. Viết một tệp ${file} theo mẫu của product-quality.json: các bước, giới hạn, lời thư, ghi chú cho mỗi bản; chạy care check rồi triển khai như cases.json.`,
    notice: 'Báo cho khách',
    noticeLead:
      'Tải về một chiến dịch điền sẵn. Marketing xem lại lời thư (templates/notice-to-buyers), khách nào nhận và ngày gửi, chạy care check, care rehearse rồi care accept như mọi chiến dịch khác. Chưa có gì được gửi.',
    download: 'Tải chiến dịch điền sẵn (JSON)',
    others: 'Có nhiều khách nhưng không tăng rõ',
    othersLead: 'Đủ số khách, nhưng mức tăng có thể chỉ là ngẫu nhiên.',
    group: 'Loại và sản phẩm',
    chance: 'Khả năng do ngẫu nhiên',
  },
  en: {
    title: 'Complaints that recur',
    back: 'List of work',
    periods: (now, before) => `${now}, against ${before}.`,
    notCounted: 'Nothing is counted yet: it is, once a day, from the beginning of the company’s day on.',
    nothing: 'No complaint recurs.',
    columns: ['Period', 'Customers', 'Cases'],
    rows: ['Now', 'Before'],
    cases: 'The cases of now',
    opened: (day) => `opened on ${day}`,
    closed: 'closed',
    more: (count) => `and ${count} more`,
    playbook: 'What to do',
    noPlaybook: (file) =>
      `This category has no playbook yet. Write a file ${file} after product-quality.json: steps, limits, the reply, a note for each version; run care check and deploy it like cases.json.`,
    notice: 'Tell customers',
    noticeLead:
      'Download a prefilled campaign. Marketing looks at its words (templates/notice-to-buyers), its audience and its day, and runs care check, care rehearse and care accept as for any other. Nothing is sent by this.',
    download: 'Download the prefilled campaign (JSON)',
    others: 'Many customers, and no clear rise',
    othersLead: 'Enough customers, but chance alone may explain the rise.',
    group: 'Category and product',
    chance: 'By chance alone',
  },
})

export interface RecurringShown {
  /** Undefined while nothing was counted. */
  readonly findings: CareFindings | undefined
  /** Of the groups that recur; those that are gone are not among them. */
  readonly items: readonly Case[]
  readonly companyRules: Pick<CompanyRules, 'cases' | 'playbooks'>
}

export function recurringPage(frame: Frame, { findings, items, companyRules }: RecurringShown): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const telling = { locale, companyRules, items: new Map(items.map((item) => [item.workId, item])) }
  const recurring = findings?.groups.filter(({ recurs }) => recurs) ?? []
  const others = findings?.groups.filter(({ recurs }) => !recurs) ?? []
  const days = ({ from, to }: DaysCompared) => `${shortDate(from, locale)} - ${shortDate(to, locale)}`
  const body = html`<p class="back"><a href="/work">← ${words.back}</a></p>
      <h1>${words.title}</h1>
      ${findings ? html`<p>${words.periods(days(findings.periods.now), days(findings.periods.before))}</p>` : html`<p class="empty">${words.notCounted}</p>`}
      <p class="quiet">${recurringRuleInWords(companyRules.cases.recurring, locale)}</p>
      ${findings && recurring.length === 0 ? html`<p class="empty">${words.nothing}</p>` : ''}
      ${recurring.map((group) => groupSection(group, telling))}
      ${others.length === 0 ? '' : othersSection(others, telling)}`
  return framePage({ frame, section: 'work', title: words.title, body })
}

interface Telling {
  readonly locale: PageLocale
  readonly companyRules: RecurringShown['companyRules']
  readonly items: ReadonlyMap<string, Case>
}

/** So many are read of each group. */
export const CASES_SHOWN = 20

function groupSection(group: RecurringGroup, telling: Telling): Html {
  const { locale, companyRules } = telling
  const words = WORDS[locale]
  const { category, product, now, before, chance, behind } = group
  const playbook = playbookOf(companyRules.playbooks, category)
  const rows = [now, before].map(({ customers, cases }, at) => [words.rows[at] ?? '', String(customers), String(cases)])
  const { cannot, chance: byChance } = RECURRING_WORDS[locale]
  return html`<section data-recurs="${category}"><h2>${groupNamed(group, { cases: companyRules.cases, locale })}</h2>
        ${table({ locale, label: words.title, headings: words.columns, rows })}
        <p class="quiet">${byChance(percentOf(chance, locale))}</p>
        <h3>${words.cases}</h3><ul class="plain">${behind.slice(0, CASES_SHOWN).map((one) => caseLine(one, telling))}</ul>${behind.length > CASES_SHOWN ? html`<p class="quiet">${words.more(behind.length - CASES_SHOWN)}</p>` : ''}
        <h3>${words.playbook}</h3>${playbook ? playbookParts(playbook, locale) : html`<p>${words.noPlaybook(`campaigns/playbooks/${category}.json`)}</p>`}
        <h3>${words.notice}</h3><p>${words.noticeLead}</p><p class="quiet">${product === null ? cannot.none : cannot.product}</p>
        <p class="buttons"><a class="button quiet" href="${noticePath(group)}">${words.download}</a></p></section>`
}

/** A case that is gone, because its customer was erased, is left out. */
function caseLine({ workId, openedOn }: CaseBehind, { items, locale }: Telling): Html | string {
  const item = items.get(workId)
  if (!item) return ''
  const words = WORDS[locale]
  const state = stateOf(item)
  return html`<li><a href="${workPath(workId)}">${words.opened(shortDate(openedOn, locale))}</a>, ${state === 'closed' ? words.closed : STEP_WORDS[locale][state].toLowerCase()}</li>`
}

function othersSection(others: readonly RecurringGroup[], { locale, companyRules: { cases } }: Telling): Html {
  const words = WORDS[locale]
  const rows = others.map((group) => [
    groupNamed(group, { cases, locale }),
    String(group.now.customers),
    String(group.before.customers),
    percentOf(group.chance, locale),
  ])
  return html`<section><h2>${words.others}</h2><p class="quiet">${words.othersLead}</p>${table({ locale, label: words.others, headings: [words.group, ...words.rows, words.chance], rows })}</section>`
}
