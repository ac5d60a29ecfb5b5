import { expect, test } from 'vitest'
import { WorkItemSchema } from '#core/work/work-item.ts'
import { closedWork, storedWork } from '#test/support/store-builders.ts'

test('work stored before it was said whether the customer was reached is still read, and nothing is made up', () => {
  const { reached: _, holds: __, ...before } = closedWork(storedWork())
  expect(WorkItemSchema.parse(JSON.parse(JSON.stringify(before)))).toEqual({ ...before, reached: null, holds: [] })
})
