/** The campaigns as they are in force, beside the files they came from: what is refused and why, when each next acts, and a way to pause it. */

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { changeCampaignState } from '#app/campaigns/change-campaign-state.ts'
import { nextDay } from '#app/campaigns/coming-days.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { LONGEST_REASON } from '#core/campaign/staff-text.ts'
import { weekdayOf } from '#core/time/local-date.ts'
import { problemTable, refusedFiles } from '#functions/staff/attention.ts'
import { frameOf, type KnownCampaigns, knownCampaigns, todayOf } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { actionButton, chip, type Frame, roomPage } from '#web/staff/frame.ts'
import { campaignPath, pathWith } from '#web/staff/paths.ts'
import { weekdayName, writtenInstant } from '#web/words/written.ts'

const CLASSES: Readonly<Record<Frame['locale'], Readonly<Record<ContentClass, string>>>> = {
  vi: { care: 'thăm hỏi', transactional: 'giao dịch', survey: 'khảo sát', advertising: 'quảng cáo' },
  en: { care: 'care', transactional: 'transactional', survey: 'survey', advertising: 'advertising' },
}

const WORDS = {
  vi: {
    title: 'Chiến dịch',
    lead: 'Sửa tệp trong campaigns/ hay templates/ rồi mở lại trang này: tệp đúng có hiệu lực ngay, tệp sai bị từ chối. Sửa company.json, prices.json, calendar/ hay policy/ thì cần khởi động lại.',
    leadAccepted: 'Chiến dịch có hiệu lực khi được nhận bằng care accept.',
    refused: 'Tệp bị từ chối',
    reload: 'Đọc lại các tệp',
    states: { active: 'đang chạy', paused: 'tạm dừng', cancelled: 'đã hủy' },
    version: (version: number, at: string, by: string) => `phiên bản ${version}, nhận lúc ${at} (${by})`,
    next: (date: string) => `Gửi lần tới: ${date}`,
    personal: 'Gửi theo ngày riêng của từng khách',
    never: 'Không có ngày gửi trong năm tới',
    pause: 'Tạm dừng',
    resume: 'Chạy tiếp',
    cancel: 'Hủy hẳn',
    cancelWhy:
      'Người đang chờ sẽ bị bỏ qua với lý do này, và không mở ngày nào nữa. Không thể chạy lại: muốn làm lại thì đặt mã khác.',
    because: 'Vì sao',
    tooLong: `Lý do dài quá ${LONGEST_REASON} ký tự, nên chưa có gì thay đổi.`,
    gone: 'Tệp không còn nữa. Phiên bản này vẫn có hiệu lực; hãy tạm dừng nếu không muốn gửi.',
    wrong: 'Tệp hiện đang sai, nên phiên bản này vẫn có hiệu lực.',
    json: 'Định nghĩa đang có hiệu lực',
    noSuch: 'Không có chiến dịch này',
  },
  en: {
    title: 'Campaigns',
    lead: 'Change a file in campaigns/ or templates/ and open this page again: a right file is in force at once, a wrong one is refused. Changes of company.json, prices.json, calendar/ or policy/ need a restart.',
    leadAccepted: 'A campaign comes in force when it is accepted with care accept.',
    refused: 'Refused files',
    reload: 'Read the files again',
    states: { active: 'active', paused: 'paused', cancelled: 'cancelled' },
    version: (version: number, at: string, by: string) => `version ${version}, accepted at ${at} (${by})`,
    next: (date: string) => `Next: ${date}`,
    personal: 'On each customer’s own day',
    never: 'No date within the year',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel for good',
    cancelWhy:
      'Whoever waits is skipped, and no date is opened any more. There is no way back: to begin anew, give it another id.',
    because: 'Why',
    tooLong: `The reason is longer than ${LONGEST_REASON} characters, so nothing was changed.`,
    gone: 'The file is gone. This version stays in force; pause it if it should not be sent.',
    wrong: 'The file is wrong at the moment, so this version stays in force.',
    json: 'The definition in force',
    noSuch: 'No such campaign',
  },
} as const

export function campaignRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  const { files, stores } = system

  app.get('/campaigns', async (context) => {
    const frame = frameOf(system, context)
    const words = WORDS[frame.locale]
    const campaigns = await knownCampaigns(system, frame.locale)
    const standing = files?.standing() ?? null
    const wrong = standing !== null && (standing.problems.length > 0 || standing.companyChanged)
    const body = html`<h1>${words.title}</h1>
      <p class="quiet">${files ? words.lead : words.leadAccepted}</p>
      ${files ? html`<div class="actions">${actionButton({ action: '/campaigns/reload', text: words.reload, quiet: true })}</div>` : ''}
      ${standing && wrong ? html`<section class="attention"><h2>${words.refused}</h2>${refusedFiles(standing, frame.locale)}</section>` : ''}
      <section>${campaigns.latest.map((campaign) => card({ system, frame, campaigns, campaign, linked: true }))}</section>`
    return context.html(roomPage({ frame, section: 'campaigns', title: words.title, body }))
  })

  app.post('/campaigns/reload', async (context) => {
    await files?.reload()
    return context.redirect('/campaigns', 303)
  })

  app.get('/campaigns/:id', async (context) => {
    const frame = frameOf(system, context)
    const words = WORDS[frame.locale]
    const campaigns = await knownCampaigns(system, frame.locale)
    const campaign = campaigns.latest.find(({ definition }) => definition.id === context.req.param('id'))
    if (!campaign)
      return context.html(
        roomPage({ frame, section: 'campaigns', title: words.noSuch, body: html`<h1>${words.noSuch}</h1>` }),
        404,
      )
    const title = campaign.definition.name[frame.locale]
    const standing = files?.standing() ?? null
    const file = standing?.files.get(campaign.definition.id)
    const problems = standing?.problems.filter((problem) => problem.file === file) ?? []
    const isTooLong = context.req.query('refused') === 'too-long'
    const body = html`<h1>${title}</h1>
      ${isTooLong ? html`<p class="said warn" role="status">${words.tooLong}</p>` : ''}
      <section>${card({ system, frame, campaigns, campaign, linked: false })}</section>
      ${(campaigns.states.get(campaign.definition.id) ?? 'active') === 'cancelled' ? '' : cancelSection(campaign, frame)}
      ${problems.length > 0 ? html`<section class="attention"><h2>${words.refused}</h2>${problemTable(problems, frame.locale)}</section>` : ''}
      <section><h2>${words.json}</h2><pre>${JSON.stringify(campaign.definition, null, 2)}</pre></section>`
    return context.html(roomPage({ frame, section: 'campaigns', title, body }))
  })

  const setState = (to: CampaignState, why: string | null) => async (context: Context) => {
    const campaignId = context.req.param('id') ?? ''
    const known = (await stores.campaigns.latest()).some(({ definition }) => definition.id === campaignId)
    if (!known) return context.notFound()
    const written = why === null ? (await context.req.parseBody()).because : why
    const because = typeof written === 'string' ? written.trim() : ''
    if (because === '') return context.redirect(campaignPath(campaignId), 303)
    const change = { campaignId, to, at: system.clock.now(), by: system.by, because }
    const answer = await changeCampaignState(stores, change)
    const refused = 'refused' in answer ? answer.refused : null
    return context.redirect(pathWith(campaignPath(campaignId), { refused }), 303)
  }
  app.post('/campaigns/:id/pause', setState('paused', 'paused in the control room'))
  app.post('/campaigns/:id/resume', setState('active', 'resumed in the control room'))
  app.post('/campaigns/:id/cancel', setState('cancelled', null))
  return app
}

function cancelSection({ definition }: AcceptedCampaign, { locale }: Frame): Html {
  const words = WORDS[locale]
  return html`<section><details><summary>${words.cancel}</summary>
        <p>${words.cancelWhy}</p>
        <form method="post" action="${campaignPath(definition.id)}/cancel" class="filters">
          <div class="wide"><label for="because">${words.because}</label><input id="because" name="because" required maxlength="${LONGEST_REASON}" autocomplete="off"></div>
          <button class="quiet">${words.cancel}</button>
        </form>
      </details></section>`
}

function card({
  system,
  frame,
  campaigns,
  campaign,
  linked,
}: {
  system: StaffSystem
  frame: Frame
  campaigns: KnownCampaigns
  campaign: AcceptedCampaign
  linked: boolean
}): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const { definition, version, acceptedAt, acceptedBy } = campaign
  const state = campaigns.states.get(definition.id) ?? 'active'
  const standing = system.files?.standing() ?? null
  const file = standing?.files.get(definition.id)
  const wrong = standing?.problems.some((problem) => problem.file === file)
  const next = nextDay({ campaign: definition, from: todayOf(system), companyRules: system.companyRules })
  const when =
    next.kind === 'day'
      ? words.next(`${weekdayName(weekdayOf(next.date), locale)}, ${shortDate(next.date, locale)}`)
      : words[next.kind]
  const path = campaignPath(definition.id)
  return html`<div class="card"><div>
          <h3>${linked ? html`<a href="${path}">${definition.name[locale]}</a>` : definition.name[locale]}
            ${chip(words.states[state], state === 'active' ? 'good' : 'warn')} ${chip(CLASSES[locale][definition.contentClass], 'quiet')}</h3>
          <p>${when}</p>
          <p class="quiet"><small>${words.version(version, writtenInstant(acceptedAt, { zone: company.zone, locale }), acceptedBy)}${file ? html` · <code>${file}</code>` : ''}</small></p>
          ${standing && file === undefined ? html`<p class="said warn">${words.gone}</p>` : wrong ? html`<p class="said warn">${words.wrong}</p>` : ''}
          </div><div class="actions">${
            state === 'active'
              ? actionButton({ action: `${path}/pause`, text: words.pause, quiet: true })
              : state === 'paused'
                ? actionButton({ action: `${path}/resume`, text: words.resume })
                : ''
          }</div>
        </div>`
}
