/** A folder of campaigns to make mistakes in: the company files of the project, and the campaigns a test writes. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { COMPANY_FILES, COUNTRY_FOLDERS } from '#core/campaign/company-files.ts'

const CAMPAIGNS = join(import.meta.dirname, '../../../campaigns')

export type Json = Readonly<Record<string, unknown>>

/** A copy of a company file or of a campaign, to change a word in. */
export const readProjectJson = (name: string): Json => JSON.parse(readFileSync(join(CAMPAIGNS, name), 'utf8'))

/** Texts are written as they are, everything else as JSON; null leaves a file out. */
export function campaignFolder(files: Readonly<Record<string, string | Json | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'campaigns-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const part of [...Object.values(COMPANY_FILES), ...Object.values(COUNTRY_FOLDERS)])
    cpSync(join(CAMPAIGNS, part), join(folder, part), { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    if (content === null) rmSync(join(folder, name), { recursive: true })
    else writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  }
  return folder
}
