/** Whether what the visitor typed can be a voucher's code at all. Nothing else is looked up: no table takes an empty key or a huge one. */
import { tidyVoucherCode } from '#app/gifts/redeem-voucher.ts'

export const isVoucherCode = (typed: string): boolean => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/.test(tidyVoucherCode(typed))
