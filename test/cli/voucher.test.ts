import { describe, expect, test } from 'vitest'
import { careInMemory, NOW } from '#test/cli/care-run.ts'
import { storedVoucher } from '#test/support/store-builders.ts'

const CODE = '7Q2M-0XKD-93AB'
async function atWork(over: Parameters<typeof storedVoucher>[0] = {}) {
  const { care, stores } = careInMemory()
  await stores.vouchers.issue(storedVoucher({ validTo: '2027-04-08', ...over }))
  return { care, stores }
}

describe('care voucher check', () => {
  test('tells what it is worth and until when, however the code is typed, and redeems nothing', async () => {
    const { care, stores } = await atWork()
    for (const typed of [CODE, '7q2m oxkd 93ab', '7Q2M0XKD93AB']) {
      const run = await care('voucher', 'check', typed)
      expect(run.exitCode).toBe(0)
      expect(run.printed).toMatch(/^7Q2M-0XKD-93AB: usable, .*200,000.*, valid 2027-02-06 to 2027-04-08$/)
    }
    expect((await stores.vouchers.get(CODE))?.redeemedAt).toBeNull()
  })

  test('under a name that is too long is refused with the limit', async () => {
    const { care, stores } = await atWork()
    const run = await care('voucher', 'redeem', CODE, '--by', 'x'.repeat(101))
    expect(run).toMatchObject({ exitCode: 1, printed: '', refused: ['--by may have at most 100 characters, and has 101'] })
    expect((await stores.vouchers.get(CODE))?.redeemedAt).toBeNull()
  })

  test.each([
    [{ validTo: '2027-03-09' }, 'expired'],
    [{ validFrom: '2027-03-11' }, 'not-yet-valid'],
    [{ redeemedAt: NOW, redeemedBy: 'Quầy 1' }, `redeemed, .*used 2027-03-10 09:00 by Quầy 1`],
  ])('%o is told as it stands', async (over, words) => {
    const { care } = await atWork(over)
    const run = await care('voucher', 'check', CODE)
    expect(run.exitCode).toBe(0)
    expect(run.printed).toMatch(new RegExp(words))
  })

  test.each(['AAAA-AAAA-AAAA', '', '…', 'A'.repeat(5_000)])('“%s” is no voucher', async (code) => {
    const { care } = await atWork()
    expect(await care('voucher', 'check', code)).toMatchObject({
      exitCode: 1,
      refused: [`${code}: no such voucher`],
      printed: '',
    })
  })

  test('as JSON', async () => {
    const { care } = await atWork()
    expect(JSON.parse((await care('voucher', 'check', CODE, '--json')).printed)).toMatchObject({
      standing: 'usable',
      voucher: { code: CODE, value: { amount: 200_000, currency: 'VND' } },
    })
    const unknown = await care('voucher', 'check', 'AAAA-AAAA-AAAA', '--json')
    expect(JSON.parse(unknown.printed)).toEqual({ standing: 'unknown' })
    expect(unknown.exitCode).toBe(1)
  })
})

describe('care voucher redeem', () => {
  test('marks it used once, by whom and when; a second time is refused and says by whom', async () => {
    const { care, stores } = await atWork()
    const first = await care('voucher', 'redeem', '7q2m-oxkd-93ab', '--by', 'Quầy 2')
    expect(first.exitCode).toBe(0)
    expect(first.printed).toMatch(
      new RegExp(`^${CODE}: redeemed, .*used 2027-03-10 09:00 by Quầy 2; times are Asia/Ho_Chi_Minh$`),
    )
    const second = await care('voucher', 'redeem', CODE, '--by', 'Quầy 3')
    expect(second).toMatchObject({ exitCode: 1, printed: '', refused: [expect.stringContaining('by Quầy 2')] })
    expect(await stores.vouchers.get(CODE)).toMatchObject({ redeemedAt: NOW, redeemedBy: 'Quầy 2' })
  })

  test('under a name that is too long is refused with the limit', async () => {
    const { care, stores } = await atWork()
    const run = await care('voucher', 'redeem', CODE, '--by', 'x'.repeat(101))
    expect(run).toMatchObject({ exitCode: 1, printed: '', refused: ['--by may have at most 100 characters, and has 101'] })
    expect((await stores.vouchers.get(CODE))?.redeemedAt).toBeNull()
  })

  test.each([
    [{ validTo: '2027-03-09' }, 'expired'],
    [{ validFrom: '2027-03-11' }, 'not-yet-valid'],
  ])('%o is refused and stays as it is', async (over, words) => {
    const { care, stores } = await atWork(over)
    const run = await care('voucher', 'redeem', CODE, '--by', 'Quầy 2')
    expect(run).toMatchObject({ exitCode: 1, refused: [expect.stringContaining(words)] })
    expect((await stores.vouchers.get(CODE))?.redeemedAt).toBeNull()
  })

  test.each(['AAAA-AAAA-AAAA', '…'])('“%s” cannot be redeemed', async (code) => {
    const { care } = await atWork()
    expect(await care('voucher', 'redeem', code, '--by', 'x')).toMatchObject({
      exitCode: 1,
      refused: [`${code}: no such voucher`],
    })
  })

  test('as JSON: redeemed, or refused', async () => {
    const { care } = await atWork()
    const [first, second] = [
      await care('voucher', 'redeem', CODE, '--by', 'Quầy 2', '--json'),
      await care('voucher', 'redeem', CODE, '--by', 'Quầy 3', '--json'),
    ]
    expect(JSON.parse(first.printed)).toMatchObject({ redeemed: { code: CODE, redeemedBy: 'Quầy 2' } })
    expect(JSON.parse(second.printed)).toMatchObject({ refused: { standing: 'redeemed', voucher: { redeemedBy: 'Quầy 2' } } })
    expect(second.exitCode).toBe(1)
  })

  test('without saying who is wrong usage', async () => {
    const { care, stores } = await atWork()
    expect(await care('voucher', 'redeem', CODE)).toMatchObject({ exitCode: 2, usage: expect.stringContaining('--by') })
    expect((await stores.vouchers.get(CODE))?.redeemedAt).toBeNull()
  })
})
