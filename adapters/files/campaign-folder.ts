/** The folder that marketing edits, as texts: campaigns beside the company's own files and those of the countries. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  BUDGET_FILE,
  CASES_FILE,
  COMPANY_FILES,
  COMPENSATION_FILE,
  COUNTRY_FOLDERS,
  type CompanyTexts,
  DEPARTMENTS_FILE,
  type FileText,
  PLAYBOOK_FOLDER,
  SCRIPT_FOLDER,
  STAFF_FILE,
  THEMES_FILE,
} from '#core/campaign/company-files.ts'

export interface CampaignFolder extends CompanyTexts {
  readonly campaigns: readonly FileText[]
  /** Undefined for a folder without it. */
  readonly staff: FileText | undefined
}

/**
 * A company file, or a folder of countries, scripts or playbooks, that the folder lacks is taken from `fallback`, so that a folder with campaigns alone can be tried. The roster
 * is not: accepting such a folder says nothing about who works here.
 */
export function readCampaignFolder(folder: string, fallback: string): CampaignFolder {
  const own = (name: string) => (existsSync(join(folder, name)) ? join(folder, name) : join(fallback, name))
  const has = (name: string) => existsSync(join(folder, name))
  // What names categories is taken from the other folder only with them: of a folder with its own it would name none that is there.
  const isThere = (name: string) => existsSync(own(name)) && (!has(CASES_FILE) || has(name))
  // Rates fit the company and the prices beside which they stand, and no others.
  const isOwnCompany = Object.values(COMPANY_FILES).some(has)
  const budget = join(isOwnCompany ? folder : fallback, BUDGET_FILE)
  const inside = (name: string) => jsonFiles(own(name)).map(read)
  const isNoCampaign = (file: string) =>
    [
      ...Object.values<string>(COMPANY_FILES),
      CASES_FILE,
      DEPARTMENTS_FILE,
      COMPENSATION_FILE,
      BUDGET_FILE,
      THEMES_FILE,
      STAFF_FILE,
    ].includes(basename(file))
  return {
    company: read(own(COMPANY_FILES.company)),
    prices: read(own(COMPANY_FILES.prices)),
    cases: existsSync(own(CASES_FILE)) ? read(own(CASES_FILE)) : undefined,
    departments: existsSync(own(DEPARTMENTS_FILE)) ? read(own(DEPARTMENTS_FILE)) : undefined,
    compensation: existsSync(own(COMPENSATION_FILE)) ? read(own(COMPENSATION_FILE)) : undefined,
    budget: existsSync(budget) ? read(budget) : undefined,
    themes: isThere(THEMES_FILE) ? read(own(THEMES_FILE)) : undefined,
    calendars: inside(COUNTRY_FOLDERS.calendars),
    policies: inside(COUNTRY_FOLDERS.policies),
    scripts: existsSync(own(SCRIPT_FOLDER)) ? inside(SCRIPT_FOLDER) : [],
    playbooks: isThere(PLAYBOOK_FOLDER) ? inside(PLAYBOOK_FOLDER) : [],
    campaigns: jsonFiles(folder)
      .filter((file) => !isNoCampaign(file))
      .map(read),
    staff: existsSync(join(folder, STAFF_FILE)) ? read(join(folder, STAFF_FILE)) : undefined,
  }
}

/** Changes when any file that `readCampaignFolder` would read has changed. */
export const folderStamp = (folder: string): string =>
  [folder, ...[...Object.values(COUNTRY_FOLDERS), SCRIPT_FOLDER, PLAYBOOK_FOLDER].map((name) => join(folder, name))]
    .flatMap((part) => (existsSync(part) ? jsonFiles(part) : []))
    .map((file) => `${file}:${statSync(file).mtimeMs}`)
    .join('|')

const read = (file: string): FileText => ({ file, text: readFileSync(file, 'utf8') })

const jsonFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
