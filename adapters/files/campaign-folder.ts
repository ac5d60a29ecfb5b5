/** The folder that marketing edits, as texts: campaigns beside company.json, prices.json, calendar/ and policy/. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

export interface FileText {
  /** Relative to the working directory, as the operator would name it. */
  readonly file: string
  readonly text: string
}

export interface CampaignFolder {
  readonly company: FileText
  readonly prices: FileText
  readonly calendars: readonly FileText[]
  readonly policies: readonly FileText[]
  readonly campaigns: readonly FileText[]
}

/** Files of the folder that are not campaigns. */
const HOUSE_FILES = new Set(['company.json', 'prices.json'])

/** A company file that the folder lacks is taken from `fallback`, so that a folder with campaigns alone can be tried. */
export function readCampaignFolder(folder: string, fallback: string): CampaignFolder {
  const own = (name: string) => (existsSync(join(folder, name)) ? join(folder, name) : join(fallback, name))
  return {
    company: read(own('company.json')),
    prices: read(own('prices.json')),
    calendars: jsonFiles(own('calendar')).map(read),
    policies: jsonFiles(own('policy')).map(read),
    campaigns: jsonFiles(folder)
      .filter((file) => !HOUSE_FILES.has(basename(file)))
      .map(read),
  }
}

/** Changes when any file that `readCampaignFolder` would read has changed. */
export const folderStamp = (folder: string): string =>
  [folder, join(folder, 'calendar'), join(folder, 'policy')]
    .flatMap((part) => (existsSync(part) ? jsonFiles(part) : []))
    .map((file) => `${file}:${statSync(file).mtimeMs}`)
    .join('|')

const read = (file: string): FileText => ({ file, text: readFileSync(file, 'utf8') })

const jsonFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
