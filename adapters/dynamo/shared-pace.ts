/**
 * The account's sending rate shared by every sender: places in the present window are taken from one counter by a conditional write, as many
 * at once as mails are waiting here. A sender alone gets the whole rate; ten get it together.
 */
import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import type { Pace } from '#app/ports.ts'
import { allowance, FULL_TEMPO, shareAt, slowed, WINDOW_MS, windowAt } from '#core/planning/pacing.ts'

export interface SharedPace extends DynamoTable {
  /** The account's mails a second. */
  readonly rate: () => Promise<number>
  /** Milliseconds since 1970, of the real clock: the provider counts real seconds. */
  readonly epochMs: () => number
  readonly sleep: (ms: number) => Promise<void>
}

export function dynamoSharedPace({ client, tableName, rate, epochMs, sleep }: SharedPace): Pace {
  const waiting: (() => void)[] = []
  let tempo = FULL_TEMPO
  let running: Promise<void> | undefined

  async function serve(): Promise<void> {
    try {
      const perSecond = await rate()
      while (waiting.length > 0) {
        const now = epochMs()
        const window = windowAt(now)
        const allowed = allowance(perSecond * shareAt(tempo, now), window)
        const asking = waiting.length
        const granted = allowed === 0 ? 0 : await takePlaces(window, { wanted: Math.min(asking, allowed), allowed })
        for (const go of waiting.splice(0, granted)) go()
        // The window is full: the next one opens soon. Who came while places were being counted is served from this one.
        if (granted < asking) await sleep(Math.max(1, (window + 1) * WINDOW_MS - epochMs()))
      }
    } finally {
      // After a failure nobody waits any longer: each of them hears of it through `running`.
      waiting.length = 0
      running = undefined
    }
  }

  /** As many of the wanted places as are left in the window; others may take some at the same moment. */
  async function takePlaces(window: number, { wanted, allowed }: { wanted: number; allowed: number }): Promise<number> {
    for (let asked = wanted; asked > 0; asked = Math.floor(asked / 2)) {
      if ((await takeIn(window, { asked, allowed })) || (await openWindow(window, asked))) return asked
    }
    return 0
  }

  const takeIn = (window: number, { asked, allowed }: { asked: number; allowed: number }) =>
    isWritten({
      UpdateExpression: 'SET taken = taken + :asked',
      ConditionExpression: '#window = :window AND taken <= :room',
      ExpressionAttributeValues: { ':asked': asked, ':window': window, ':room': allowed - asked },
    })

  const openWindow = (window: number, asked: number) =>
    isWritten({
      UpdateExpression: 'SET #window = :window, taken = :asked',
      ConditionExpression: 'attribute_not_exists(#window) OR #window < :window',
      ExpressionAttributeValues: { ':asked': asked, ':window': window },
    })

  async function isWritten({
    ExpressionAttributeValues,
    ...change
  }: {
    UpdateExpression: string
    ConditionExpression: string
    ExpressionAttributeValues: Record<string, number>
  }): Promise<boolean> {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: marshall({ resource: 'email' }),
          ExpressionAttributeNames: { '#window': 'window' },
          ExpressionAttributeValues: marshall(ExpressionAttributeValues),
          ...change,
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  return {
    async take() {
      const turn = new Promise<void>((go) => waiting.push(go))
      running ??= serve()
      // A counter that fails must be heard by whoever waits: nobody sends without a place.
      await Promise.race([turn, running.then(() => turn)])
    },
    throttled() {
      tempo = slowed(tempo, epochMs())
    },
  }
}
