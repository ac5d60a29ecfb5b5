/** What every rehearsal at a terminal begins with: its customers, and what their calendars and tables lack. */
import type { CareFrame } from '#cli/care-frame.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import { unknownYearLine } from '#cli/commands/country-files.ts'
import type { FileToImport } from '#cli/commands/import-file.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import { baseFromFiles, baseFromStores } from '#cli/rehearsal-base.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { fromPurchases } from '#core/campaign/from-purchases.ts'
import type { Period } from '#core/kpi/period.ts'
import { unknownYears } from '#core/time/unknown-years.ts'
import type { RehearsalBase } from '#local/rehearsal/stored-base.ts'

interface RehearsalAsked {
  readonly companyRules: CompanyRules
  readonly definitions: readonly CampaignDefinition[]
  /** None: the customers that are stored. */
  readonly files: readonly FileToImport[]
  readonly period: Period
}

export interface OpenedRehearsal {
  /** To be ended. */
  readonly base: RehearsalBase
  /** Undefined for customers from files. */
  readonly stored: Awaited<ReturnType<PlaceToWork['stores']>> | undefined
}

export async function openRehearsal(
  { output, place }: CareFrame,
  { companyRules, definitions, files, period }: RehearsalAsked,
): Promise<OpenedRehearsal | { readonly refused: string }> {
  for (const calendar of companyRules.calendars)
    for (const unknown of unknownYears(calendar, period)) output.warn(unknownYearLine(unknown, 'en'))
  const order = { output, companyRules }
  const stored = files.length > 0 ? undefined : await place.stores()
  const base = stored
    ? await baseFromStores({ ...stored, suppressions: await place.suppressions() }, order)
    : await baseFromFiles(files, order)
  if ('refused' in base) return base
  const without = base.hasPurchases ? [] : fromPurchases(definitions).map(({ id }) => id)
  if (without.length > 0)
    output.warn(
      `${stored ? 'no purchases are stored' : 'no purchases were given (--purchases FILE)'}, and these campaigns look for them: ${without.join(', ')}`,
    )
  return { base, stored }
}

/** The planner says every day what stays so, and what the calendars lack is said at the beginning. */
export function toldOnce(output: Pick<CliOutput, 'warn'>) {
  const told = new Set<string>()
  return (name: string, values: object) => {
    const line = `${name}: ${JSON.stringify(values)}`
    if (name !== 'calendar.yearUnknown' && !told.has(line)) output.warn(line)
    told.add(line)
  }
}

export interface RehearsalTables {
  readonly customers?: string
  readonly purchases?: string
  readonly format?: 'csv' | 'cdnow'
}

export const filesOf = ({ customers, purchases, format = 'csv' }: RehearsalTables): readonly FileToImport[] => [
  ...(customers === undefined ? [] : [{ kind: 'customers' as const, file: customers, format: 'csv' as const }]),
  ...(purchases === undefined ? [] : [{ kind: 'purchases' as const, file: purchases, format }]),
]
