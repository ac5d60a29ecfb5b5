/** Business events in the words of those who look after the campaigns. */
import { html } from 'hono/html'
import type { LoggedEvent } from '#local/event-log.ts'
import { CUSTOMER_SAYINGS } from '#local/sections/events/customer-sayings.ts'
import { DATA_SAYINGS } from '#local/sections/events/data-sayings.ts'
import { eventReader, type Sayings } from '#local/sections/events/event-reader.ts'
import { MACHINE_SAYINGS } from '#local/sections/events/machine-sayings.ts'
import { MAIL_SAYINGS } from '#local/sections/events/mail-sayings.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    none: 'Chưa có gì xảy ra. Hãy cho thời gian chạy.',
  },
  en: {
    none: 'Nothing has happened yet. Let time move.',
  },
})

export function eventList({
  frame,
  campaigns,
  logged,
}: {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  readonly logged: readonly LoggedEvent[]
}): Html {
  const { locale, company } = frame
  if (logged.length === 0) return html`<p class="quiet">${WORDS[locale].none}</p>`
  return html`<ul class="plain">${logged.map(
    (each) =>
      html`<li>${eventInWords(each, { frame, campaigns })}<br><small>${writtenInstant(each.at, { zone: company.zone, locale })}</small></li>`,
  )}</ul>`
}

const SAYINGS: Sayings = { ...MAIL_SAYINGS, ...CUSTOMER_SAYINGS, ...DATA_SAYINGS, ...MACHINE_SAYINGS }

/** An event that has no words is shown as it was logged. */
export function eventInWords(
  event: LoggedEvent,
  reading: { readonly frame: Pick<Frame, 'locale' | 'visitor'>; readonly campaigns: CampaignNames },
): Html {
  const { name, values } = event
  const saying = Object.hasOwn(SAYINGS, name) ? SAYINGS[name] : undefined
  return saying ? saying(eventReader(event, reading)) : html`${name} <code>${JSON.stringify(values)}</code>`
}
