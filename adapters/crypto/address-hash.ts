/** The hash of an e-mail address or a number. It has no key: functions that only hash hold none. */
import { createHash } from 'node:crypto'

export const addressHash = (address: string): string => createHash('sha256').update(normalAddress(address)).digest('hex')

/** As it is hashed: however an address is written, it is one text. */
export const normalAddress = (address: string): string => address.normalize('NFC').trim().toLowerCase().normalize('NFC')
