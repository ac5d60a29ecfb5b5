/** The ways to pause, resume and cancel a campaign that its state allows. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import { actLink } from '#web/staff/acts/act-link.ts'
import { type CampaignAct, campaignActPath } from '#web/staff/acts/campaign-acts.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import type { Frame } from '#web/staff/frame.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages<Readonly<Record<CampaignAct, string>>>({
  vi: { pause: 'Tạm dừng', resume: 'Chạy tiếp', cancel: 'Hủy hẳn' },
  en: { pause: 'Pause', resume: 'Resume', cancel: 'Cancel for good' },
})

/** Cancelling is offered on the campaign's own page alone. */
export function campaignActLinks(
  { definition, state }: Pick<ShownCampaign, 'definition' | 'state'>,
  frame: Frame,
  { withCancel = false }: { readonly withCancel?: boolean } = {},
): Html {
  const refused = notPermitted(frame, 'change-campaign')
  const link = (act: CampaignAct) =>
    actLink({ path: campaignActPath(definition.id, act), text: WORDS[frame.locale][act], refused, isLoud: act === 'resume' })
  switch (state) {
    case 'active':
      return html`${link('pause')}${withCancel ? html` ${link('cancel')}` : ''}`
    case 'paused':
      return html`${link('resume')}${withCancel ? html` ${link('cancel')}` : ''}`
    case 'cancelled':
      return html``
  }
}
