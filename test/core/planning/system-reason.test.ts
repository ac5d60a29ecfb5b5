import { expect, test } from 'vitest'
import { readReason, type SystemReason, writtenReason } from '#core/planning/system-reason.ts'

test.each<SystemReason>([
  { is: 'settled', as: 'sent', by: 'Hoa', because: 'she thanked us: twice' },
  { is: 'settled', as: 'not-sent', by: 'Nguyễn Hoa', because: 'dòng một\ndòng hai' },
  { is: 'proven' },
  { is: 'no-answer', claimedAt: '2027-03-10T02:00:00.000Z', until: '2027-03-10T02:20:00.000Z' },
  { is: 'no-address' },
])('%o is read as it was written', (reason) => {
  expect(readReason(writtenReason(reason))).toEqual(reason)
})

test('rows of before are read', () => {
  expect(readReason('settled as not sent by Hoa: nothing came')).toMatchObject({ as: 'not-sent', by: 'Hoa' })
  expect(
    readReason('claimed at 2027-03-10T02:00:00.000Z, no answer of the provider recorded by 2027-03-10T02:20:00.000Z'),
  ).toEqual({
    is: 'no-answer',
    claimedAt: '2027-03-10T02:00:00.000Z',
    until: '2027-03-10T02:20:00.000Z',
  })
})

test.each(['MessageRejected: Address blacklisted', 'timeout after 10 s', '', 'settled'])(
  '%s is the provider’s word',
  (written) => {
    expect(readReason(written)).toBeUndefined()
  },
)
