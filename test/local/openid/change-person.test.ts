/** Choosing one person after another on one machine, by a browser without script: every page on the way is one of ours. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningSystem } from '#local/running-system.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
beforeAll(async () => {
  company = smallCompany({ startOn: '2027-02-03' })
  system = await company.start()
})
afterAll(async () => {
  await system?.stop()
  company?.remove()
})

/** Follows redirects with its cookies, as a browser does. */
function browser() {
  const jar = new Map<string, string>()
  async function go(
    address: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ readonly at: string; readonly html: string }> {
    const answer = await fetch(new URL(address, system.url), {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(form && { origin: system.url }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
    const next = answer.headers.get('location')
    return next === null ? { at: answer.url, html: await answer.text() } : go(new URL(next, answer.url).href)
  }
  const choose = async (address: string) => {
    const page = await go('/sign-in')
    return go(page.html.match(/<form method="post" action="([^"]+)"/)?.[1] ?? '/no-form', { address })
  }
  return { go, choose }
}

test('the next person is signed in at once, with or without a sign-out in between', async () => {
  const people = (await system.stores.roster.current())?.people ?? []
  const { go, choose } = browser()
  for (const person of [people[0]!, people[1]!, people[0]!]) {
    const page = await choose(person.address)
    expect(new URL(page.at).pathname).toBe('/')
    expect(page.html).toContain(person.name)
    expect(page.html).not.toContain('Continue')
  }
  await go('/sign-out', {})
  expect((await choose(people[2]!.address)).html).toContain(people[2]!.name)
})

test('what the provider does not take ends on our page, in the visitor’s language', async () => {
  const { go } = browser()
  const { html } = await go('/openid/auth?client_id=nobody')
  expect(html).toContain('href="/staff.css')
  expect(html).toContain('Bạn chưa đăng nhập')
  await go('/language/en')
  expect((await go('/openid/auth?client_id=nobody')).html).toContain('You are not signed in')
})
