/** `care voucher check|redeem CODE`: the value of a voucher today, and its one redemption. */
import { Command } from 'commander'
import { events } from '#app/events.ts'
import { checkVoucher, redeemVoucher, type VoucherCheck } from '#app/gifts/redeem-voucher.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { timesAre, writtenTime } from '#cli/written-clock.ts'
import { isVoucherCode } from '#core/budget/voucher-code.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'

const UNKNOWN: VoucherCheck = { standing: 'unknown' }

export function voucherCommand({ output, place }: CareFrame): Command {
  const check = new Command('check')
    .description('tell whether a voucher can be used')
    .argument('<code>', 'the code, as printed or typed')
    .option('--json', 'print { standing, voucher }')
    .action(async (code: string, { json }: { json?: true }) => {
      const { vouchers, company, now } = await place.stores()
      const found = isVoucherCode(code) ? await checkVoucher({ vouchers, zone: company.zone }, { code, now }) : UNKNOWN
      if (json) output.print(JSON.stringify(found, null, 2))
      else if (found.standing !== 'unknown') output.print(line(found, company.zone))
      if (found.standing === 'unknown') output.refuse([`${code}: no such voucher`])
    })
  const redeem = new Command('redeem')
    .description('mark a voucher as used, once')
    .argument('<code>', 'the code, as printed or typed')
    .requiredOption('--by <who>', 'the till or the person')
    .option('--json', 'print { redeemed } or { refused }')
    .action(async (code: string, { by, json }: { by: string; json?: true }) => {
      const { vouchers, company, now } = await place.stores()
      const silent = events({ event: () => {}, alarm: () => {} })
      const done = isVoucherCode(code)
        ? await redeemVoucher({ vouchers, zone: company.zone, events: silent }, { code, by, now })
        : { refused: UNKNOWN }
      if (json) output.print(JSON.stringify(done, null, 2))
      else if ('redeemed' in done) output.print(line({ standing: 'redeemed', voucher: done.redeemed }, company.zone))
      if ('tooLong' in done) output.refuse([tooLongInWords(done.tooLong)])
      if ('refused' in done)
        output.refuse([done.refused.standing === 'unknown' ? `${code}: no such voucher` : line(done.refused, company.zone)])
    })
  return new Command('voucher').description('check and redeem gift vouchers').addCommand(check).addCommand(redeem)
}

function line({ standing, voucher }: Exclude<VoucherCheck, { standing: 'unknown' }>, zone: string): string {
  const used =
    voucher.redeemedAt === null
      ? ''
      : `, used ${writtenTime(voucher.redeemedAt, zone)} by ${voucher.redeemedBy}; ${timesAre(zone)}`
  return `${voucher.code}: ${standing}, ${writtenMoney(voucher.value, 'en')}, valid ${voucher.validFrom} to ${voucher.validTo}${used}`
}
