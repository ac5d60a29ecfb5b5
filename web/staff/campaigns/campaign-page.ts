/** One campaign as marketing asks about it: what it says, when and to how many, how it came out, what went wrong, what it costs; its definition last. */

import { html } from 'hono/html'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { readPause } from '#core/campaign/health-pause.ts'
import type { Script } from '#core/campaign/script.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Html } from '#web/customer/page.ts'
import { saidDone } from '#web/staff/acts/said-done.ts'
import { campaignActLinks } from '#web/staff/campaigns/campaign-act-links.ts'
import { budgetTable, type CampaignDetail, scoresTable, totalsLine } from '#web/staff/campaigns/campaign-detail.ts'
import { troublesSection } from '#web/staff/campaigns/campaign-troubles.ts'
import { nextDatesList } from '#web/staff/campaigns/next-dates.ts'
import { problemTable } from '#web/staff/campaigns/refused-files.ts'
import { saysSection } from '#web/staff/campaigns/says-section.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import { fileGone, versionLine } from '#web/staff/campaigns/version-line.ts'
import { chip } from '#web/staff/chip.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { logLink } from '#web/staff/log-link.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import { occurrenceTable } from '#web/staff/occurrences/occurrence-lines.ts'
import { occurrencesPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CAMPAIGN_STATE_WORDS, CLASS_WORDS } from '#web/words/campaigns.ts'
import { pauseInWords } from '#web/words/system-reasons.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    changed: {
      active: (at: string, by: string) => `Chạy tiếp từ ${at}, do ${by}:`,
      paused: (at: string, by: string) => `Tạm dừng từ ${at}, do ${by}:`,
      cancelled: (at: string, by: string) => `Đã hủy lúc ${at}, do ${by}:`,
    },
    refused: 'Tệp hiện đang sai, nên phiên bản này vẫn có hiệu lực',
    says: { letter: 'Thư viết gì', call: 'Nhân viên nói gì' },
    next: 'Lần tới',
    budget: 'Ngân sách',
    scores: 'Điểm',
    occurrences: 'Các dịp',
    all: 'Mọi dịp của chiến dịch này',
    none: 'Chưa dịp nào có người. Dịp đầu tiên sẽ đứng ở đây, một ngày trước khi gửi.',
    json: 'Định nghĩa đang có hiệu lực (JSON)',
  },
  en: {
    changed: {
      active: (at: string, by: string) => `Resumed at ${at} by ${by}:`,
      paused: (at: string, by: string) => `Paused since ${at} by ${by}:`,
      cancelled: (at: string, by: string) => `Cancelled at ${at} by ${by}:`,
    },
    refused: 'The file is wrong at the moment, so this version stays in force',
    says: { letter: 'What it says', call: 'What staff say' },
    next: 'Next',
    budget: 'Budget',
    scores: 'Scores',
    occurrences: 'Occurrences',
    all: 'Every occurrence of this campaign',
    none: 'No occurrence had anybody yet. The first will stand here, a day before it is sent.',
    json: 'The definition in force (JSON)',
  },
})

interface LastChange {
  readonly state: CampaignState
  readonly at: Instant
  readonly by: string
  readonly because: string
}

export interface CampaignPage {
  readonly campaign: ShownCampaign
  readonly campaigns: CampaignNames
  /** Undefined where none are stored. */
  readonly words: CampaignWords | undefined
  /** Of a campaign of calls; undefined where its file is gone. */
  readonly script: Script | undefined
  readonly detail: CampaignDetail
  /** Undefined where nobody ever paused it. */
  readonly lastChange: LastChange | undefined
  /** The act that led here. */
  readonly done: string | undefined
}

export function campaignPage(frame: Frame, shown: CampaignPage): Html {
  const { locale } = frame
  const { campaign, campaigns, detail } = shown
  const words = WORDS[locale]
  const { definition, state } = campaign
  const title = definition.name[locale]
  const isOfCalls = campaigns.isOfCalls(definition.id)
  const body = html`<div class="card head"><div class="card-facts"><h1>${title} ${chip(CAMPAIGN_STATE_WORDS[locale][state], state === 'active' ? 'good' : 'warn')} ${chip(CLASS_WORDS[locale][definition.contentClass], 'quiet')}</h1>
        ${versionLine(campaign, frame)}${changeLine(shown, frame)}</div>
        <div class="actions">${campaignActLinks(campaign, frame, { withCancel: true })}</div></div>
      ${saidDone(shown.done, locale)}
      ${fileTroubles(campaign, frame)}
      ${troublesSection(detail, frame)}
      <div class="columns">
        <section><h2>${words.next}</h2>${nextDatesList(detail, { frame, state, kind: definition.occasion.kind, isOfCalls })}</section>
        <section><h2>${words.budget}</h2>${budgetTable(detail, { frame, hasBudget: definition.budget !== undefined })}</section>
      </div>
      <section><h2>${words.says[isOfCalls ? 'call' : 'letter']}</h2>${saysSection({ definition, letters: shown.words, script: shown.script }, locale)}</section>
      <section><h2>${words.occurrences}</h2>
        ${totalsLine(detail, { locale, isOfCalls })}
        ${occurrenceTable(detail.lines, { frame, campaigns, label: words.occurrences, empty: words.none, ofOne: true })}
        <p><a href="${occurrencesPath({ campaign: definition.id })}">${words.all} →</a></p>
      </section>
      ${detail.scores ? html`<section><h2>${words.scores}</h2>${scoresTable(detail.scores, frame)}</section>` : ''}
      <section><details><summary>${words.json}</summary><pre>${JSON.stringify(definition, null, 2)}</pre></details></section>
      ${logLink(frame, definition.id)}`
  return framePage({ frame, section: 'campaigns', title, body })
}

/** Who brought the campaign into its state, since when and why. */
function changeLine({ lastChange: change, campaigns }: CampaignPage, { locale, company }: Frame): Html | string {
  if (!change) return ''
  const pause = readPause(change)
  const own = pause && pauseInWords(pause, locale)
  const said = WORDS[locale].changed[change.state](
    writtenInstant(change.at, { zone: company.zone, locale }),
    own?.by ?? change.by,
  )
  // In the system's own words there is nobody to be quoted.
  const because =
    pause && own
      ? html`${own.because} (${occurrenceLink(pause.occurrenceId, { campaigns, locale })}).`
      : html`“${change.because}”`
  return html`<p data-changed="${change.state}">${said} ${because}</p>`
}

function fileTroubles({ file }: ShownCampaign, frame: Frame): Html | string {
  const { locale } = frame
  if (file === 'gone') return fileGone(frame)
  if (file === null || file.problems.length === 0) return ''
  return html`<section class="attention"><h2>${WORDS[locale].refused}</h2>${problemTable(file.problems, locale)}</section>`
}
