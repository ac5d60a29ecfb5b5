/** What staff do with a case by hand: they come to it from the list of work, and fill in its forms. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type CareDesk, follow, press, type StaffName } from '#test/browser/care-desk.ts'
import { expectAccessible } from '#test/browser/page-visit.ts'

/** From the list of everybody's work to the screen of what is open about the customer. */
export async function openWork(desk: CareDesk, name: StaffName, about: string, title = 'Khiếu nại'): Promise<Page> {
  const page = await desk.open(name, '/work?whose=all')
  await follow(page.locator('article[data-work]', { hasText: about }).getByRole('link', { name: title, exact: true }))
  return page
}

interface FilledIn {
  /** By the labels of the fields. */
  readonly chosen?: Readonly<Record<string, string>>
  readonly typed?: Readonly<Record<string, string>>
  /** By words of their labels. */
  readonly ticked?: readonly string[]
  readonly button: string
  /** What the next page says of it. */
  readonly says: string | RegExp
}

/** One form of the screen: `name` as it stands in the page. */
export async function sendForm(page: Page, name: string, { chosen = {}, typed = {}, ticked = [], button, says }: FilledIn) {
  const form = page.locator(`[data-act="${name}"]`)
  for (const [label, value] of Object.entries(chosen))
    await form.getByLabel(label, { exact: true }).selectOption({ label: value })
  for (const [label, value] of Object.entries(typed)) await form.getByLabel(label, { exact: true }).fill(value)
  for (const words of ticked) await press(form.locator('label', { hasText: words }))
  await follow(form.getByRole('button', { name: button, exact: true }))
  expect(await saidOn(page)).toMatch(says)
}

/** What became of the form before. */
export const saidOn = (page: Page): Promise<string | null> => page.locator('main > .said').first().textContent()

/** `[data-…]` of the page, as one line. */
export const textOf = async (shown: Locator): Promise<string> => ((await shown.textContent()) ?? '').replace(/\s+/g, ' ').trim()

/** A page as it is met: no wider than its screen, accessible, and on a picture. */
export async function lookAt(desk: CareDesk, page: Page, name: string): Promise<void> {
  await desk.expectToFit(page)
  await expectAccessible(page, name)
  await desk.picture(page, `complaint-${name}`)
}

/** What a complaint about quality is about, and the question to production. */
export async function describeAndAsk(page: Page, { product, batch }: { readonly product: string; readonly batch: string }) {
  const described = { button: 'Ghi lại', says: 'Đã ghi vụ việc là về điều gì.' }
  await sendForm(page, 'describe', { chosen: { 'Loại vụ việc': 'Chất lượng trà, bao bì' }, ...described })
  expect(await textOf(page.locator('[data-missing]'))).toBe('Còn thiếu: Sản phẩm, Số lô')
  await sendForm(page, 'describe', { typed: { 'Sản phẩm (bắt buộc)': product, 'Số lô (bắt buộc)': batch }, ...described })
  await sendForm(page, 'ask', {
    typed: { 'Câu hỏi': 'Lô này có ai báo ẩm, vón cục chưa?' },
    ticked: [`Số lô: ${batch}`],
    button: 'Hỏi bộ phận',
    says: /^Đã hỏi bộ phận/,
  })
}

export const refund = (page: Page, amount: string, says: RegExp) =>
  sendForm(page, 'compensate', {
    typed: { 'Số tiền (đồng), để trống nếu khoản có giá cố định': amount, 'Vì sao, khách được hứa gì': 'Hoàn tiền hai hộp.' },
    ticked: ['Hoàn tiền: đến'],
    button: 'Bù đắp cho khách',
    says,
  })
