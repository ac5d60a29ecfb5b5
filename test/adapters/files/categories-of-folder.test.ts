/** A folder with its own categories takes no playbook and no themes of the folder that stands in for what it lacks. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'

const OURS = resolve(import.meta.dirname, '../../../campaigns')
const CASES = JSON.stringify({ categories: [{ id: 'late', name: { vi: 'Trễ', en: 'Late' } }] })

test.each([
  ['nothing of its own', () => {}, ['product-quality'], true],
  ['its own categories', (folder: string) => writeFileSync(join(folder, 'cases.json'), CASES), [], false],
  [
    'its own categories and playbooks',
    (folder: string) => {
      writeFileSync(join(folder, 'cases.json'), CASES)
      mkdirSync(join(folder, 'playbooks'))
      cpSync(join(OURS, 'playbooks/product-quality.json'), join(folder, 'playbooks/late.json'))
    },
    ['late'],
    false,
  ],
] as const)('a folder with %s', (_what, write, categories, hasThemes) => {
  const folder = mkdtempSync(join(tmpdir(), 'playbooks-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  write(folder)
  const read = readCompanyFiles({ ...readCampaignFolder(folder, OURS), departments: undefined }, OUR_CHANNELS)
  expect('value' in read ? read.value.playbooks.map(({ category }) => category) : read.problems).toEqual(categories)
  expect('value' in read && read.value.themes.length > 0).toBe(hasThemes)
})
