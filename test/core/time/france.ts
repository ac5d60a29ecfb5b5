/** A second country, with a calendar of its own: the packs of France that tests add to a folder, as its operators would. */
import { readFileSync } from 'node:fs'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'

const text = (file: string) => readFileSync(new URL(`../../fixtures/countries/${file}`, import.meta.url), 'utf8')

/** File name in a folder of campaigns to text. */
export const FRENCH_FILES = { 'calendar/fr.json': text('calendar/fr.json'), 'policy/fr.json': text('policy/fr.json') } as const

export const france = CountryCalendarSchema.parse(JSON.parse(FRENCH_FILES['calendar/fr.json']))
export const frenchPolicy = policyPackSchema(OUR_CHANNELS).parse(JSON.parse(FRENCH_FILES['policy/fr.json']))
