/** The customer of an item, beside it: how to address and reach them, what must not be used, what other work there is, and what happened so far. */

import { html } from 'hono/html'
import type { ConsentState } from '#core/audience/consent.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { ownerNamed } from '#core/staff/looking-after.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { isToRingBack } from '#core/work/missed-call.ts'
import { isOpen } from '#core/work/standing.ts'
import { isMissedHotline, type WorkItem } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { chip } from '#web/staff/chip.ts'
import { correctionForm } from '#web/staff/customers/correct-profile.ts'
import type { PersonEvent } from '#web/staff/customers/person-event.ts'
import { timelineList } from '#web/staff/customers/timeline.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { customerPath, workPath } from '#web/staff/paths.ts'
import { customersPhone, phoneToRingBack, writtenPhone } from '#web/staff/phone-link.ts'
import { type Behind, isStopped, type Stop } from '#web/staff/work/behind.ts'
import { ITEM_WORDS as WORDS } from '#web/staff/work/item-words.ts'
import { WORK_PAGE_WORDS } from '#web/staff/work/work-words.ts'
import { channelWords } from '#web/words/channels.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'
import { SUPPRESSION_WORDS } from '#web/words/suppressions.ts'
import { WORK_STATE_WORDS, workInWords } from '#web/words/work.ts'

export interface CustomerBeside {
  readonly consents: ConsentState | 'unreadable'
  /** Where the customer lives. */
  readonly zone: string
  /** The newest first. */
  readonly events: readonly PersonEvent[]
  /** Older ones stand on the customer's page. */
  readonly hasMore: boolean
  /** The latest first, without the item itself. */
  readonly otherWork: readonly WorkItem[]
}

interface Around {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  readonly companyRules: CompanyRules
  readonly people: readonly StaffMember[]
}

/** `beside` is null where the customer is not known, or gone. */
export function customerPanel(behind: Behind, beside: CustomerBeside | null, around: Around): Html {
  const { locale } = around.frame
  const words = WORDS[locale]
  if (beside === null) return html`<section><h2>${words.customer}</h2><p>${notThere(behind.item, locale)}</p></section>`
  return html`<section><h2>${words.customer}</h2>
          ${facts(behind, around)}
          ${correction(behind, around)}
          <h3>${words.stops}</h3>${stopList(behind.stops, beside, around)}
          <h3>${words.others}</h3>${otherList(beside.otherWork, locale)}
        </section>
        ${soFar(behind, beside, around)}`
}

function notThere(item: WorkItem, locale: PageLocale): string {
  const { caller, unknown, gone } = WORDS[locale]
  if (item.customerId !== null) return gone
  return isMissedHotline(item) ? caller : unknown
}

/** With the customer on the line: name and form of address are put right here, and the script follows. */
const correction = ({ customer, item }: Behind, { frame, companyRules: { channels } }: Around): Html | string =>
  customer ? correctionForm({ frame, customer, channels, outcome: null, back: workPath(item.workId) }) : ''

function facts({ item, customer, stops }: Behind, { frame: { locale }, people }: Around): Html {
  if (!customer) return html``
  const words = WORDS[locale]
  const { customerId, fullName, email, tier, owner } = customer
  // Honorifics are Vietnamese words in either language of this page.
  const spoken = salutationOf({ customer, locale: 'vi' }).greetingName
  return html`<dl>
            <dt>${words.name}</dt><dd><a href="${customerPath(customerId)}">${fullName}</a></dd>
            <dt>${words.address}</dt><dd><b>${spoken}</b></dd>
            <dt>${words.id}</dt><dd>${customerId}</dd>
            <dt>${words.phone}</dt><dd>${phoneOf({ item, customer, stops }, locale) ?? '–'}</dd>
            <dt>${words.email}</dt><dd>${email ?? '–'}</dd>
            ${tier === null ? '' : html`<dt>${words.tier}</dt><dd>${tier}</dd>`}
            ${owner === null ? '' : html`<dt>${words.owner}</dt><dd>${ownerNamed(owner, people)}</dd>`}
          </dl>`
}

function phoneOf({ item, customer, stops }: Pick<Behind, 'item' | 'customer' | 'stops'>, locale: PageLocale): Html | null {
  if (!customer || customer.phone === null) return null
  if (isToRingBack(item)) return phoneToRingBack(customer, locale)
  if (isStopped(customer.phone, stops))
    return html`${writtenPhone(customer.phone)} ${chip(WORK_PAGE_WORDS[locale].neverRing, 'warn')}`
  return customersPhone(customer, locale)
}

/** What is suppressed, and what the customer has refused. */
function stopList(
  stops: readonly Stop[],
  { consents }: CustomerBeside,
  { frame: { locale }, companyRules: { channels } }: Around,
): Html {
  const words = WORDS[locale]
  const suppressed = stops.map(({ value, suppression }) =>
    words.suppressed(value, suppression === 'unreadable' ? words.unreadableStop : SUPPRESSION_WORDS[locale][suppression.reason]),
  )
  const refused =
    consents === 'unreadable'
      ? [words.unreadableConsents]
      : PURPOSES.flatMap((purpose) =>
          channels
            .filter(({ id }) => consents[`${purpose}/${id}`]?.decision === 'withdrawn')
            .map(({ id }) => words.refused(PURPOSE_WORDS[locale][purpose], channelWords(id)[locale])),
        )
  const lines = [...suppressed, ...refused]
  if (lines.length === 0) return html`<p class="quiet">${words.noStops}</p>`
  return html`<ul class="plain" data-stops>${lines.map((line) => html`<li>${chip(line, 'warn')}</li>`)}</ul>`
}

/** The same lines as on the customer's page, which leads on. */
function soFar({ item: { customerId } }: Behind, { events, hasMore, zone }: CustomerBeside, around: Around): Html {
  const words = WORDS[around.frame.locale]
  const more = hasMore && customerId !== null
  return html`<section><h2>${words.soFar}</h2>${timelineList({ ...around, events, label: words.soFar, zone })}
          ${more ? html`<p><a href="${customerPath(customerId)}#timeline">${words.more}</a></p>` : ''}</section>`
}

function otherList(others: readonly WorkItem[], locale: PageLocale): Html {
  if (others.length === 0) return html`<p class="quiet">${WORDS[locale].noOthers}</p>`
  const line = (item: WorkItem) =>
    html`<li><a href="${workPath(item.workId)}">${workInWords(item, locale)}</a> ${isOpen(item) ? chip(WORK_STATE_WORDS[locale].confirm) : chip(WORK_STATE_WORDS[locale].closed, 'quiet')}</li>`
  return html`<ul class="plain">${others.map(line)}</ul>`
}
