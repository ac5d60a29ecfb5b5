/** A logged event as the sayings read it: its values, and links to what it is about. */
import { html } from 'hono/html'
import type { LoggedEvent } from '#local/event-log.ts'
import { customerLinkFor, linkFor } from '#local/sections/link-for.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { type CampaignNames, occurrenceTitle } from '#web/staff/occurrence-title.ts'
import { occurrencePath } from '#web/staff/paths.ts'

export interface EventReader {
  readonly locale: PageLocale
  readonly values: LoggedEvent['values']
  readonly text: (key: string) => string
  readonly count: (key: string) => number
  /** The name of the campaign. */
  readonly campaign: () => string
  readonly occurrence: () => Html
  readonly customer: () => Html
  /** What staff work on, for who may open it. */
  readonly link: (led: Parameters<typeof linkFor>[0]) => Html
}

/** By the name of the event. */
export type Sayings = Readonly<Record<string, (event: EventReader) => Html>>

export function eventReader(
  { values }: LoggedEvent,
  { frame, campaigns }: { readonly frame: Pick<Frame, 'locale' | 'visitor'>; readonly campaigns: CampaignNames },
): EventReader {
  const { locale } = frame
  const text = (key: string) => String(values[key] ?? '')
  return {
    locale,
    values,
    text,
    count: (key) => Number(values[key] ?? 0),
    campaign: () => campaigns.name(text('campaignId')),
    occurrence: () =>
      html`<a href="${occurrencePath(text('occurrenceId'))}">${occurrenceTitle(text('occurrenceId'), campaigns, locale)}</a>`,
    customer: () => customerLinkFor({ customerId: text('customerId') }, frame),
    link: (led) => linkFor(led, frame),
  }
}
