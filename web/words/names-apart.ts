/** What the work of one line is called: two calls to one customer that would read alike are told apart by their campaign, and by when they came. */
import type { Instant } from '#core/time/instant.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { workInWords } from '#web/words/work.ts'

const CAME = bothLanguages({
  vi: (at: string) => `có từ ${at}`,
  en: (at: string) => `since ${at}`,
})

export interface Naming {
  readonly locale: PageLocale
  readonly at: (instant: Instant) => string
  readonly campaignName: (campaignId: string) => string
}

/** Whether some of it needs the name of a campaign. */
export const readAlike = (items: readonly WorkItem[], locale: PageLocale): boolean =>
  items.some((item) => alikeTo(item, items, (one) => workInWords(one, locale)))

export function nameApart(item: WorkItem, { items, ...naming }: Naming & { readonly items: readonly WorkItem[] }): string {
  const { locale, at, campaignName } = naming
  const name = (one: WorkItem) => workInWords(one, locale)
  if (!alikeTo(item, items, name)) return name(item)
  const campaign = (one: WorkItem) => campaignOf(one, campaignName)
  const isOfOne = alikeTo(item, items, (one) => `${name(one)} ${campaign(one)}`)
  const said = [campaign(item), ...(isOfOne ? [CAME[locale](at(openedAt(item)))] : [])].filter((text) => text !== '')
  return `${name(item)} (${said.join(', ')})`
}

const campaignOf = ({ subject }: WorkItem, campaignName: Naming['campaignName']): string =>
  subject.is === 'right' || subject.campaignId === null ? '' : campaignName(subject.campaignId)

/** Where customers share a number their names tell the work apart. */
const alikeTo = (item: WorkItem, items: readonly WorkItem[], nameOf: (item: WorkItem) => string): boolean =>
  items.some((other) => other.workId !== item.workId && other.customerId === item.customerId && nameOf(other) === nameOf(item))
