/** Campaign files that were refused, with their reasons. */
import { html } from 'hono/html'
import { companyPlaces } from '#core/campaign/company-files.ts'
import type { Problem } from '#core/campaign/problem.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

/** What the campaign files came to when they were last read. */
export interface FilesStanding {
  readonly problems: readonly Problem[]
  /** A file beside the campaigns (company, prices, calendar, policy) is not what the system was started with. */
  readonly companyChanged: boolean
  /** The file of each campaign, by id. */
  readonly files: ReadonlyMap<string, string>
}

const WORDS = bothLanguages({
  vi: {
    refused: 'Tệp bị từ chối. Phiên bản đã nhận lần trước vẫn có hiệu lực.',
    columns: ['Tệp', 'Chỗ', 'Giá trị', 'Đúng ra là'],
    companyChanged: `${companyPlaces('hoặc')} đã thay đổi: hãy khởi động lại (npm start) để dùng.`,
  },
  en: {
    refused: 'Refused files. The version accepted last stays in force.',
    columns: ['File', 'Place', 'Value', 'What would be right'],
    companyChanged: `${companyPlaces('or')} has changed: restart (npm start) to use it.`,
  },
})

/** Whether there is anything to say about them. */
export const isRefused = ({ problems, companyChanged }: FilesStanding): boolean => problems.length > 0 || companyChanged

export function refusedFiles({ problems, companyChanged }: FilesStanding, locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`${problems.length > 0 ? html`<p>${words.refused}</p>${problemTable(problems, locale)}` : ''}
        ${companyChanged ? html`<p>${words.companyChanged}</p>` : ''}`
}

export const problemTable = (problems: readonly Problem[], locale: PageLocale): Html =>
  table({
    locale,
    label: WORDS[locale].refused,
    headings: WORDS[locale].columns,
    rows: problems.map(({ file, path, value, expected }) => [
      html`<code>${file}</code>`,
      html`<code>${path}</code>`,
      html`<code>${value}</code>`,
      expected[locale],
    ]),
  })
