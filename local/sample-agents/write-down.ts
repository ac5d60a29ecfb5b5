/** A sample agent writes down what a complaint is about, and adds the photo that some customers sent them by Zalo. */
import { readFileSync } from 'node:fs'
import { addCaseFile } from '#app/desk/add-case-file.ts'
import { type WorkOnCasePorts, workOnCase } from '#app/desk/work-on-case.ts'
import type { Events } from '#app/events.ts'
import { wordsBehind } from '#app/sending/words-behind.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { descriptionOf, typeOf } from '#core/work/case/case-standing.ts'
import { type Case, openedAt } from '#core/work/work-item.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { complaintDescription } from '#local/sample-agents/complaint-description.ts'
import { inLog, type LogParts } from '#local/sample-agents/in-log.ts'
import { chance } from '#local/sample-company/chance.ts'

export interface WritingDown {
  readonly stores: Pick<StaffStores, 'work' | 'roster' | 'replies' | 'purchases' | 'caseFiles' | 'auditLog'>
  readonly companyRules: CompanyRules
  readonly events: WorkOnCasePorts['events'] & LogParts['events'] & Pick<Events, 'caseFileAdded' | 'caseFileRefused'>
}

/** Of a hundred complaints about what a product is like. */
const [BAD_TEA, PHOTOS] = [75, 50]
const PHOTO = new URL('./photo-of-mouldy-tea.jpg', import.meta.url)

/** The case as it stands then. */
export async function writeDown(
  { stores, companyRules, events }: WritingDown,
  { item, member: { name: by, address }, at }: { readonly item: Case; readonly member: StaffMember; readonly at: Instant },
): Promise<Case> {
  const { customerId, workId } = item
  if (typeOf(item) !== 'complaint' || descriptionOf(item)) return item
  const described = complaintDescription({
    said: await wordsBehind(stores, item),
    purchases: customerId === null ? [] : await stores.purchases.ofCustomer(customerId),
    categories: companyRules.cases.categories,
    date: localDateAt(openedAt(item), companyRules.company.zone),
    isBadTea: chance(stableHash(`${workId} tea`)).happens(BAD_TEA),
  })
  if (described === null) return item
  const act = { is: 'describe', type: null, ...described, department: '' } as const
  const acting = { workId, by, address, at }
  const done = await inLog({ stores, events }, { ...acting, act: 'describe-case' }, () =>
    workOnCase({ ...stores, companyRules, events }, { ...acting, act }),
  )
  if (!('item' in done)) return item
  if (!('batch' in described.fields) || !chance(stableHash(`${workId} photo`)).happens(PHOTOS)) return done.item
  const file = { name: 'anh-khach-gui-zalo.jpg', bytes: new Uint8Array(readFileSync(PHOTO)) }
  const added = await inLog({ stores, events }, { ...acting, act: 'add-file' }, () =>
    addCaseFile({ ...stores, companyRules, events }, { ...acting, file, note: 'Khách gửi qua Zalo' }),
  )
  return 'item' in added ? added.item : done.item
}
