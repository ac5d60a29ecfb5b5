/** The folder that marketing edits, as texts: campaigns beside the company's own files and those of the countries. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { COMPANY_FILES, COUNTRY_FOLDERS, type CompanyTexts, type FileText, STAFF_FILE } from '#core/campaign/company-files.ts'

export interface CampaignFolder extends CompanyTexts {
  readonly campaigns: readonly FileText[]
  /** Undefined for a folder without it. */
  readonly staff: FileText | undefined
}

/**
 * A company file or folder of countries that the folder lacks is taken from `fallback`, so that a folder with campaigns alone can be tried. The roster
 * is not: accepting such a folder says nothing about who works here.
 */
export function readCampaignFolder(folder: string, fallback: string): CampaignFolder {
  const own = (name: string) => (existsSync(join(folder, name)) ? join(folder, name) : join(fallback, name))
  const countries = (name: string) => jsonFiles(own(name)).map(read)
  const isNoCampaign = (file: string) => [...Object.values<string>(COMPANY_FILES), STAFF_FILE].includes(basename(file))
  return {
    company: read(own(COMPANY_FILES.company)),
    prices: read(own(COMPANY_FILES.prices)),
    calendars: countries(COUNTRY_FOLDERS.calendars),
    policies: countries(COUNTRY_FOLDERS.policies),
    campaigns: jsonFiles(folder)
      .filter((file) => !isNoCampaign(file))
      .map(read),
    staff: existsSync(join(folder, STAFF_FILE)) ? read(join(folder, STAFF_FILE)) : undefined,
  }
}

/** Changes when any file that `readCampaignFolder` would read has changed. */
export const folderStamp = (folder: string): string =>
  [folder, ...Object.values(COUNTRY_FOLDERS).map((name) => join(folder, name))]
    .flatMap((part) => (existsSync(part) ? jsonFiles(part) : []))
    .map((file) => `${file}:${statSync(file).mtimeMs}`)
    .join('|')

const read = (file: string): FileText => ({ file, text: readFileSync(file, 'utf8') })

const jsonFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
