/** What a campaign's letter or call says to one customer, in every language of its words. Nothing is stored, and no voucher is issued. */

import { findPeople } from '#app/person/find-people.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { CustomerFinder, CustomerStore, Person } from '#app/ports/customers.ts'
import type { Letter } from '#app/ports/letters.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import { insteadOfCalls } from '#core/campaign/call-touch.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { mayDo } from '#core/staff/role.ts'
import { localDateAt } from '#core/time/zone.ts'
import { previewedCall } from '#functions/staff/campaigns/previewed-call.ts'
import { samplePerson } from '#functions/staff/campaigns/sample-person.ts'
import { MAIL_HEADERS, withLinksBeside } from '#functions/staff/campaigns/shown-mail.ts'
import { whyNotSent } from '#functions/staff/campaigns/why-not-sent.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { previewLetter } from '#functions/wiring/preview-letter.ts'
import type { NotSent } from '#web/staff/campaigns/not-sent.ts'
import { type PreviewedLetter, previewPage } from '#web/staff/campaigns/preview-page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import type { ShownScript } from '#web/staff/work/script-card.ts'

export interface PreviewSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'campaigns' | 'words' | 'suppressions' | 'doNotCall' | 'seals'> & {
    readonly customers: Pick<CustomerStore, 'getMany' | 'page'>
    readonly finder: CustomerFinder
    readonly purchases: Pick<PurchaseStore, 'ofCustomer'>
  }
}

export function previewRoutes(system: PreviewSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)

  app.get('/campaigns/:id/preview', needs('see-figures'), async (context) => {
    const frame = frameOf(system, context)
    const found = await letterAsked(system, frame, {
      id: context.req.param('id'),
      typed: context.req.query('customer') ?? '',
    })
    if (!found) return context.html(noSuchPage(frame, 'campaign'), 404)
    const letters = found.languages.map((language) => ({ language, ...found.write(language) }))
    return context.html(previewPage(frame, { ...found, letters }))
  })

  app.get('/campaigns/:id/preview/:language', needs('see-figures'), async (context) => {
    const { id, language } = context.req.param()
    const found = await letterAsked(system, frameOf(system, context), { id, typed: context.req.query('customer') ?? '' })
    const written = found?.languages.includes(language) ? found.write(language) : undefined
    if (!written?.letter) return context.notFound()
    return context.body(withLinksBeside(written.letter.html), 200, {
      ...MAIL_HEADERS,
      'content-type': 'text/html; charset=utf-8',
    })
  })
  return app
}

type Written = Pick<PreviewedLetter, 'letter' | 'problem'>

interface Previewed {
  readonly campaign: AcceptedCampaign['definition']
  readonly customer: Customer
  /** What was typed; null when the made-up customer is shown. */
  readonly asked: string | null
  /** Whom it may mean; none where nobody is found, one where they are shown. */
  readonly choices: readonly Pick<Customer, 'customerId' | 'fullName'>[]
  /** Others may be meant besides. */
  readonly hasMore: boolean
  /** Why the customer who was chosen would not get it; null when they may, and for the made-up one. */
  readonly notSent: NotSent | null
  readonly campaignName: (campaignId: string) => string
  /** As if the visitor rang; null for a campaign of letters. */
  readonly call: ShownScript | null
  readonly languages: readonly string[]
  readonly write: (language: string) => Written
}

async function letterAsked(
  { stores, companyRules }: PreviewSystem,
  frame: Frame,
  { id, typed }: { readonly id: string; readonly typed: string },
): Promise<Previewed | undefined> {
  const { latest, states, name: campaignName } = await knownCampaigns({ stores }, frame.locale)
  const accepted = latest.find(({ definition }) => definition.id === id)
  if (!accepted) return undefined
  const asked = typed.trim() === '' || !frame.visitor || !mayDo(frame.visitor.role, 'see-people') ? null : typed.trim()
  const [words, found] = await Promise.all([
    wordsOf({ stores }, accepted),
    asked === null ? NOBODY : peopleMeant(stores, { asked, frame }),
  ])
  const [one, ...others] = found.people
  const real =
    one && others.length === 0
      ? { person: one, purchases: await stores.purchases.ofCustomer(one.customer.customerId) }
      : undefined
  const today = localDateAt(frame.now, companyRules.company.zone)
  const { customer, purchases } = real ? { ...real, customer: real.person.customer } : samplePerson(companyRules.company, today)
  const state = states.get(id) ?? 'active'
  // Of a campaign of calls: whether the mail instead would reach them.
  const letter = insteadOfCalls(accepted.definition, companyRules.channels) ?? accepted.definition
  const asking = { campaign: letter, state, date: today, companyRules }
  const campaigns = latest.map(({ definition }) => definition)
  const about = { campaign: accepted.definition, campaigns, companyRules, purchases, now: frame.now }
  return {
    campaign: accepted.definition,
    customer,
    asked,
    choices: found.people.map(({ customer }) => customer),
    hasMore: found.hasMore,
    notSent: real ? await whyNotSent(stores, { ...asking, person: real.person }) : null,
    campaignName,
    call: previewedCall({
      campaign: accepted.definition,
      companyRules,
      customer,
      purchases,
      today,
      agent: frame.visitor?.name ?? '',
    }),
    languages: words ? Object.keys(words.mails).toSorted(vietnameseFirst) : [],
    write: (language) => writtenIn({ about, words, customer: { ...customer, locale: language } }),
  }
}

const vietnameseFirst = (a: string, b: string) => (a === 'vi' ? -1 : b === 'vi' ? 1 : a < b ? -1 : 1)

/** The words that the version was accepted with; undefined for one accepted before words were kept. */
export async function wordsOf(
  { stores }: { readonly stores: Pick<StaffStores, 'words'> },
  { words: hash }: Pick<AcceptedCampaign, 'words'>,
): Promise<CampaignWords | undefined> {
  const found = hash === undefined ? undefined : await stores.words.read(hash)
  return found === 'unreadable' ? undefined : found
}

/** More than these are narrowed by typing more. */
const MOST_CHOICES = 10
/** Longer than any name, number, address or id. */
const LONGEST_SEARCH = 300

interface Meant {
  readonly people: readonly Person[]
  readonly hasMore: boolean
}
const NOBODY: Meant = { people: [], hasMore: false }

/** As on the page of customers; an id that is typed as it is means its customer alone. */
async function peopleMeant(
  stores: PreviewSystem['stores'],
  { asked, frame }: { readonly asked: string; readonly frame: Frame },
): Promise<Meant> {
  const text = asked.slice(0, LONGEST_SEARCH)
  const found = await findPeople(stores, { text, country: frame.company.country, after: undefined, limit: MOST_CHOICES })
  if ('refused' in found) return NOBODY
  const exact = found.people.find(({ customer }) => customer.customerId === text)
  return exact ? { people: [exact], hasMore: false } : { people: found.people, hasMore: found.next !== null }
}

interface About {
  readonly campaign: AcceptedCampaign['definition']
  readonly campaigns: readonly AcceptedCampaign['definition'][]
  readonly companyRules: CompanyRules
  readonly purchases: readonly Purchase[]
  readonly now: string
}

function writtenIn({
  about,
  words,
  customer,
}: {
  readonly about: About
  readonly words: CampaignWords | undefined
  readonly customer: Customer
}): Written {
  if (!words) return { letter: null, problem: null }
  const written = previewLetter({ ...about, words, customer })
  const letter: Letter | null = 'letter' in written ? written.letter : null
  return { letter, problem: 'problem' in written ? written.problem : null }
}
