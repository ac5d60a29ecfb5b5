/** The whole local system in memory, with the ready-made campaigns and a clock to move: where journeys take place. */
import { resolve } from 'node:path'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { events } from '#app/events.ts'
import type { ConsentState } from '#core/audience/consent.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { Instant } from '#core/time/instant.ts'
import { checkCampaignFiles } from '#functions/wiring/check-campaign-files.ts'
import { openMovableClock } from '#local/clock/movable-clock.ts'
import { timeMover } from '#local/clock/time-mover.ts'
import { startStack } from '#local/stack/start-stack.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'

const ROOT = resolve(import.meta.dirname, '../..')
export const PAGES = 'http://pages.test'

export interface JourneyPeople {
  readonly customers: readonly Customer[]
  readonly purchases?: readonly Purchase[]
  readonly consents: (customer: Customer) => ConsentState
}

export async function journeyStack({
  startAt,
  people,
  dynamoEngine = 'dynoxide',
  campaigns,
}: {
  startAt: Instant
  people: JourneyPeople
  /** Ids of those that run; all of them unless told. */
  campaigns?: readonly string[]
  dynamoEngine?: 'dynoxide' | 'dynalite'
}) {
  const { templates, problems } = await compileTemplates(resolve(ROOT, 'templates'))
  const folder = resolve(ROOT, 'campaigns')
  const checked = checkCampaignFiles(readCampaignFolder(folder, folder), templates)
  const found = [...problems, ...checked.problems]
  if (!checked.companyRules || found.length > 0) throw new Error(JSON.stringify(found))

  const alarms: { readonly name: string; readonly values: unknown }[] = []
  const sink = { event: () => {}, alarm: (name: string, values: unknown) => void alarms.push({ name, values }) }
  const clock = openMovableClock({ folder: null, startAt })
  const stack = await startStack({
    folder: null,
    clock,
    companyRules: checked.companyRules,
    templates,
    pages: PAGES,
    sink,
    dynamoEngine,
  })
  const { stores } = stack
  await stores.customers.put(people.customers)
  for (const customer of people.customers) await stores.customers.setConsents(customer.customerId, people.consents(customer))
  await stores.purchases.put(people.purchases ?? [])
  await acceptCampaigns(
    { campaigns: stores.campaigns, words: stores.words, events: events(sink) },
    {
      accepting: checked.accepting.filter(({ definition: { id } }) => campaigns?.includes(id) ?? true),
      at: startAt,
      by: 'journey',
    },
  )
  const mover = timeMover({ clock, engines: stack.engines, drain: stack.drain })
  return {
    ...stack,
    clock,
    alarms,
    moveTo: async (target: Instant) => {
      const result = await mover.advanceTo(target)
      if (result.outcome !== 'arrived') throw new Error(JSON.stringify(result))
    },
    /** Every mail in the mailbox, oldest first. */
    mails() {
      const all = []
      for (let after: string | undefined; ; ) {
        const page = stack.mailbox.list({ limit: 200, ...(after && { after }) })
        all.push(...page.messages)
        if (page.next === null) return all.reverse()
        after = page.next
      }
    },
    async stop() {
      await stack.stop()
      clock.close()
    },
  }
}
