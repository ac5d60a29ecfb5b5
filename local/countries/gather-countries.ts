/**
 * The countries that functions carry: every calendar and every policy pack of the folder that marketing edits, so that adding a file is enough. `care
 * check` and the local system read the same list of files.
 */

import { type FileText, readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { type PolicyPack, policyPackSchema } from '#core/campaign/policy-pack.ts'
import { readJsonFile } from '#core/campaign/read-campaign.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { type CountryCalendar, CountryCalendarSchema } from '#core/time/country-calendar.ts'

export interface Countries {
  readonly calendars: readonly CountryCalendar[]
  readonly policies: readonly PolicyPack[]
}

export class CountryFileError extends Error {
  override name = 'CountryFileError'
}

/** Throws CountryFileError with every mistake of the first wrong file: that stops the deployment. */
export function gatherCountries(campaigns: string): Countries {
  const { calendars, policies } = readCampaignFolder(campaigns, campaigns)
  return {
    calendars: calendars.map((file) => read(file, CountryCalendarSchema)),
    policies: policies.map((file) => read(file, policyPackSchema(OUR_CHANNELS))),
  }
}

function read<Value>(given: FileText, schema: Parameters<typeof readJsonFile<Value>>[0]['schema']): Value {
  const found = readJsonFile({ ...given, schema })
  if ('value' in found) return found.value
  throw new CountryFileError(
    found.problems.map(({ file, path, value, expected }) => `${file}: ${path}: ${value} - expected ${expected}`).join('\n'),
  )
}
