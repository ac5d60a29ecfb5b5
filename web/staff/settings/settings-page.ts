/** The rules of the company as they are in force, each with the file in which it stands. */
import { html } from 'hono/html'
import { COMPANY_FILES, COUNTRY_FOLDERS, STAFF_FILE } from '#core/campaign/company-files.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { SendingStop } from '#core/planning/sending-stop.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { stopInWords } from '#web/staff/sender-stop.ts'
import { companySections } from '#web/staff/settings/company-rules.ts'
import { policySection } from '#web/staff/settings/policies.ts'
import { type PublishedPeople, rosterSection } from '#web/staff/settings/roster.ts'
import { type VersionedCampaign, versionsSection } from '#web/staff/settings/versions.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Thiết lập',
    lead: 'Những gì đang có hiệu lực, để đọc. Không sửa gì ở đây: mỗi mục ghi tệp của nó; tệp được kiểm tra rồi mới có hiệu lực.',
    sending: 'Gửi thư',
    sends: 'Nhà cung cấp đang nhận thư của công ty.',
  },
  en: {
    title: 'Settings',
    lead: 'What is in force, to read. Nothing is changed here: each part names its file, and a file is checked before it holds.',
    sending: 'Sending',
    sends: 'The provider takes mails from us.',
  },
})

export interface SettingsShown {
  readonly companyRules: CompanyRules
  readonly campaigns: readonly VersionedCampaign[]
  readonly roster: PublishedPeople | undefined
  readonly stop: SendingStop | null
}

export function settingsPage(frame: Frame, { companyRules, campaigns, roster, stop }: SettingsShown): Html {
  const words = WORDS[frame.locale]
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead}</p>
      <section${stop ? html` class="attention"` : ''}><h2>${words.sending}</h2>${stop ? stopInWords(stop, frame) : html`<p>${words.sends}</p>`}</section>
      ${companySections(companyRules, { frame, languages: languagesOf(campaigns), file: `campaigns/${COMPANY_FILES.company}`, prices: `campaigns/${COMPANY_FILES.prices}` })}
      ${policySection(companyRules, { frame, folder: `campaigns/${COUNTRY_FOLDERS.policies}/` })}
      ${rosterSection(roster, { frame, file: `campaigns/${STAFF_FILE}` })}
      ${versionsSection(campaigns, frame)}`
  return framePage({ frame, section: 'settings', title: words.title, body })
}

const languagesOf = (campaigns: readonly VersionedCampaign[]): readonly string[] =>
  [...new Set(campaigns.flatMap(({ languages }) => languages))].toSorted()
