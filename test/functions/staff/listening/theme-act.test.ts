/** Staff correct what an answer is about, on the page of everything heard. */
import { expect, test } from 'vitest'
import { memoryAuditLog } from '#adapters/memory/staff-stores.ts'
import type { ResponseStore } from '#app/ports/listening.ts'
import type { Role } from '#core/staff/role.ts'
import { listeningRoutes } from '#functions/staff/listening/listening.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { listeningCompany, NOW, SURVEY } from '#test/app/listening/receiving.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'
import { aTheme } from '#test/support/theme-builders.ts'

const THEMES = [aTheme('late', ['giao trễ']), aTheme('price', ['giá'])]
const KEY = { customerId: 'c-001', occurrenceId: SURVEY }

async function office(over: (responses: ResponseStore) => Partial<ResponseStore> = () => ({})) {
  const { stores: of } = await listeningCompany()
  const stores = { ...of, auditLog: memoryAuditLog(), responses: { ...of.responses, ...over(of.responses) } }
  const answer = anAnswer({ at: NOW, score: 2, why: 'giao trễ <b>' })
  await of.responses.put(aResponse([answer], { ...KEY, campaignId: 'how-was-it', kind: 'nps', answeredOn: '2027-03-10' }))
  const app = (role: Role) => {
    const made = staffApp()
    made.use((context, next) => {
      context.set('visitor', { name: 'Hạnh', address: 'hanh@example.com', team: 'Chăm sóc', role })
      return next()
    })
    const alone = { busy: () => null, sections: [], mailPath: null, pages: 'https://care.trasen.example.com' }
    const companyRules = { ...of.companyRules, themes: THEMES }
    made.route('/', listeningRoutes({ stores, companyRules, events: of.events, clock: { now: () => NOW }, ...alone }))
    return made
  }
  const send = async (form: Record<string, string>, role: Role = 'agent') => {
    const body = new URLSearchParams({ customer: KEY.customerId, occurrence: SURVEY, ...form })
    const answered = await app(role).request('/listening/theme', { method: 'POST', body })
    return { status: answered.status, to: answered.headers.get('location') }
  }
  const page = async (path = '/listening', role: Role = 'agent') => (await app(role).request(path)).text()
  return { send, page, stores, stored: () => of.responses.get(KEY) }
}

test('a theme is shown, removed and added, with who said so, and the same twice is once', async () => {
  const { send, page, stored, stores } = await office()
  expect(await page()).toContain('<span class="chip plain">late</span>')
  const removed = { theme: 'late', as: 'removed', back: '/listening?show=answers&band=low' }
  expect(await send(removed)).toEqual({ status: 303, to: '/listening?show=answers&band=low&said=theme-set' })
  await send(removed)
  await send({ theme: 'price', as: 'added' })
  expect((await stored())?.themesSet).toEqual([
    { theme: 'late', as: 'removed', at: NOW, by: 'Hạnh', address: 'hanh@example.com' },
    { theme: 'price', as: 'added', at: NOW, by: 'Hạnh', address: 'hanh@example.com' },
  ])
  const shown = await page('/listening?said=theme-set')
  expect(shown).toContain('role="status"')
  expect(shown).not.toContain('<span class="chip plain">late</span>')
  expect(shown).toContain('Hạnh bỏ “late” lúc')
  expect(shown).not.toContain('giao trễ <b>')
  const log = readLines(await stores.auditLog.page({ month: '2027-03', limit: 100 }))
  expect(log.map(({ act, on, result }) => `${act} ${on?.id} ${result}`)).toContain('set-theme c-001 done')
})

test('the page can be narrowed to a theme, as staff corrected it', async () => {
  const { send, page } = await office()
  expect(await page('/listening?theme=late')).toContain('giao trễ')
  expect(await page('/listening?theme=price')).not.toContain('giao trễ')
  await send({ theme: 'price', as: 'added' })
  expect(await page('/listening?theme=price')).toContain('giao trễ')
})

test('who may not work on cases reads themes and corrects none', async () => {
  const { send, page, stored } = await office()
  expect(await page('/listening', 'marketing')).not.toContain('data-themes')
  expect((await send({ theme: 'late', as: 'removed' }, 'marketing')).status).toBe(403)
  expect((await stored())?.themesSet).toBeUndefined()
})

test.each([
  ['a theme that there is not', { theme: 'gone', as: 'added' }, '/listening?said=no-such-theme'],
  ['what is no theme, taken away', { theme: '<b>'.repeat(100_000), as: 'removed' }, '/listening?said=no-such-theme'],
  ['an answer that is gone', { theme: 'late', as: 'removed', occurrence: 'gone' }, '/listening?said=no-answer'],
  [
    'a way back that leads out',
    { theme: 'late', as: 'removed', back: 'https://evil.example/listening?x=1' },
    '/listening?said=theme-set',
  ],
])('%s is answered in words', async (_what, form, to) => {
  const { send } = await office()
  expect(await send(form)).toEqual({ status: 303, to })
})

test('a colleague who was quicker is not overwritten, and a store that fails changes nothing', async () => {
  let lost = 2
  const quicker = await office((responses) => ({
    put: async (response) => (lost-- > 0 ? 'lost' : responses.put(response)),
  }))
  expect((await quicker.send({ theme: 'late', as: 'removed' })).to).toBe('/listening?said=theme-set')
  const busy = await office(() => ({ put: async () => 'lost' }))
  expect((await busy.send({ theme: 'late', as: 'removed' })).to).toBe('/listening?said=contended')
  const broken = await office(() => ({ put: () => Promise.reject(new Error('away')) }))
  expect((await broken.send({ theme: 'late', as: 'removed' })).to).toBe('/listening?said=failed')
  expect((await broken.stored())?.themesSet).toBeUndefined()
})

test('an answer takes so many corrections and no more', async () => {
  const { send, stored } = await office()
  for (let turn = 0; turn < 61; turn++) await send({ theme: 'late', as: turn % 2 === 0 ? 'removed' : 'added' })
  expect((await send({ theme: 'late', as: 'removed' })).to).toBe('/listening?said=full')
  expect((await stored())?.themesSet).toHaveLength(60)
})
