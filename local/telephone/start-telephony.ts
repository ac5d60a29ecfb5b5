/** The telephone system of this machine: the made-up one, the webhook that hears it, and how staff ring by it. */
import { stringeeTelephone } from '#adapters/stringee/telephone.ts'
import { type HearTelephoneFunction, telephoneApp } from '#functions/telephone/hear-telephone.ts'
import { LOCAL_WEBHOOK_KEY } from '#local/stack/environment.ts'
import { startPretendStringee } from '#local/telephone/pretend-stringee.ts'

const OWN_NUMBER = '842471000000'

export async function startTelephony(hearing: Omit<HearTelephoneFunction, 'ownNumber'>) {
  const webhook = telephoneApp({ ...hearing, ownNumber: async () => OWN_NUMBER })
  const { endpoint, engine, stop } = await startPretendStringee({
    now: hearing.clock,
    tell: async (event) => {
      const path = `/telephone/${LOCAL_WEBHOOK_KEY}`
      return (await webhook.request(path, { method: 'POST', body: JSON.stringify(event) })).ok
    },
  })
  const settings = { keySid: 'SK.local', keySecret: 'only-for-this-machine', number: OWN_NUMBER, url: endpoint }
  return { webhook, engine, stop, telephone: stringeeTelephone({ settings, epochMs: () => Date.now() }) }
}
