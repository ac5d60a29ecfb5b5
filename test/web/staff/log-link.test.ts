import { expect, test } from 'vitest'
import { ROLES } from '#core/staff/role.ts'
import { logLink } from '#web/staff/log-link.ts'

test('a page leads to the lines about what it shows, for those who may read them', () => {
  const linked = ROLES.filter((role) => {
    const visitor = { name: 'Hoa', address: 'hoa@trasen.example.com', team: 'Chăm sóc', role }
    return String(logLink({ visitor, locale: 'vi' }, 'KH 01')).includes('href="/log?about=KH+01"')
  })
  expect(linked).toEqual(['lead', 'head', 'operator'])
  expect(logLink({ visitor: null, locale: 'en' }, 'KH01')).toBe('')
})
