/** What staff do at the desk by hand: they read the list of the day, open a call from it, and log how it ended. */

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type CareDesk, follow, press, STAFF, type StaffName } from '#test/browser/care-desk.ts'

export interface LineOnPage {
  /** In the order of the line. */
  readonly customers: readonly string[]
  /** Null where the line does not say who rings. */
  readonly ringer: StaffName | null
  readonly text: string
}

/** The lines that are left to ring, or all of them, in the order of the page. */
export async function linesOn(page: Page, which: 'open' | 'all' = 'open'): Promise<readonly LineOnPage[]> {
  const of = which === 'all' ? page.locator('[data-call]') : section(page, 'Cần gọi').locator('[data-call]')
  const texts = await of.evaluateAll((lines) => lines.map((line) => line.textContent ?? ''))
  return texts.map((raw) => {
    const text = raw.replace(/\s+/g, ' ').trim()
    return { customers: [...new Set(text.match(/KH\d\d/g))], ringer: ringerIn(text), text }
  })
}

/** Ids as the lead's page gives them out, of what is left to ring. */
export async function split(desk: CareDesk): Promise<Partial<Record<StaffName, readonly string[]>>> {
  const lines = await linesOn(await desk.open('mai', '/calls'))
  const names = [...new Set(lines.flatMap(({ ringer }) => ringer ?? []))]
  return Object.fromEntries(
    names.map((name) => [name, lines.flatMap(({ ringer, customers }) => (ringer === name ? [customers.join('+')] : []))]),
  )
}

function ringerIn(text: string): StaffName | null {
  if (text.includes('bạn gọi')) return 'mai'
  const names: readonly StaffName[] = ['hanh', 'bao', 'linh', 'mai']
  return names.find((name) => text.includes(`${STAFF[name].name} gọi`)) ?? null
}

export const section = (page: Page, title: string): Locator =>
  page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) })
export const lineOf = (within: Page | Locator, customer: string): Locator => within.locator('[data-call]', { hasText: customer })

/** Without scrolling. */
export async function isInFirstScreen(shown: Locator): Promise<boolean> {
  const [box, screen] = [await shown.boundingBox(), shown.page().viewportSize()]
  return box !== null && screen !== null && box.y >= 0 && box.y + box.height <= screen.height
}

/** From the list of the day to the screen of the call, as an agent goes. */
export async function openCall(desk: CareDesk, name: StaffName, customer: string, link = 'Gọi'): Promise<Page> {
  const page = await desk.open(name, '/calls')
  await follow(lineOf(page, customer).locator('h3').getByRole('link', { name: link }).first())
  return page
}

interface Ended {
  readonly note?: string
  /** `2028-04-05T10:00`. */
  readonly callBackAt?: string
}

/** Two presses, and what the outcome asks for. */
export async function log(page: Page, outcome: string, { note, callBackAt }: Ended = {}): Promise<void> {
  const form = page.locator('[data-act="call"]')
  await press(form.locator('.outcomes label', { hasText: new RegExp(`^\\s*${outcome}`) }))
  if (note) await form.getByLabel('Khách nói gì, đã làm gì').fill(note)
  if (callBackAt) await form.getByLabel(/Hẹn gọi lại lúc/).fill(callBackAt)
  await follow(form.getByRole('button', { name: 'Ghi kết quả' }))
}

export async function ring(desk: CareDesk, name: StaffName, customer: string, outcome: string, ended: Ended = {}): Promise<void> {
  const page = await openCall(desk, name, customer)
  await log(page, outcome, ended)
  expect(await page.getByRole('status').textContent()).toBe('Đã ghi kết quả cuộc gọi.')
}
