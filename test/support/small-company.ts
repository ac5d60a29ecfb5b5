/** The project's campaigns with a handful of customers, in a folder of its own: what a test of the whole local system runs on. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { COMPANY_FILES, STAFF_FILE } from '#core/campaign/company-files.ts'
import { type RunningSystem, startSystem } from '#local/running-system.ts'

export const PROJECT = resolve(import.meta.dirname, '../..')

/** Lan buys on 6 February, Minh says no to care mails, Tuấn has no address. */
const CUSTOMERS = `customer_id,full_name,honorific,gender,email,birthday,care_opt_out
KH01,Nguyễn Thị Lan,chị,female,lan@example.com,,
KH02,Trần Văn Hùng,anh,male,hung@example.com,,
KH03,Phạm Đức Minh,anh,male,minh@example.com,,yes
KH04,Lê Quốc Tuấn,anh,male,,,
KH05,Hoàng Thu Hà,cô,female,ha@example.com,,
`
const PURCHASES = `customer_id,order_id,purchased_on
KH01,HD-1,2025-02-06
`

const PURCHASES_TO_COME = `customer_id,order_id,purchased_on,delivered_on
KH02,HD-2,2027-02-03,2027-02-04
`

export interface SmallCompany {
  readonly campaignFolder: string
  readonly templateFolder: string
  readonly stateFolder: string
  /** `tell` hears what the terminal would show. */
  start(over?: {
    readonly port?: number
    readonly tell?: (line: string) => void
    readonly clock?: 'moved' | 'real'
    /** Sample agents ring the customers of their lists. */
    readonly agents?: boolean
  }): Promise<RunningSystem>
  remove(): void
}

/** `campaigns`: the ids of those to run; all of the project when left out. `customers`, `purchases`: other tables than the usual ones. */
export function smallCompany({
  startOn = '2027-02-02',
  campaigns,
  customers = CUSTOMERS,
  purchases = PURCHASES,
}: {
  readonly startOn?: string
  readonly campaigns?: readonly string[]
  readonly customers?: string
  readonly purchases?: string
} = {}): SmallCompany {
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-'))
  const campaignFolder = join(folder, 'campaigns')
  cpSync(join(PROJECT, 'campaigns'), campaignFolder, { recursive: true })
  const kept = campaigns && [...Object.values(COMPANY_FILES), STAFF_FILE, ...campaigns.map((id) => `${id}.json`)]
  for (const file of readdirSync(campaignFolder))
    if (kept && file.endsWith('.json') && !kept.includes(file)) rmSync(join(campaignFolder, file))
  const templateFolder = join(folder, 'templates')
  cpSync(join(PROJECT, 'templates'), templateFolder, { recursive: true })
  const sample = {
    customers: join(folder, 'customers.csv'),
    purchases: join(folder, 'purchases.csv'),
    purchasesToCome: join(folder, 'purchases-to-come.csv'),
  }
  writeFileSync(sample.customers, customers)
  writeFileSync(sample.purchases, purchases)
  writeFileSync(sample.purchasesToCome, PURCHASES_TO_COME)
  const stateFolder = join(folder, 'state')
  return {
    campaignFolder,
    templateFolder,
    stateFolder,
    async start({ port = 0, tell = () => {}, clock = 'moved', agents = false } = {}) {
      const system = await startSystem({
        folder: stateFolder,
        clock,
        ...(clock === 'moved' && { startOn }),
        campaignFolder,
        templateFolder,
        sample,
        agents,
        port,
        by: 'a test',
        tell,
      })
      if ('refused' in system) throw new Error(system.refused.join('\n'))
      return system
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
