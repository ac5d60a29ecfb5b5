/**
 * The countries that functions carry: every calendar and every policy pack of the folder that marketing edits, so that adding a file is enough. `care
 * check` and the local system read the same list of files. They are checked here and carried as they are written: the functions read them once more,
 * and what the schema makes of a pack is no pack any more.
 */

import { type FileText, readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { readJsonFile } from '#core/campaign/read-campaign.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'

export interface Countries {
  readonly calendars: readonly CountryFile[]
  readonly policies: readonly CountryFile[]
}

interface CountryFile {
  readonly country: string
}

export class CountryFileError extends Error {
  override name = 'CountryFileError'
}

/** Throws CountryFileError with every mistake of the first wrong file: that stops the deployment. */
export function gatherCountries(campaigns: string): Countries {
  const { calendars, policies } = readCampaignFolder(campaigns, campaigns)
  return {
    calendars: calendars.map((file) => checked(file, CountryCalendarSchema)),
    policies: policies.map((file) => checked(file, policyPackSchema(OUR_CHANNELS))),
  }
}

function checked<Value extends CountryFile>(
  given: FileText,
  schema: Parameters<typeof readJsonFile<Value>>[0]['schema'],
): CountryFile {
  const found = readJsonFile({ ...given, schema })
  if ('value' in found) return JSON.parse(given.text)
  throw new CountryFileError(
    found.problems.map(({ file, path, value, expected }) => `${file}: ${path}: ${value} - expected ${expected}`).join('\n'),
  )
}
