/** A voucher is advertising whatever it is given for: only a customer who agreed to advertising gets one. Unknown and unreadable count as no. */
import { type ConsentState, decidedIn } from '#core/audience/consent.ts'

/** Through any channel: staff hand a code over by the one that the customer agreed to. */
export const agreesToAdvertising = (consents: ConsentState | 'unreadable' | undefined): boolean =>
  consents !== undefined &&
  consents !== 'unreadable' &&
  decidedIn(consents).some(({ key, said }) => key.startsWith('advertising/') && said.decision === 'granted')
