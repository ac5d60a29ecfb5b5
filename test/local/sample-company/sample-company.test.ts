import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleTables } from '#local/sample-company/generate.ts'
import { sampleCustomers } from '#local/sample-company/sample-customers.ts'

const folder = join(import.meta.dirname, '../../../campaigns/sample')
const customers = sampleCustomers()
const share = (holds: (customer: (typeof customers)[number]) => boolean) => customers.filter(holds).length / customers.length

test.each(Object.entries(sampleTables()))('%s in campaigns/sample is exactly what the generator writes', (name, table) => {
  expect(readFileSync(join(folder, name), 'utf8')).toBe(table)
})

test('every address is under a domain that is set aside for examples', () => {
  for (const { Email } of customers) expect(Email).toMatch(/^$|@example\.(com|net|org)$/)
})

test('the people are as various as a real list', () => {
  expect(new Set(customers.map((customer) => customer['Mã khách hàng'])).size).toBe(500)
  expect(share((customer) => customer['Đồng ý nhận quảng cáo'] === 'có')).toBeCloseTo(0.6, 1)
  expect(share((customer) => customer['Họ và tên'].startsWith('Nguyễn'))).toBeCloseTo(0.38, 1)
  const has = (column: keyof (typeof customers)[number], value: RegExp) =>
    customers.filter((customer) => value.test(customer[column])).length
  expect(has('Ngày sinh', /^29\/02/)).toBeGreaterThanOrEqual(5)
  expect(has('Sinh nhật âm lịch', /nhuận/)).toBeGreaterThanOrEqual(4)
  expect(has('Sinh nhật âm lịch', /^30\//)).toBeGreaterThanOrEqual(4)
  expect(has('Ngày sinh', /^\d\d\/\d\d$/)).toBeGreaterThan(20)
  expect(has('Từ chối chăm sóc', /có/)).toBeGreaterThan(3)
  expect(has('Email', /^$/)).toBeGreaterThan(5)
  expect(has('Điện thoại', /^0168/)).toBeGreaterThan(5)
  for (const zone of ['Australia/Sydney', 'Europe/Paris', 'America/Los_Angeles'])
    expect(has('Múi giờ', new RegExp(zone))).toBeGreaterThan(0)
  const addresses = customers.map(({ Email }) => Email).filter((address) => address !== '')
  expect(new Set(addresses).size).toBeLessThan(addresses.length)
})
