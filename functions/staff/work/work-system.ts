/** What the pages of work need. */

import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import type { FrameSystem } from '#functions/staff/visit/frame-of.ts'

export interface WorkSystem extends FrameSystem, Pick<StaffSystem, 'events' | 'pageFailed' | 'telephone'> {
  readonly stores: Pick<
    StaffStores,
    | 'auditLog'
    | 'budgets'
    | 'campaigns'
    | 'caseFiles'
    | 'consents'
    | 'customers'
    | 'dayLists'
    | 'departmentOrders'
    | 'doNotCall'
    | 'dutyBook'
    | 'finder'
    | 'ledgers'
    | 'listOrders'
    | 'notices'
    | 'occurrences'
    | 'purchases'
    | 'questions'
    | 'replies'
    | 'responses'
    | 'roster'
    | 'seals'
    | 'suppressions'
    | 'touches'
    | 'vouchers'
    | 'words'
    | 'work'
  >
}
