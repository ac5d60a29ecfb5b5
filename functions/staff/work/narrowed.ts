/** What the filters of the list of work ask of an item, open or closed. */
import { isByMail, reasonOf, type WorkItem } from '#core/work/work-item.ts'
import type { WorkFilter } from '#web/staff/work/work-filter.ts'

export const isNarrowedTo = (item: WorkItem, { kind, campaign, from }: WorkFilter): boolean =>
  (kind === null || reasonOf(item) === kind) &&
  (from === null || isByMail(item)) &&
  (campaign === null || (item.subject.is !== 'right' && item.subject.campaignId === campaign))
