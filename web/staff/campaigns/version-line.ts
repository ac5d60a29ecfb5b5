/** Which version of a campaign is in force, since when and by whom; and what is said where its file is gone. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    version: (version: number, at: string, by: string) => `phiên bản ${version}, nhận lúc ${at} (${by})`,
    gone: 'Tệp không còn nữa. Phiên bản này vẫn có hiệu lực; hãy tạm dừng nếu không muốn gửi.',
  },
  en: {
    version: (version: number, at: string, by: string) => `version ${version}, accepted at ${at} (${by})`,
    gone: 'The file is gone. This version stays in force; pause it if it should not be sent.',
  },
})

type Version = Pick<ShownCampaign, 'version' | 'acceptedAt' | 'acceptedBy' | 'file'>

export function versionLine({ version, acceptedAt, acceptedBy, file }: Version, { locale, company }: Frame): Html {
  const at = writtenInstant(acceptedAt, { zone: company.zone, locale })
  const path = file === null || file === 'gone' ? '' : html` · <code>${file.path}</code>`
  return html`<p class="quiet"><small>${WORDS[locale].version(version, at, acceptedBy)}${path}</small></p>`
}

export const fileGone = ({ locale }: Pick<Frame, 'locale'>): Html => html`<p class="said warn">${WORDS[locale].gone}</p>`
