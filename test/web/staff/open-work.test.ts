import { expect, test } from 'vitest'
import { mayDo, ROLES } from '#core/staff/role.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { storedWork } from '#test/support/work-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { openWork } from '#web/staff/customers/open-work.ts'
import { workPath } from '#web/staff/paths.ts'

test.each(ROLES)('open work is named to everybody who sees the customer, and leads on only who may see work: %s', (role) => {
  const item = storedWork()
  const frame = aFrame('en', { visitor: { ...aFrame('en').visitor!, role } })
  const shown = String(openWork([item], { frame, companyRules: theCompanyRules() }))
  expect(shown).toContain('Open work')
  expect(shown.includes(`href="${workPath(item.workId)}"`)).toBe(mayDo(role, 'see-work'))
  expect(shown.includes('open it')).toBe(mayDo(role, 'see-work'))
})
