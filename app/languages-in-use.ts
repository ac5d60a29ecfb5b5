/** Which languages customers read, from enough of them to know: a campaign that does not speak one writes to its readers in another. */
import type { WordedCampaign } from '#app/accept-campaigns.ts'
import type { CustomerStore } from '#app/ports.ts'

/** Partitions are even shares of everybody: what none of so many reads is read by few. */
const ENOUGH = 5_000
const LAST_PARTITION = 255

/** How many of those looked at read each language. */
export async function languagesInUse(customers: Pick<CustomerStore, 'inPartitions'>): Promise<ReadonlyMap<string, number>> {
  const readers = new Map<string, number>()
  let seen = 0
  for await (const page of customers.inPartitions({ first: 0, last: LAST_PARTITION })) {
    for (const { customer } of page) readers.set(customer.locale, (readers.get(customer.locale) ?? 0) + 1)
    seen += page.length
    if (seen >= ENOUGH) break
  }
  return readers
}

export interface MissingLanguage {
  readonly template: string
  readonly locale: string
  /** Of the customers looked at. */
  readonly readers: number
}

/** Languages that customers read and a template is not written in, neither as such nor in its base (`en` for `en-AU`); each template once. */
export function missingLanguages(
  accepting: readonly WordedCampaign[],
  readers: ReadonlyMap<string, number>,
): readonly MissingLanguage[] {
  const templates = new Map(accepting.map(({ words }) => [words.template, words]))
  return [...templates.values()].flatMap(({ template, mails }) =>
    [...readers]
      .filter(([locale]) => !Object.hasOwn(mails, locale) && !Object.hasOwn(mails, locale.split('-')[0] ?? locale))
      .map(([locale, count]) => ({ template, locale, readers: count })),
  )
}
