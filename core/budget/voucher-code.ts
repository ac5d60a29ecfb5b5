/** The code of a voucher: twelve characters, `XXXX-XXXX-XXXX`. Written here, and read here alone, as people say and type it. */

/** `characters` are capitals and digits without O, I and L, which are read as 0 and 1. */
export const voucherCodeOf = (characters: string): string => characters.match(/.{1,4}/g)?.join('-') ?? ''

/** Codes are read aloud and typed by hand: case, blanks and look-alikes (O for 0, I and L for 1) do not matter. */
export const tidyVoucherCode = (typed: string): string =>
  voucherCodeOf(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1'),
  )

/** Whether what was typed can be a code at all. Nothing else is looked up: no table takes an empty key or a huge one. */
export const isVoucherCode = (typed: string): boolean => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/.test(tidyVoucherCode(typed))
