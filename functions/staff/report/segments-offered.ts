/** The parts of the company that a report can be narrowed to: what its files name, without asking the stores which of them hold anything. */
import { CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Segment } from '#core/kpi/segment.ts'
import type { Roster } from '#core/staff/roster.ts'

export function segmentsOffered({
  campaigns,
  companyRules: { channels, company, calendars },
  roster,
}: {
  /** In the order of their names. */
  readonly campaigns: readonly string[]
  readonly companyRules: Pick<CompanyRules, 'channels' | 'company' | 'calendars'>
  readonly roster: Pick<Roster, 'people'> | undefined
}): readonly Segment[] {
  const teams = new Set((roster?.people ?? []).map(({ team }) => team))
  return [
    ...campaigns.map((is) => ({ by: 'campaign', is }) as const),
    ...CONTENT_CLASSES.map((is) => ({ by: 'content_class', is }) as const),
    ...channels.map(({ id: is }) => ({ by: 'channel', is }) as const),
    ...[...teams].toSorted().map((is) => ({ by: 'team', is }) as const),
    ...company.calls.tiers.map((is) => ({ by: 'tier', is }) as const),
    ...calendars.map(({ country: is }) => ({ by: 'country', is }) as const),
  ]
}
