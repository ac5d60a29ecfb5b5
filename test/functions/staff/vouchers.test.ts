/** The till and the vouchers are among the customers' pages, which in AWS have an address of their own: what the staff app says of them leads there. */
import { expect, test } from 'vitest'
import { voucherRoutes } from '#functions/staff/vouchers.ts'
import { deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'

async function opened(language: string, pages = 'https://care.trasen.example.com') {
  const { system, auditLog } = deskSystem()
  const { open } = visiting(voucherRoutes({ ...system, pages, tillKey: null }), { auditLog })
  const answer = await open('/vouchers', language)
  return { html: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' }
}

test.each(['vi', 'en'])(
  'the till opens where the customers’ pages are, in the language of the staff app: %s',
  async (language) => {
    const { html, policy } = await opened(language)
    expect(html).toContain('<form method="get" action="https://care.trasen.example.com/till"')
    expect(html).toContain(`<input type="hidden" name="language" value="${language}">`)
    // A browser sends a form only where the page's policy lets it.
    expect(policy).toContain("form-action 'self' https://care.trasen.example.com;")
  },
)

test('an address of pages that ends in a slash, or has a path, leads there all the same', async () => {
  const { html, policy } = await opened('vi', 'https://www.trasen.example.com/care/')
  expect(html).toContain('action="https://www.trasen.example.com/care/till"')
  expect(policy).toContain("form-action 'self' https://www.trasen.example.com;")
})
