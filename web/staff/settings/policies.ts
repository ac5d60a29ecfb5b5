/** What the law asks, by country and period: consent, hours and caps of each class through each channel, with the sources. */
import { html } from 'hono/html'
import { CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { PolicyPack, TouchRules } from '#core/campaign/policy-pack.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import type { Frame } from '#web/staff/frame.ts'
import { capInWords } from '#web/staff/settings/company-rules.ts'
import { fileLine } from '#web/staff/settings/file-line.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CLASS_WORDS } from '#web/words/campaigns.ts'
import { channelWords } from '#web/words/channels.ts'
import { namedCode } from '#web/words/named-code.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Quy định của từng nước',
    from: (from: string, to: string) => `từ ${from}${to === '' ? '' : ` đến ${to}`}`,
    checked: (on: string) => `kiểm tra ngày ${on}`,
    columns: ['Loại', 'Cần đồng ý', 'Giờ theo luật', 'Nhiều nhất', 'Nhãn'],
    consent: { 'opt-in': 'phải đồng ý trước', 'opt-out': 'được gửi nếu chưa từ chối', none: 'không cần' },
    any: 'luật không đặt giờ',
  },
  en: {
    title: 'The law of each country',
    from: (from: string, to: string) => `from ${from}${to === '' ? '' : ` to ${to}`}`,
    checked: (on: string) => `checked on ${on}`,
    columns: ['Class', 'Consent', 'Hours by law', 'At most', 'Label'],
    consent: { 'opt-in': 'asked for first', 'opt-out': 'unless refused', none: 'not needed' },
    any: 'the law sets none',
  },
})

type Period = PolicyPack['periods'][number]

export function policySection(
  { policies }: CompanyRules,
  { frame, folder }: { readonly frame: Frame; readonly folder: string },
): Html {
  const { locale, now, company } = frame
  const today = localDateAt(now, company.zone)
  return html`<section><h2>${WORDS[locale].title}</h2>
        ${policies.map(({ country, periods }) => periods.map((period) => periodPart({ country, period, today, locale })))}
        ${fileLine(folder, locale)}
      </section>`
}

/** The period that holds now is open, the others are folded. */
function periodPart({
  country,
  period,
  today,
  locale,
}: {
  readonly country: string
  readonly period: Period
  readonly today: string
  readonly locale: PageLocale
}): Html {
  const words = WORDS[locale]
  const { validFrom, validTo, checkedOn, sources, classes } = period
  const holds = validFrom <= today && (validTo === null || today <= validTo)
  const until = validTo === null ? '' : shortDate(validTo, locale)
  const named = `${namedCode({ type: 'region', code: country, locale })}, ${words.from(shortDate(validFrom, locale), until)}`
  const rows = CONTENT_CLASSES.flatMap((contentClass) =>
    Object.entries(classes[contentClass]).flatMap(([channel, rules]) =>
      rules ? [row(`${CLASS_WORDS[locale][contentClass]}, ${channelWords(channel)[locale]}`, { rules, locale })] : [],
    ),
  )
  return html`<details${holds ? html` open` : ''}><summary>${named}</summary>
          ${table({ locale, label: named, headings: words.columns, rows })}
          <p><small>${words.checked(shortDate(checkedOn, locale))}:</small></p>
          <ul>${sources.map((source) => html`<li><small>${typeof source === 'string' ? source : source[locale]}</small></li>`)}</ul></details>`
}

function row(name: string, { rules, locale }: { readonly rules: TouchRules; readonly locale: PageLocale }): readonly string[] {
  const words = WORDS[locale]
  const hours = rules.hours === null ? words.any : rules.hours.map(({ from, to }) => `${from} – ${to}`).join(', ')
  return [
    name,
    words.consent[rules.consent],
    hours,
    rules.caps.map((cap) => capInWords(cap, locale)).join('; '),
    rules.label ?? '',
  ]
}
