/** One part of a rehearsed base: its customers and purchases, and what may be asked of it. In the process itself, or in a thread of its own. */
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import type { BaseParts } from '#app/ports/base-parts.ts'
import type { CustomerStore, ImportedCustomers } from '#app/ports/customers.ts'
import type { ImportedPurchases } from '#app/ports/purchases.ts'
import type { DutyBook, RosterStore } from '#app/ports/staff.ts'
import type { ClosedPart } from '#app/rehearsal/counted-outcomes.ts'
import type { LackingField } from '#app/rehearsal/lacking-letters.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** How customers come into a part, from files or from the stored ones. */
export type LoadedCustomers = ImportedCustomers & Pick<CustomerStore, 'setFrequency' | 'setOpenCase'>
export type LoadedPurchases = ImportedPurchases

/** What the parts know of addresses and numbers beside the customers. */
export interface ContactLists {
  readonly suppressions: readonly Suppression[]
  /** Contact keys whose suppression cannot be read. */
  readonly unreadable: readonly string[]
  /** Null: none was ever brought in. */
  readonly doNotCall: { readonly asOf: LocalDate; readonly contactKeys: readonly string[] } | null
}

export const NO_LISTS: ContactLists = { suppressions: [], unreadable: [], doNotCall: null }

/** Values alone: it is sent to threads. */
export interface PartOrder {
  readonly rules: AssembledFrom
  readonly accepting: readonly WordedCampaign[]
  readonly from: LocalDate
  readonly to: LocalDate
  readonly lists: ContactLists
  /** `each`: every customer with their outcome; `tiers`: those alike, by tier; `alike`: those alike. */
  readonly hand: 'each' | 'tiers' | 'alike'
  /** Where the rows of decisions go. */
  readonly sheet: { readonly file: string; readonly withHeader: boolean } | null
}

/** Company rules without what is computed from them, which holds functions. */
export type AssembledFrom = Omit<CompanyRules, 'calendar' | 'statutory' | 'publicHolidays' | 'channels'>

export interface RehearsedStaff {
  readonly roster: Pick<RosterStore, 'current' | 'plan'>
  readonly dutyBook: Pick<DutyBook, 'changesOn'>
}

export interface PartPorts {
  readonly parts: BaseParts
  readonly staff: RehearsedStaff
  readonly finished: (closed: ClosedPart) => void
  readonly progress: (at: Instant) => void
  readonly alarm: (name: string, values: object) => void
  /** Awaited before each occurrence that the rehearsal looks at. */
  readonly pause: () => Promise<void>
}

export interface Part {
  readonly customers: LoadedCustomers
  readonly purchases: LoadedPurchases
  count(): Promise<number>
  /** Answers the fields that its letters lacked. Can be asked again, with other campaigns. */
  rehearse(order: PartOrder, ports: PartPorts): Promise<readonly LackingField[]>
  /** Ends it, at work or not. */
  end(): Promise<void>
}

export function assembledFrom(companyRules: CompanyRules): AssembledFrom {
  const { calendar: _calendar, statutory: _statutory, publicHolidays: _holidays, channels: _channels, ...rules } = companyRules
  return rules
}
