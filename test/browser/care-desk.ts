/** The care desk of a small company: who is due when, the staff in windows of their own, the clock and the mailbox. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { LocalDate } from '#core/time/local-date.ts'
import { instantAt } from '#core/time/zone.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { openBrowser } from '#test/support/browser.ts'
import { smallCompany } from '#test/support/small-company.ts'

/** Where the pictures go, for a person to look at; none are taken otherwise. */
const PICTURES = process.env.PAGE_PICTURES
const ZONE = 'Asia/Ho_Chi_Minh'
export const CARE = 'Chăm sóc khách hàng'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const DESKTOP = { viewport: { width: 1280, height: 900 } }
export const STAFF = {
  hanh: { name: 'Nguyễn Thu Hạnh', device: PHONE },
  bao: { name: 'Trần Quốc Bảo', device: PHONE },
  linh: { name: 'Đỗ Khánh Linh', device: DESKTOP },
  mai: { name: 'Lê Ngọc Mai', device: DESKTOP },
  chau: { name: 'Phạm Minh Châu', device: DESKTOP },
}
export type StaffName = keyof typeof STAFF
export const addressOf = (name: StaffName) => `${name}@trasenviet.example.com`

export interface Buyer {
  readonly id: string
  readonly name: string
  readonly honorific: string
  readonly phone: string
  readonly deliveredOn: LocalDate
  readonly gender?: 'female'
  readonly birthday?: LocalDate
  /** To advertising, such as a gift. */
  readonly agrees?: boolean
}

interface Opening {
  readonly startOn: LocalDate
  readonly buyers: readonly Buyer[]
  /** Of the folder of campaigns beside what every desk has, each without `.json`: campaigns, and what the company says of cases. */
  readonly files?: readonly string[]
}

export type CareDesk = Awaited<ReturnType<typeof openCareDesk>>

/** The team for care rings each buyer 30 days after delivery; a mail asks two working days after it, and others the day after a call. */
export async function openCareDesk({ startOn, buyers, files = [] }: Opening) {
  const mailOf = (id: string) => `${id.toLowerCase()}@example.com`
  const company = smallCompany({
    startOn,
    campaigns: ['check-in-call', 'csat-after-delivery', 'fcr-after-call', ...files],
    customers: table('customer_id,full_name,honorific,email,phone,gender,birthday,consent_advertising', buyers, (one) => [
      one.name,
      one.honorific,
      mailOf(one.id),
      one.phone,
      one.gender ?? '',
      one.birthday ?? '',
      one.agrees ? 'có' : '',
    ]),
    purchases: table('customer_id,order_id,purchased_on,delivered_on', buyers, (one) => [
      `HD-${one.id}`,
      one.deliveredOn,
      one.deliveredOn,
    ]),
  })
  givenToTeam(join(company.campaignFolder, 'check-in-call.json'))
  askedAfterCalls(company.campaignFolder)
  const [system, browser] = await Promise.all([company.start(), openBrowser()])
  const at = (date: LocalDate, time: string) => instantAt(date, time, ZONE)
  const mailsTo = (to: string) => system.stack.mailbox.list({ to, limit: 200 }).messages
  return {
    system,
    browser,
    ...staffWindows(system, browser),
    at,
    mailsTo,
    mailsToCustomer: (id: string) => mailsTo(mailOf(id)),
    until: async (date: LocalDate, time: string) => {
      expect(system.moves?.to(at(date, time))).toBe('started')
      await system.moves?.idle()
      expect(system.moves?.latest()).toMatchObject({ state: 'arrived' })
    },
    close: async () => {
      await browser.close()
      await system.stop()
      company.remove()
    },
  }
}

function table(headings: string, buyers: readonly Buyer[], cells: (buyer: Buyer) => readonly string[]): string {
  const rows = buyers.map((buyer) => [buyer.id, ...cells(buyer)].join(','))
  return `${[headings, ...rows].join('\n')}\n`
}

/** In the sample company another team makes these calls. */
function givenToTeam(file: string): void {
  const campaign = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...campaign, touch: { ...campaign.touch, team: CARE } }))
}

/** The ready-made question about satisfaction, after every call in which the customer was reached. */
function askedAfterCalls(folder: string): void {
  const [asked, solved] = ['csat-after-delivery', 'fcr-after-call'].map((id) =>
    JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')),
  )
  const { occasion } = solved
  writeFileSync(join(folder, 'csat-after-call.json'), JSON.stringify({ ...asked, id: 'csat-after-call', occasion }))
}

/** A finger on a phone, a mouse elsewhere. */
export const press = (on: Locator): Promise<void> =>
  on.page().viewportSize()?.width === PHONE.viewport.width ? on.tap() : on.click()

/** To the next page. A finger, unlike a mouse, does not wait for it. */
export async function follow(on: Locator): Promise<void> {
  await Promise.all([on.page().waitForEvent('framenavigated'), press(on)])
  await on.page().waitForLoadState()
}

/** Each member of staff signs in by the embedded provider when their window is opened first, and keeps the window for the week. */
function staffWindows(system: RunningSystem, browser: Browser) {
  const windows = new Map<StaffName, Page>()
  const complaints: string[] = []
  const openWindow = async (device: typeof PHONE | typeof DESKTOP): Promise<Page> => {
    const context = await browser.newContext({ ...device, locale: 'vi-VN' })
    context.on('console', (message) => {
      // A refused form comes back with its status, which a browser calls an error.
      if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text())
    })
    context.on('weberror', (error) => complaints.push(error.error().message))
    return context.newPage()
  }
  async function open(name: StaffName, path: string): Promise<Page> {
    const known = windows.get(name)
    const page = known ?? (await openWindow(STAFF[name].device))
    await page.goto(`${system.url}${path}`)
    if (known) return page
    windows.set(name, page)
    await follow(page.getByRole('button', { name: STAFF[name].name }))
    expect(page.url()).toBe(`${system.url}${path}`)
    return page
  }
  return {
    complaints,
    /** The staff app as that member of staff sees it. */
    open,
    customersPhone: () => openWindow(PHONE),
    expectToFit: async (page: Page) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(wide, page.url()).toBe(0)
    },
    picture: async (page: Page, name: string) => {
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/week-${name}-${page.viewportSize()?.width}.png`, fullPage: true })
    },
  }
}
