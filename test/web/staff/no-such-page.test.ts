import { expect, test } from 'vitest'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

test('a path that no page has belongs to no section, and the page says what to look at', () => {
  const html = String(noSuchPage(aFrame('en'), 'page'))
  expect(html).not.toContain('aria-current')
  expect(html).toContain('If you typed the address, look at it again.')
  expect(html).toContain('<a href="/">← Today</a>')
})

test('what is gone leaves its section marked, and leads back to it', () => {
  const html = String(noSuchPage(aFrame('vi'), 'campaign'))
  expect(html).toContain('href="/campaigns" aria-current="page"')
  expect(html).not.toContain('gõ địa chỉ')
  expect(html).toContain('← Chiến dịch')
})
