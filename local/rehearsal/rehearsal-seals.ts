/** Voucher codes of a rehearsal never equal those of the real system. Hashes of addresses are the same everywhere. */
import { cryptoSeals } from '#adapters/crypto/seals.ts'

const REHEARSAL_SEAL = 'a rehearsal is not the real thing, its codes are worth nothing'

export const rehearsalSeals = () => cryptoSeals({ secret: REHEARSAL_SEAL })
