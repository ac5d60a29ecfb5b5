/** The hash of an e-mail address, for look-up and suppression. It has no key: functions that only hash hold none. */
import { createHash } from 'node:crypto'
import type { AddressHashes } from '#app/ports/secrets.ts'

export const addressHash = (address: string): string => createHash('sha256').update(normalAddress(address)).digest('hex')

/** The port of a function that hashes addresses and seals nothing. */
export const addressHashes: AddressHashes = { addressHash }

const normalAddress = (address: string) => address.normalize('NFC').trim().toLowerCase().normalize('NFC')
