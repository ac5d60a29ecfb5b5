/** One rehearsal: how far it is, or what it found: its calendar, its campaigns, what to mend, its volumes, and the way to compare it. */
import { html } from 'hono/html'
import { type RehearsedSums, touchesOf } from '#core/rehearsal/rehearsed-sums.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'
import { selectField } from '#web/staff/filter-fields.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { logLink } from '#web/staff/log-link.ts'
import { comparisonPath, REHEARSALS_PATH } from '#web/staff/paths.ts'
import { blockersSection } from '#web/staff/rehearsal/blockers-section.ts'
import { heatMap } from '#web/staff/rehearsal/heat-map.ts'
import { campaignNamed, failureInWords, rehearsalTitle, stateChip, timeLeft } from '#web/staff/rehearsal/rehearsal-words.ts'
import { isOpen, REFRESH_SECONDS } from '#web/staff/rehearsal/rehearsals-page.ts'
import { volumesSection } from '#web/staff/rehearsal/volumes-section.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CUSTOMERS, numberOf } from '#web/words/number-of.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    all: 'Mọi lần diễn tập',
    count: (campaigns: number) => `${campaigns} chiến dịch`,
    asked: (by: string, at: string) => `${by} yêu cầu lúc ${at}`,
    over: (people: string, seconds: string) => `trên ${people} khách, mất ${seconds} giây`,
    waits: 'Lần này đang chờ lần trước chạy xong. Trang tự tải lại; bạn có thể rời đi.',
    runs: 'Đang diễn tập. Trang tự tải lại; bạn có thể rời đi.',
    progress: 'Đã chạy được',
    calendar: 'Lịch',
    nothing: 'Trong những ngày này không chiến dịch nào có khách đến dịp.',
    campaigns: 'Chiến dịch',
    columns: ['Chiến dịch', 'Thư', 'Cuộc gọi', 'Không nhận', 'Chi phí'],
    total: 'Tất cả',
    file: (file: string) => `tệp ${file}`,
    cost: 'Chi phí gồm thư, cuộc gọi và quà theo giá niêm yết.',
    compare: 'So sánh',
    compareLead: 'Điều gì thay đổi, nếu đổi từ một lần diễn tập khác cùng khoảng ngày sang lần này?',
    with: 'So với lần',
    show: 'So sánh',
    noOther: 'Chưa có lần nào khác cùng khoảng ngày. Hãy diễn tập thêm một lần, ví dụ với một tệp thử.',
  },
  en: {
    all: 'All rehearsals',
    count: (campaigns: number) => numberOf(campaigns, ['campaign', 'campaigns']),
    asked: (by: string, at: string) => `asked for by ${by} at ${at}`,
    over: (people: string, seconds: string) => `over ${numberOf(people, CUSTOMERS)}, in ${seconds} s`,
    waits: 'It waits for the one before it. The page loads itself again; you can leave it.',
    runs: 'It is under way. The page loads itself again; you can leave it.',
    progress: 'Done',
    calendar: 'Calendar',
    nothing: 'No campaign has a customer due in these days.',
    campaigns: 'Campaigns',
    columns: ['Campaign', 'Mails', 'Calls', 'Get nothing', 'Cost'],
    total: 'All',
    file: (file: string) => `file ${file}`,
    cost: 'The cost is mails, calls and gifts at list price.',
    compare: 'Compare',
    compareLead: 'What changes from another rehearsal of the same days to this one?',
    with: 'With the one of',
    show: 'Compare',
    noOther: 'There is no other of the same days yet. Rehearse once more, for instance with a file to try.',
  },
})

export interface RehearsalShown {
  readonly rehearsal: StoredRehearsal
  /** Null while it is not finished. */
  readonly sums: RehearsedSums | null
  readonly all: readonly StoredRehearsal[]
}

export function rehearsalPage(frame: Frame, { rehearsal, sums, all }: RehearsalShown): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const { state, byName, askedAt } = rehearsal
  const title = rehearsalTitle(rehearsal, locale)
  const facts = [
    words.asked(byName, writtenInstant(askedAt, { zone: company.zone, locale })),
    ...(state.is === 'finished' ? [words.over(writtenCount(state.customers, locale), writtenCount(state.seconds, locale))] : []),
  ]
  const body = html`<p class="trail"><a href="${REHEARSALS_PATH}">← ${words.all}</a></p>
      <h1>${title} ${stateChip(state, locale)}</h1>
      <p class="quiet">${facts.join(' · ')}</p>
      ${state.is === 'finished' && sums ? found({ rehearsal, sums, all }, frame) : standing(rehearsal, locale)}
      ${logLink(frame, rehearsal.rehearsalId)}`
  return framePage({ frame, section: 'rehearsals', title, body, refreshSeconds: isOpen(rehearsal) ? REFRESH_SECONDS : null })
}

function standing({ state, campaigns }: StoredRehearsal, locale: PageLocale): Html {
  const words = WORDS[locale]
  const names = html`<p class="quiet">${words.campaigns}: ${campaigns.map(({ name }) => name[locale]).join(', ')}</p>`
  if (state.is === 'failed') return html`<section class="attention"><p>${failureInWords(state, locale)}</p>${names}</section>`
  if (state.is !== 'under-way') return html`<section role="status"><p>${words.waits}</p>${names}</section>`
  const { percent, secondsLeft } = state
  return html`<section role="status"><p>${words.runs}</p>
        <label for="progress">${words.progress}: ${percent}%${secondsLeft === null ? '' : `, ${timeLeft(secondsLeft, locale)}`}</label>
        <progress id="progress" max="100" value="${percent}">${percent}%</progress>${names}</section>`
}

function found({ rehearsal, sums, all }: RehearsalShown & { readonly sums: RehearsedSums }, frame: Frame): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const shown = { rehearsal, sums }
  return html`<section><h2>${words.calendar}</h2>${sums.days.length === 0 ? html`<p class="quiet">${words.nothing}</p>` : heatMap(shown, locale)}</section>
      ${blockersSection(shown, locale)}
      <section><h2>${words.campaigns}</h2>${campaignTable(shown, locale)}<p class="quiet">${words.cost}</p></section>
      ${volumesSection(sums, locale)}
      <section id="compare"><h2>${words.compare}</h2><p>${words.compareLead}</p>${compareForm({ rehearsal, all }, frame)}</section>`
}

function campaignTable(
  { rehearsal, sums }: { readonly rehearsal: StoredRehearsal; readonly sums: RehearsedSums },
  locale: PageLocale,
): Html {
  const words = WORDS[locale]
  const name = campaignNamed(rehearsal, locale)
  const counts = sums.days.flatMap((day) => day.counts)
  const costs = new Map(sums.campaigns.map(({ campaign, cost }) => [campaign, cost]))
  const cells = (of: typeof counts, cost: number) => {
    const { mails, calls, others } = touchesOf({ counts: of }, sums.spoken)
    const numbers = [mails, calls, others].map((count) => html`<span class="number">${writtenCount(count, locale)}</span>`)
    return [...numbers, html`<span class="number">${writtenMoney({ amount: cost, currency: sums.currency }, locale)}</span>`]
  }
  const rows = rehearsal.campaigns.map(({ id, file }) => [
    html`${name(id)}${file === null ? '' : html` <small>(${words.file(file)})</small>`}`,
    ...cells(
      counts.filter(({ campaign }) => campaign === id),
      costs.get(id) ?? 0,
    ),
  ])
  const total = [
    html`<b>${words.total}</b>`,
    ...cells(
      counts,
      sums.campaigns.reduce((sum, { cost }) => sum + cost, 0),
    ),
  ]
  return table({ locale, label: words.campaigns, headings: words.columns, rows: [...rows, total] })
}

/** Those of the same days alone: of others every day would differ. */
export function compareForm(
  { rehearsal, all, chosen = null }: Pick<RehearsalShown, 'rehearsal' | 'all'> & { readonly chosen?: string | null },
  frame: Reading,
): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const others = all.filter(
    ({ rehearsalId, from, to, state }) =>
      rehearsalId !== rehearsal.rehearsalId && state.is === 'finished' && from === rehearsal.from && to === rehearsal.to,
  )
  if (others.length === 0) return html`<p class="quiet">${words.noOther}</p>`
  const options = others.map((one) => [one.rehearsalId, versionName(one, frame)] as const)
  return html`<form method="get" action="${comparisonPath(rehearsal.rehearsalId, null)}" class="filters">
        ${selectField({ name: 'before', label: words.with, chosen, options })}
        <button class="quiet">${words.show}</button>
      </form>`
}

/** What tells two rehearsals of the same days apart. */
export function versionName({ askedAt, byName, campaigns }: StoredRehearsal, { locale, company }: Reading): string {
  const files = campaigns.flatMap(({ file }) => file ?? [])
  const at = writtenInstant(askedAt, { zone: company.zone, locale })
  return [`${at}, ${byName}, ${WORDS[locale].count(campaigns.length)}`, ...files].join(', ')
}

type Reading = Pick<Frame, 'locale' | 'company'>
